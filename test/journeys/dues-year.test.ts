/**
 * A year of dues on the screens people use: 26 members are approved, collected from month by month, put right, closed by two, handed up and
 * printed, and every total is the sum of what was tapped. What was typed into the calculator never leaves the phone.
 */
import type { Page } from 'playwright-core'
import { monthsOfYear } from '#shared/dues/ids'
import { sumOf } from '#shared/dues/standing'
import { fen, sayYuan } from '#shared/kernel/fen'
import { nothing } from '#shared/kernel/organisation'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, gone, openStage, type Stage, settled, words } from './stage'
import { keepSessions } from './unending'

const year = '2027'

/** Whose amount follows from an income, what is typed, and what comes out of it. */
const calculated = [
  { name: '李强', kind: '按月领工资', fields: { '每月税后工资（元）': '4823.71' }, yuan: '48.24' },
  { name: '周德福', kind: '离退休', fields: { '每月离退休费、养老金（元）': '5000.37' }, yuan: '50.00' },
  {
    name: '王志强',
    kind: '个体经营',
    fields: { '上季度第一个月净赚（元）': '6007.11', '第二个月净赚（元）': '0', '第三个月净赚（元）': '3001.02' },
    yuan: '30.03',
  },
] as const
const typedDigits = ['4823', '482371', '5000.37', '500037', '6007', '600711', '3001.02', '300102', '900813', '3002.71', '300271']

describe('a year of dues', () => {
  let stage: Stage
  let names: readonly string[] = []
  const wire: string[] = []
  const amounts = new Map<string, string>()

  beforeAll(async () => {
    stage = await openStage()
    const { village } = stage
    await village.staff()
    await keepSessions(village, ['老王', '陈芳', '刘桂兰', '方敏', '张大爷'])
    names = dataOf(await village.as('老王').members.list({ limit: 100 })).rows.map(({ name }) => name)
    village.clock.set(`${year}-01-04`, '09:00')
  })
  afterAll(() => stage.close())

  /** A phone in somebody's hands for the whole year; what it asks is written down. */
  const phoneOf = async (who: string, path: string) => {
    const page = await stage.open(path, who, { clockAt: stage.village.clock.now() })
    page.on('request', (request) => wire.push(`${request.url()} ${request.postData() ?? ''}`))
    return page
  }
  const turnTo = async (page: Page, path: string) => {
    await page.clock.setFixedTime(stage.village.clock.now())
    await page.goto(`${stage.village.url}${path}`)
    await page.reload()
    await settled(page)
  }
  const on = (month: string, time: string) => stage.village.clock.set(`${month}-25`, time)
  const receive = (name: string) => `收到 ${name} ${amounts.get(name)} 元`
  const monthlyFen = () => [...amounts.values()].reduce((sum, yuan) => sum + Number(yuan.replace('.', '')), 0)

  it('begins: the month, what farmers pay, and who checks', async () => {
    const page = await phoneOf('老王', '/#/dues/settings/index')
    await page.getByLabel('务农党员每月交多少元？').fill('0.50')
    expect(await problemsOf(page)).toEqual([])
    await button(page, '从这个月开始记').click()
    await page.getByText('谁核对').click()
    await page.getByRole('checkbox', { name: /刘桂兰/ }).click()
    await button(page, '指定这 1 位').click()
    await gone(page.getByText('谁来核对党费？'))
    expect(await problemsOf(page)).toEqual([])
    const { book } = dataOf(await stage.village.as('老王').dues.getBook({}))
    expect(book).toMatchObject({ startMonth: `${year}-01`, farmerFen: 50, checkers: [{ name: '刘桂兰' }] })
  })

  it('is approved member by member; what was typed stays on the phone', async () => {
    const page = await phoneOf('老王', '/#/dues/approvals/index')
    for (const name of names) amounts.set(name, name === '赵玉珍' ? '0.20' : '0.50')
    for (const { name, yuan } of calculated) amounts.set(name, yuan)
    for (const name of names.filter((one) => amounts.get(one) === '0.50')) {
      await button(page, `${name}，务农 0.50 元`).click()
    }
    await page.getByText(`核定了 ${names.length - 4} / ${names.length} 人`).waitFor()
    for (const { name, kind, fields, yuan } of calculated) {
      const { memberId } = stage.village.person(name)
      await turnTo(page, `/#/dues/approve/index?memberId=${memberId}`)
      await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).click()
      for (const [label, typed] of Object.entries(fields)) await page.getByLabel(label).fill(typed)
      await button(page, `用 ${yuan} 元`).click()
      expect(await problemsOf(page)).toEqual([])
      await button(page, `核定每月 ${yuan} 元`).click()
      await settled(page)
    }
    await turnTo(page, `/#/dues/approve/index?memberId=${stage.village.person('赵大娘').memberId}`)
    await page.getByRole('radio', { name: /^每月两角的/ }).click()
    await button(page, '核定每月 0.20 元').click()
    await settled(page)
    await turnTo(page, '/#/dues/approvals/index')
    await page.getByText(`核定了 ${names.length} / ${names.length} 人`).waitFor()

    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    for (const digits of typedDigits) {
      expect(wire.filter((asked) => asked.includes(digits))).toEqual([])
      expect(kept).not.toContain(digits)
    }
    expect(wire.some((asked) => asked.includes('dues.approve'))).toBe(true)
  })

  it('is collected month by month, without a signal too, and each day is closed by two', async () => {
    const { village } = stage
    const [chen, liu] = [await phoneOf('陈芳', '/#/dues/collect/index'), await phoneOf('刘桂兰', '/')]
    for (const month of monthsOfYear(year)) {
      on(month, '10:00')
      await turnTo(chen, '/#/dues/collect/index')
      // In May a daughter pays for her father: named on the receipt, and the branch agreed.
      if (month === `${year}-05`) {
        const { memberId } = village.person('张大爷')
        await turnTo(chen, `/#/dues/payment/index?memberId=${memberId}&month=${month}`)
        await chen.getByRole('radio', { name: /亲属代交/ }).click()
        await chen.getByLabel('怎么称呼').fill('女儿张敏')
        await chen.getByRole('checkbox', { name: /支部同意代交/ }).click()
        await button(chen, '收到 0.50 元').click()
        await chen.getByText('收了 0.50 元').waitFor()
        await turnTo(chen, '/#/dues/collect/index')
      }
      const isOffline = month === `${year}-03`
      if (isOffline) await chen.context().setOffline(true)
      const left = names.filter((name) => month !== `${year}-05` || name !== '张建国')
      for (const name of left) await button(chen, receive(name)).click()
      if (isOffline) {
        expect(await chen.getByText('待入账').count()).toBe(left.length)
        expect(dataOf(await village.as('陈芳').dues.countMonth({ month })).paid).toBe(0)
        await chen.context().setOffline(false)
      }
      await chen.getByText('没交 0').waitFor()
      if (month === `${year}-06`) await correct(chen, month)

      await turnTo(chen, `/#/dues/day/index?day=${month}-25`)
      await button(chen, '点好了，请刘桂兰核对').click()
      await chen.getByText('等刘桂兰在自己的手机上核对').waitFor()
      await turnTo(liu, '/#/dues/check/index')
      const seen = await words(liu)
      expect(seen).toContain(sayYuan(fen(monthlyFen())))
      expect(seen).not.toMatch(/张建国|李强|务农/)
      await button(liu, '数目对，我来关账').click()
      await liu.getByText('关好了').first().waitFor()
    }
    expect(await problemsOf(chen)).toEqual([])
    expect(await problemsOf(liu)).toEqual([])
    // Three hundred taps, one after the other.
  }, 480_000)

  /** The wrong amount of cash was noticed: the receipt is reversed with its reason, and written anew. */
  async function correct(chen: Page, month: string): Promise<void> {
    await turnTo(chen, `/#/dues/payment/index?memberId=${stage.village.person('刘洋').memberId}&month=${month}`)
    await button(chen, '记错了，冲正').click()
    await chen.getByRole('radio', { name: '金额不对' }).click()
    await button(chen, '冲正这一笔').click()
    await settled(chen)
    await turnTo(chen, '/#/dues/collect/index')
    await button(chen, receive('刘洋')).click()
    await chen.getByText('没交 0').waitFor()
  }

  it('goes up, and the town says that it came', async () => {
    const { village } = stage
    const wang = await phoneOf('老王', '/#/dues/hand-in/index')
    const fang = await phoneOf('方敏', '/#/dues/town/index')
    village.clock.set(`${year}-12-27`, '10:00')
    await turnTo(wang, '/#/dues/hand-in/index')
    await wang.getByRole('button', { name: /^上缴 / }).click()
    await wang.getByLabel('谁送的').fill('陈芳')
    await button(wang, '记上，出上缴单').click()
    await wang.getByText('上缴单').first().waitFor()
    expect(await problemsOf(wang)).toEqual([])
    await turnTo(fang, '/#/dues/town/index')
    await fang.getByRole('button', { name: new RegExp(`示范村支部 ${sayYuan(fen(monthlyFen() * 12))} 元`) }).click()
    expect(await words(fang)).not.toMatch(/张建国|刘桂兰/)
    await fang.getByRole('button', { name: /收到/ }).last().click()
    await fang.getByText('没有要点收的').waitFor()
    expect(await problemsOf(fang)).toEqual([])
  })

  it('is printed, and every total is the sum', async () => {
    const { village } = stage
    const total = fen(monthlyFen() * 12)
    const said = sayYuan(total)
    const wang = await phoneOf('老王', `/#/dues/register/index?year=${year}`)
    const register = await words(wang)
    expect(register).toContain(said)
    for (const name of ['张建国', '刘桂兰']) expect(register.replaceAll('\u3000', '')).toContain(name)
    expect((await wang.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await turnTo(wang, `/#/dues/year-sheet/index?year=${year}`)
    expect((await words(wang)).split(said).length).toBeGreaterThan(2)
    await turnTo(wang, `/#/dues/approval-sheet/index?year=${year}`)
    expect(await words(wang)).toContain('48.24')

    const all = { ...nothing, all: true }
    const entries = await village.house.stores.dues.listYear(all, village.branchId, year)
    expect(sumOf(entries)).toBe(total)
    const numbers = entries.flatMap((entry) => ('number' in entry ? [entry.number] : []))
    expect(numbers).toEqual(Array.from({ length: 26 * 12 + 2 }, (_, place) => place + 1))
    const rows = dataOf(await village.as('老王').dues.getRegister({ year, limit: 100 })).rows
    expect(rows.reduce((sum, { paidFen }) => sum + paidFen, 0)).toBe(total)
    expect(dataOf(await village.as('老王').dues.getYearSheet({ year }))).toMatchObject({
      ...{ collectedFen: total, handedUpFen: total, inHandFen: 0, receipts: 26 * 12 + 1, reversals: 1, members: 26, settledMembers: 26 },
    })
  })

  it('a member sees the year, and who paid in May', async () => {
    const zhang = await phoneOf('张大爷', '/#/dues/mine/index')
    await zhang
      .getByText(/女儿张敏/)
      .first()
      .waitFor()
    expect(await problemsOf(zhang)).toEqual([])
  })
})
