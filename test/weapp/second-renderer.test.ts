/** Every page, and A1, drawn by a renderer that is not of this project, in scripts that know nothing newer than ES2017. */
import { afternoon, morning } from '../journeys/every-page'
import { afterTheDay, type Opened, ofMembers, ofSecretaries, ofTownAndCounty } from '../journeys/pages'
import { duesWentUp, ofDuesAbove } from '../journeys/pages-dues-above'
import { duesApproved, ofDuesApprovals } from '../journeys/pages-dues-approvals'
import { duesComeIn, ofDuesCollectors } from '../journeys/pages-dues-collectors'
import { duesOfMembers, ofDuesMembers } from '../journeys/pages-dues-members'
import { often } from '../setup/often'
import { newVillage, type Village } from '../village/village'
import { routesOfBuild } from './phone'
import { compileTemplates, openSecondPhone, type SecondPhone } from './second-phone'

const templates = compileTemplates()
const drawn = new Set<string>()
afterAll(() => window.close())

it('glass-easel compiles every template without a word', () => {
  expect(templates.complaints).toEqual([])
})

/** `/#/main/me/index?a=b` as WeChat has it; pages a browser alone can be on (a printed code's own) are not there. */
function pageOf(path: string) {
  const [route = '', query = ''] = (path === '/' ? '/#/main/home/index' : path).replace('/#/', '').split('?')
  const pairs = query.split('&').map((pair) => pair.split('='))
  return { route, options: Object.fromEntries(query === '' ? [] : pairs.map(([key = '', value = '']) => [key, value])) }
}

/** Daily the first of each page, else all of them. */
function once(pages: readonly Opened[]): readonly Opened[] {
  const seen = new Set<string>()
  return pages.filter(([, who, path]) => {
    const { route } = pageOf(path)
    const isFirst = !seen.has(route)
    if (who !== undefined) seen.add(route)
    return who !== undefined && !path.startsWith('/s/') && (isFirst || often(0, 1) === 1)
  })
}

function drawEvery(title: string, pages: readonly Opened[], lay: (village: Village) => Promise<Readonly<Record<string, string>>>): void {
  describe(title, () => {
    let village: Village
    let places: Readonly<Record<string, string>>
    const phones = new Map<string, SecondPhone>()
    beforeAll(async () => {
      village = await newVillage()
      places = await lay(village)
    })
    afterAll(async () => {
      for (const phone of phones.values()) phone.close()
      await village.close()
    })

    it.each(once(pages).map(([name, who = '', path]) => [name, who, path] as const))('%s (%s)', async (_, who, path) => {
      const phone = phones.get(who) ?? openSecondPhone(village.browser(who), templates)
      phones.set(who, phone)
      const { route, options } = pageOf(path.replace(/\{(\w+)\}/g, (_hole, name: string) => places[name] ?? ''))
      const page = await phone.open(route, options)
      expect(page.words().length).toBeGreaterThan(10)
      expect(page.words()).toBe(page.given())
      expect(page.words()).not.toMatch(/undefined|NaN|\[object/)
      expect(phone.complaints).toEqual([])
      drawn.add(route)
    })
  })
}

drawEvery('pages of members, secretaries, town and county', [...ofMembers, ...ofSecretaries, ...ofTownAndCounty], morning)
drawEvery('pages after the day', afterTheDay, afternoon)
drawEvery('pages of dues above', ofDuesAbove, duesWentUp)
drawEvery('pages of dues, approving', ofDuesApprovals, duesApproved)
drawEvery('pages of dues, collecting', ofDuesCollectors, duesComeIn)
drawEvery('pages of dues, paying', ofDuesMembers, duesOfMembers)

it('no page of the build was left out', () => {
  expect(routesOfBuild().filter((route) => !drawn.has(route))).toEqual([])
})

describe('an elder', () => {
  let village: Village
  let phone: SecondPhone
  let planned: { readonly themeDayId: string; readonly code: string }
  beforeAll(async () => {
    village = await newVillage()
    planned = await village.themeDay('08:50')
    phone = openSecondPhone(village.browser('张大爷'), templates)
  })
  afterAll(async () => {
    phone.close()
    await village.close()
  })

  it('is checked in by one tap', async () => {
    const page = await phone.open('main/check-in/index', { code: planned.code })
    for (const word of ['11月主题党日', '张建国', '我到了，签到']) expect(page.words()).toContain(word)
    await page.tap('我到了，签到')
    expect(page.words()).toContain('签到成功8:50 已记下')
    expect(page.words()).toBe(page.given())
    expect(phone.complaints).toEqual([])
  })

  it('with a WeChat that is too old is told so in words, and what to do', () => {
    const toldBy = (library: string) => {
      const phone = openSecondPhone(village.browser('张大爷'), templates, { library })
      phone.close()
      return phone.did
    }
    for (const library of ['2.9.4', '2.32.2']) expect(toldBy(library)).toEqual([expect.stringMatching(/^showModal 微信太旧了: .*更新微信/)])
    for (const library of ['2.32.3', '2.33.0', '3.5.8']) expect(toldBy(library)).toEqual([])
  })
})
