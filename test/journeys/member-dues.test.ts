/**
 * A member and their dues, from what is due to a receipt in the hand: asked on a phone with large words, found by who collects, printed for
 * who wants paper. And the papers of a day: everybody's receipt, cut apart.
 */

import { keepDues } from '../dues/keeping'
import { dataOf } from '../village/village'
import { pagesIn, problemsOf } from './checks'
import { button, gone, openStage, type Stage, settled, words } from './stage'

const large = { width: 320, height: 690, k: 1.6 } as const
const today = '2026-11-25'

describe('a member and their dues', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    const { village } = stage
    await village.staff()
    const secretary = village.as('老王')
    await keepDues({ secretary, rows: dataOf(await secretary.members.list({ limit: 100 })).rows }, { startMonth: '2026-11' })
    village.clock.set(today, '10:00')
  })
  afterAll(() => stage.close())

  it('sees what is due and why, and says that it was paid', async () => {
    const page = await stage.open('/', '张大爷', large)
    await page.locator('.tappable:visible', { hasText: '党费' }).click()
    await page.getByText('务农党员，支部定的每月 5 角').waitFor()
    expect(await words(page)).toMatch(/11月\s*还没交\s*0\.50\s*元/)
    expect(await problemsOf(page)).toEqual([])

    await button(page, '看怎么交').click()
    await page.getByText('党日那天在村委会交给陈芳').waitFor()
    await button(page, '知道了').click()
    await button(page, '我交了，请核对').click()
    await page.getByRole('radio', { name: '今天' }).click()
    await page.getByRole('radio', { name: '现金' }).click()
    await button(page, '请他核对').click()
    await page.getByText('11月的，等收的人核对').waitFor()
    expect(await problemsOf(page)).toEqual([])
    // A word changes nothing: there is no receipt, and the month is as it was.
    expect(await words(page)).toContain('还没交')
    expect(dataOf(await stage.village.as('张大爷').dues.getMine({})).entries).toEqual([])
  })

  it('is found by the collector, who records it and can print it at once', async () => {
    const page = await stage.open('/#/dues/collect/index', '陈芳')
    await page.locator('.tappable:visible', { hasText: '张建国' }).click()
    await page.getByText('他说 11月25日 现金交了').waitFor()
    await button(page, '收到 0.50 元').click()
    await page.getByText('收了 0.50 元').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '看收据，要纸的能打印').click()
    await page.getByText('伍角整').waitFor()
    expect(await words(page)).toMatch(/2026—0001 号[\s\S]*示范村支部[\s\S]*张建国[\s\S]*11月[\s\S]*0\.50 元[\s\S]*陈芳/)
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  })

  it('holds the receipt on the own phone, and nobody else does', async () => {
    const page = await stage.open('/#/dues/mine/index', '张大爷', large)
    await page.getByText('已交 1 个月').waitFor()
    expect(await words(page)).not.toContain('等收的人核对')
    await page.locator('.tappable:visible', { hasText: '2026—0001 号' }).click()
    await page.getByText('伍角整').waitFor()
    expect(await problemsOf(page)).toEqual([])
    const { search, hash } = new URL(page.url())
    const other = await stage.open(`/${search}${hash}`, '刘桂兰')
    await other.getByText('没有找到，可能已经撤了').waitFor()
    expect(await words(other)).not.toContain('张')
  })

  it('of a day are printed six a sheet; what was taken back is not among them', async () => {
    const { village } = stage
    const { rows } = dataOf(await village.as('老王').dues.listMonth({ month: '2026-11', limit: 100 }))
    const left = rows.filter(({ state }) => state === 'due')
    for (const { memberId, assessedFen = 0 } of left) {
      const given = { memberId, months: ['2026-11'], dueFen: assessedFen, day: today, way: 'cash', payer: { kind: 'self' } } as const
      dataOf(await village.as('陈芳').dues.recordPayment({ ...given, months: ['2026-11'] }))
    }
    const page = await stage.open(`/#/dues/day/index?day=${today}`, '老王', { width: 1280, height: 900 })
    await button(page, '这天的收据').click()
    await page.getByText('11月25日的收据 26 张').waitFor()
    expect(await problemsOf(page)).toEqual([])
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(5)

    const book = await stage.open('/#/dues/book/index', '老王')
    await book.getByLabel('找一张').fill('2')
    await book.locator('.tappable:visible', { hasText: '2026—0002' }).click()
    await button(book, '记错了，冲正').click()
    await book.getByRole('radio', { name: '记错了人' }).click()
    await button(book, '冲正这一笔').click()
    await book.getByText('不算了').waitFor()
    await gone(button(book, '打印'))
    expect(await problemsOf(book)).toEqual([])
    await page.reload()
    await settled(page)
    await page.getByText('11月25日的收据 25 张').waitFor()
    expect(await words(page)).not.toContain('2026—0002')
  })
})
