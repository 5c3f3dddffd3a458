/** Every page, for every role that opens it, at both ends of width and of word size: nothing cut, too small, unreachable or red twice. */
import type { Page } from 'playwright-core'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { openStage, type Stage, settled } from './stage'

const widths = [375, 320] as const
const sizes = [1, 1.6] as const

const pages: readonly (readonly [name: string, who: string | undefined, path: string])[] = [
  ['who are you', undefined, '/#/main/claim/index'],
  ['home of a member', '张大爷', '/'],
  ['home of a group leader', '徐大勇', '/#/main/home/index'],
  ['check-in', '张大爷', '/#/main/check-in/index?themeDayId={themeDay}'],
  ['me, a member', '张大爷', '/#/main/me/index'],
  ['me, a secretary', '老王', '/#/main/me/index'],
  ['the month', '老王', '/#/themeday/month/index'],
  ['the month, none planned', '田有福', '/#/themeday/month/index'],
  ['planning', '田有福', '/#/themeday/plan/index'],
  ['on site', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}'],
  ['on site, a group leader', '徐大勇', '/#/themeday/on-site/index?themeDayId={themeDay}'],
  ['the register', '老王', '/#/themeday/register/index?themeDayId={themeDay}'],
  ['no right', '张大爷', '/#/themeday/month/index'],
  ['handing out codes', '老王', '/#/claims/people/index'],
  ['the sheet of a group', '老王', '/#/claims/sheet/index?groupId={group}'],
  ['branches, the county', '沈文', '/#/organisation/branches/index'],
  ['branches, the town', '方敏', '/#/organisation/branches/index'],
  ['founding', '沈文', '/#/organisation/found/index'],
]

describe('every page', () => {
  let stage: Stage
  let places: Readonly<Record<string, string>>
  beforeAll(async () => {
    stage = await openStage()
    const { village } = stage
    const { themeDayId } = await village.themeDay('08:56')
    const memberIds = ['李秀兰', '陈芳', '何国庆', '唐双喜'].map((name) => village.person(name).memberId)
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds }))
    dataOf(await village.as('刘桂兰').themeday.checkIn({ themeDayId, via: 'code' }))
    places = { themeDay: themeDayId, group: village.person('张大爷').groupId ?? '' }
  })
  afterAll(() => stage.close())

  const see = async (page: Page, width: number): Promise<readonly string[]> => {
    await page.setViewportSize({ width, height: 812 })
    return (await problemsOf(page)).map((problem) => `${width} wide: ${problem}`)
  }

  it.each(pages)('%s (%s)', async (_, who, path) => {
    const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => places[name] ?? '')
    const problems: string[] = []
    const page = await stage.open(filled, who)
    for (const k of sizes) {
      await page.evaluate((size) => localStorage.setItem('lianxin.textSize', String(size)), k)
      if (k > 1) await page.reload()
      await settled(page)
      for (const width of widths) problems.push(...(await see(page, width)).map((problem) => `k ${k}, ${problem}`))
    }
    await page.context().close()
    expect(problems).toEqual([])
  })
})
