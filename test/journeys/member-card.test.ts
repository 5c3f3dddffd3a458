/** Cards of the village: printed and cut, found by a stranger, held up by the member, lost and replaced in two taps. */
import type { Page } from 'playwright-core'
import { sayCode } from '#shared/kernel/id'
import { dataOf } from '../village/village'
import { pagesIn, problemsOf } from './checks'
import { drawn, modulesOf } from './codes'
import { button, openStage, type Stage, settled, words } from './stage'

const finder = '这是一张党员卡，请交给村委'

/** Edges of one printed card's parts, in mm of the paper. */
function measured(page: Page) {
  return page.evaluate(() => {
    const mm = (pixels = 0) => (pixels / 96) * 25.4
    const [first] = [...document.querySelectorAll('.paper-card')].filter((card) => card.getClientRects().length > 0)
    const spilt = [...document.querySelectorAll('.paper-card')].filter((card) => card.scrollHeight > card.clientHeight + 1)
    return {
      height: mm(first?.getBoundingClientRect().height),
      code: mm(first?.querySelector('.code-view')?.getBoundingClientRect().width),
      spilt: spilt.map((card) => card.textContent),
    }
  })
}

describe('the cards of the members', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('are printed eight a sheet for the whole village, each with its code', async () => {
    const { village } = stage
    const page = await stage.open('/#/members/roster/index', '老王')
    await button(page, '打印党员卡').click()
    await page.getByRole('button', { name: /全支部/ }).click()
    await page.getByText('党员卡 26 张').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(4)
    const { height, code, spilt } = await measured(page)
    expect([Math.round(height), spilt]).toEqual([62, []])
    // Four modules of white stand at either side of it.
    const [row] = modulesOf(`${village.url}/s/AAAA1111`)
    expect((code * ((row?.length ?? 0) - 8)) / (row?.length ?? 0)).toBeGreaterThanOrEqual(32)
    const printed = await words(page)
    const zhang = dataOf(await village.as('张大爷').members.getCard({})).code
    for (const word of ['张建国', '二组', '示范村支部', sayCode(zhang), '捡到请交给村委']) expect(printed).toContain(word)
  })

  it('is held up by the member, with and without a signal', async () => {
    const { village } = stage
    const page = await stage.open('/#/main/me/index', '张大爷')
    await page.getByRole('button', { name: /我的党员卡/ }).click()
    const { code } = dataOf(await village.as('张大爷').members.getCard({}))
    await page.getByText(sayCode(code)).waitFor()
    await settled(page)
    expect(await drawn(page)).toEqual(modulesOf(`${village.url}/s/${code}`))
    expect(await words(page)).toMatch(/张建国\s+示范村支部 · 二组[\s\S]*支书扫一下，就记您到了/)
    expect(await problemsOf(page)).toEqual([])
    await button(page, '返回').click()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: /我的党员卡/ }).click()
    await page.getByText(sayCode(code)).and(page.locator(':visible')).waitFor()
  })

  it('tells a stranger what to do with it and nothing else, and an organiser where to count', async () => {
    const { village } = stage
    const { code } = dataOf(await village.as('张大爷').members.getCard({}))
    const stranger = await stage.open(`/s/${code}`)
    await stranger.getByText(finder).waitFor()
    expect((await words(stranger)).split(/\s+/).filter(Boolean)).toEqual(['先锋连心', '大字', finder, '回首页'])
    expect(await problemsOf(stranger)).toEqual([])
    for (const who of ['老王', '徐大勇']) {
      const organiser = await stage.open(`/s/${code}`, who)
      await organiser.getByText(finder).waitFor()
      expect(await words(organiser)).not.toContain('张建国')
      await button(organiser, '去现场').click()
      await organiser.getByRole('link', { name: who === '老王' ? '本月' : '首页' }).waitFor()
    }
  })

  it('is replaced in two taps, and the new one is there to print', async () => {
    const { village } = stage
    const { memberId } = village.person('张大爷')
    const old = dataOf(await village.as('张大爷').members.getCard({})).code
    const page = await stage.open(`/#/members/member/index?memberId=${memberId}`, '老王')
    await button(page, '卡丢了，补一张').click()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '补一张').click()
    await page.getByText('党员卡 1 张').waitFor()
    const { code } = dataOf(await village.as('张大爷').members.getCard({}))
    expect(code).not.toBe(old)
    expect(await words(page)).toContain(sayCode(code))
    expect(await drawn(page)).toEqual(modulesOf(`${village.url}/s/${code}`))
    const { cards } = village.house.stores
    const here = { all: false, branchIds: [village.branchId], groups: [], memberIds: [], assigneeIds: [] }
    expect((await cards.findCard(here, old))?.isReplaced).toBe(true)
  })
})
