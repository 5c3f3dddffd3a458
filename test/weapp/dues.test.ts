/** Dues on the built mini-program: a tick without a signal waits for its number, who was first is named, and an income is kept nowhere. */
import { keepDues } from '../dues/keeping'
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

const month = '2026-11'

describe('who collects dues', () => {
  let village: Village
  let phone: Phone
  beforeAll(async () => {
    village = await newVillage()
    await village.staff()
    const secretary = village.as('老王')
    await keepDues({ secretary, rows: dataOf(await secretary.members.list({ limit: 100 })).rows }, { startMonth: month })
    phone = openPhone(village.browser('陈芳'))
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  const entryOf = async (wanted: string) => {
    const { rows } = dataOf(await village.as('老王').dues.listMonth({ month, limit: 100 }))
    return rows.find(({ name }) => name === wanted)?.entry
  }

  it('keeps a tick in the phone without a number, and sends it once there is a signal', async () => {
    const page = await phone.open('dues/collect/index', {})
    expect(page.words()).toContain('没交 26')
    await phone.network(false)
    await page.tap('收到')
    expect(page.words()).toContain('待入账')
    expect(page.words()).toContain('还没有收据')
    expect(await entryOf('王志强')).toBeUndefined()
    await phone.network(true)
    await page.until('没交 25')
    expect(await entryOf('王志强')).toMatchObject({ number: 1, collector: '陈芳', totalFen: 1250 })
  })

  it('is told who was first, and the tick stays until that was read', async () => {
    const page = await phone.open('dues/collect/index', {})
    await phone.network(false)
    await page.tap('收到')
    const { memberId } = village.person('陈芳')
    const given = { memberId, months: [month], dueFen: 50, day: '2026-11-25', way: 'cash', payer: { kind: 'self' } } as const
    dataOf(await village.as('老王').dues.recordPayment({ ...given, months: [month] }))
    await phone.network(true)
    await page.until('王志强 6:00 已经收过')
    await page.tap('知道了')
    expect(page.words()).not.toContain('已经收过')
    expect(await entryOf('陈芳')).toMatchObject({ number: 2, collector: '王志强' })
  })

  it('works an amount out that leaves no trace of the income', async () => {
    const page = await phone.open('dues/approve/index', { memberId: village.person('孙桂英').memberId })
    await page.tap('改每月交多少')
    await page.tap(/^按月领工资/)
    await page.type('61234.57')
    expect(page.words()).toContain('每月 1224.69 元')
    expect(page.words()).toContain('其余 224.69 元算自愿多交')
    expect(JSON.stringify([...phone.stored])).not.toMatch(/61234|6123457/)
  })
})
