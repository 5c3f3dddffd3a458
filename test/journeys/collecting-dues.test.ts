/** S5: one tap a person, in a hall without a signal as well; what was refused stays until it was read; a day is closed by two. */
import type { Page } from 'playwright-core'
import { keepDues } from '../dues/keeping'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, gone, openStage, type Stage, settled, words } from './stage'

describe('collecting dues', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    const { village } = stage
    await village.staff()
    const secretary = village.as('老王')
    await keepDues({ secretary, rows: dataOf(await secretary.members.list({ limit: 100 })).rows }, { startMonth: '2026-11' })
    village.clock.set('2026-11-25', '09:40')
  })
  afterAll(() => stage.close())

  /** The list of a collector, whose own clock stands as the village's does. */
  const open = async () => {
    const page = await stage.open('/#/dues/collect/index', '老王')
    await page.getByText('没交 ').waitFor()
    return page
  }
  const take = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^收到 ${name} `) })
  const entries = async () => dataOf(await stage.village.as('老王').dues.listEntries({ year: '2026', limit: 100 })).rows
  const ofMember = async (name: string) => {
    const { rows } = dataOf(await stage.village.as('老王').dues.listMonth({ month: '2026-11', limit: 100 }))
    return rows.find((row) => row.name === name)
  }

  it('is one tap, keeps its place, and can be taken back for a while', async () => {
    const page = await open()
    await take(page, '张建国').click()
    await page.getByText('收了张建国 0.50 元').waitFor()
    const names = await page.locator('.due-name').allInnerTexts()
    expect(names.some((name) => name.startsWith('张建国'))).toBe(true)
    expect(await words(page)).toContain('今天 1 笔，0.50 元')
    expect(await problemsOf(page)).toEqual([])
    expect((await ofMember('张建国'))?.entry?.number).toBe(1)

    await button(page, '撤销，张建国').click()
    await take(page, '张建国').waitFor()
    expect((await entries()).map(({ kind, number }) => [kind, number])).toEqual([
      ['receipt', 1],
      ['reversal', 2],
    ])
    expect((await ofMember('张建国'))?.state).toBe('due')
  })

  it('goes down the list by Enter', async () => {
    const page = await open()
    await take(page, '李秀兰').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByText('今天 4 笔').waitFor()
    expect((await entries()).slice(2).map(({ name }) => name)).toEqual(['李秀兰', '周德福'])
    // A tick that was written down twice would be two receipts.
    expect((await entries()).length).toBe(4)
  })

  it('waits without a signal, without a number, and gets it or a plain refusal', async () => {
    const { village } = stage
    const page = await open()
    await page.context().setOffline(true)
    await page.getByText('没有网，收到的先记在这部手机里').waitFor()
    for (const name of ['刘桂兰', '唐双喜']) await take(page, name).click()
    await page.getByText('待入账').nth(1).waitFor()
    expect(await words(page)).toContain('王志强 9:40 收的，还没有收据')
    expect(await page.getByRole('button', { name: /^撤销/ }).count()).toBe(0)
    expect(await problemsOf(page)).toEqual([])
    expect((await ofMember('唐双喜'))?.state).toBe('due')

    const { memberId } = village.person('唐双喜')
    const paid = { memberId, months: ['2026-11'], dueFen: 50, day: '2026-11-25', way: 'cash', payer: { kind: 'self' } } as const
    dataOf(await village.as('陈芳').dues.recordPayment({ ...paid, months: ['2026-11'] }))
    await page.context().setOffline(false)
    await page.getByText('没入账：唐双喜11月的，陈芳 9:40 已经收过').waitFor()
    await page.getByText('今天 6 笔').waitFor()
    expect((await ofMember('刘桂兰'))?.entry?.number).toBe(6)
    expect(await problemsOf(page)).toEqual([])
    await button(page, '知道了，唐双喜11月的').click()
    await gone(page.getByText('没入账'))
  })

  it('is of this month on a phone whose clock stands in another, before the server has said what time it is', async () => {
    const page = await stage.open('/', '老王', { clockAt: Date.parse('2027-03-25T02:00:00Z') })
    let answer = () => {}
    const heard = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.context().route('**/api', async (route) => {
      if (route.request().postData()?.includes('session.who')) await heard
      await route.continue()
    })
    await page.evaluate(() => localStorage.removeItem('lianxin.clock'))
    await page.goto(`${stage.village.url}/#/dues/collect/index`)
    await page.reload()
    await page.getByText('收3月党费').waitFor()
    answer()
    await page.getByText('收11月党费').waitFor()
    await take(page, '宋秋菊').waitFor()
    await page.context().close()
  })

  it('is not counted while this phone holds something back', async () => {
    const page = await open()
    await page.context().route('**/api', async (route) => {
      if (route.request().postData()?.includes('dues.recordPayment')) await route.abort('internetdisconnected')
      else await route.continue()
    })
    const told = page.waitForRequest((request) => request.postData()?.includes('dues.sayWaiting') ?? false)
    await take(page, '宋秋菊').click()
    await page.getByText('待入账').waitFor()
    await button(page, '今天收完，请刘桂兰核对').click()
    await button(page, '点好了，请刘桂兰核对').click()
    await page.getByText('这部手机里还有 1 笔没传上来，传完再关').waitFor()
    // The branch knows of it: nobody else can close the day either.
    expect((await told).postData()).toContain('"count":1')
    await settled(page)
    const [today] = dataOf(await stage.village.as('陈芳').dues.listDays({})).rows
    expect(today).toMatchObject({ stage: 'open', waiting: [{ name: '王志强', count: 1 }] })
    await page.context().unroute('**/api')
    // Now it is sent first; what came with it is looked at before it is counted.
    await button(page, '点好了，请刘桂兰核对').click()
    await page.getByText('刚才又记了一笔，请看一眼再来').waitFor()
    await page.getByText('元，7 笔').waitFor()
    await button(page, '点好了，请刘桂兰核对').click()
    await page.getByText('等刘桂兰在自己的手机上核对').waitFor()

    const { code } = dataOf(await stage.village.as('刘桂兰').members.getCard({}))
    await button(page, '他没带手机，用党员卡').click()
    await page.getByLabel('卡上码下面的 8 个字母和数字').fill(code)
    await button(page, '他核对过了').click()
    await page.getByText('关账了').waitFor()
    await settled(page)
    expect(await words(page)).toContain('凭党员卡和签名')
    expect(await problemsOf(page)).toEqual([])
  })
})
