/** The dues of a branch from the first approval to the money that goes up, by the actions people use. */
import { instantOf } from '#shared/kernel/day'
import { dataOf, newVillage, type Village } from '../village/village'
import { keepDues } from './keeping'

describe('a branch keeps its dues', () => {
  let village: Village
  const idOf = (name: string) => village.person(name).memberId
  const wang = () => village.as('老王').dues
  const chen = () => village.as('陈芳').dues
  const liu = () => village.as('刘桂兰').dues

  beforeEach(async () => {
    village = await newVillage()
    await village.staff()
    await keepDues({ secretary: village.as('老王'), rows: dataOf(await village.as('老王').members.list({ limit: 100 })).rows })
  })
  afterEach(() => village.close())

  const pay = (name: string, months: string[], dueFen: number) =>
    chen().recordPayment({ memberId: idOf(name), months, dueFen, day: '2026-11-25', way: 'cash', payer: { kind: 'self' } })

  it('a payment has a number, is seen by who paid, counted, checked by another, and handed in', async () => {
    const paid = dataOf(await pay('张大爷', ['2026-11'], 50))
    expect(paid).toMatchObject({ number: 1, year: '2026', totalFen: 50 })
    expect(dataOf(await pay('李强', ['2026-10', '2026-11'], 9600))).toMatchObject({ number: 2, totalFen: 9600 })
    expect(dataOf(await village.as('张大爷').dues.getMine({}))).toMatchObject({
      now: { state: 'paid', assessedFen: 50 },
      entries: [{ number: 1, payer: '本人', collector: '陈芳' }],
      reminder: 'meeting',
    })
    const count = dataOf(await wang().countMonth({ month: '2026-11' }))
    expect(count).toMatchObject({ paid: 2, expected: 26, unset: 0, openDays: 1, forMeeting: 26 })
    expect(await chen().countDay({ day: '2026-11-25', count: 2, sumFen: 9650 })).toMatchObject({ ok: true })
    const { days } = dataOf(await liu().listToCheck({}))
    expect(days).toMatchObject([
      {
        sumFen: 9650,
        receipts: [
          { number: 1, fen: 50 },
          { number: 2, fen: 9600 },
        ],
      },
    ])
    expect(await village.as('张大爷').dues.checkDay({ day: '2026-11-25', count: 2, sumFen: 9650 })).toMatchObject({ code: 'NOT_NAMED' })
    expect(await liu().checkDay({ day: '2026-11-25', count: 2, sumFen: 9650 })).toMatchObject({ ok: true })
    expect(await pay('刘桂兰', ['2026-11'], 50)).toMatchObject({ code: 'DAY_CLOSED' })
    const sent = dataOf(await wang().handIn({ through: '2026-11-30', sumFen: 9650, on: '2026-11-25', carrier: '陈芳', way: 'cash' }))
    expect(dataOf(await village.as('方敏').dues.listHandIns({})).rows).toMatchObject([{ lineId: sent.lineId, fen: 9650, state: 'sent' }])
    expect(await village.as('方敏').dues.receiveHandIn({ lineId: sent.lineId, fen: 9650 })).toMatchObject({ data: { state: 'received' } })
    expect(dataOf(await wang().getYearSheet({ year: '2026' }))).toMatchObject({ collectedFen: 9650, handedUpFen: 9650, inHandFen: 0 })
    expect(dataOf(await wang().exportRegister({ year: '2026' })).fileName).toContain('2026')
  })

  it('a reversal takes the month back under a number of its own', async () => {
    const { entryId } = dataOf(await pay('张大爷', ['2026-11'], 50))
    expect(dataOf(await chen().reverse({ entryId, reason: 'wrongPerson' }))).toMatchObject({ number: 2 })
    expect(dataOf(await village.as('张大爷').dues.getMine({}))).toMatchObject({ now: { state: 'due' } })
    expect(dataOf(await wang().listDays({})).rows).toMatchObject([{ count: 2, sumFen: 0, numbers: { first: 1, last: 2 } }])
    expect(dataOf(await pay('张大爷', ['2026-11'], 50))).toMatchObject({ number: 3 })
  })

  it('who collected first is named to who comes second, with when they took it and not when it arrived', async () => {
    const given = {
      memberId: idOf('张大爷'),
      months: ['2026-11'],
      dueFen: 50,
      day: '2026-11-25',
      way: 'cash',
      payer: { kind: 'self' },
    } as const
    const tickedAt = instantOf('2026-11-25', '05:40')
    dataOf(await chen().recordPayment({ ...given, months: ['2026-11'], tickedAt }))
    expect(await wang().recordPayment({ ...given, months: ['2026-11'] })).toMatchObject({
      code: 'MONTH_PAID',
      message: '张建国11月的，陈芳 5:40 已经收过',
    })
  })

  it('a member reads the sums of years that are over, so that nobody counts them before and after a payment', async () => {
    expect(await village.as('张大爷').dues.getYearSheet({ year: '2026' })).toMatchObject({ code: 'NOT_PUBLISHED' })
    expect(await village.as('张大爷').dues.getYearSheet({ year: '2025' })).toMatchObject({ ok: true })
    expect(await village.as('李秀兰').dues.getYearSheet({ year: '2026' })).toMatchObject({ ok: true })
  })

  it('whoever takes over the office finds the dues in hand on the slip', async () => {
    dataOf(await pay('李强', ['2026-11'], 4800))
    const to = { personId: village.person('张大爷').personId }
    const { openItems } = dataOf(await village.as('方敏').roles.handOver({ unitId: village.branchId, to, claimsToo: true }))
    expect(openItems.dues).toEqual({ inHandFen: 4800, openDays: 1 })
  })

  it('a discipline officer looks once, and each member reads that they did', async () => {
    dataOf(await pay('张大爷', ['2026-11'], 50))
    const li = village.as('李秀兰').dues
    const first = dataOf(await li.inspectRegister({ year: '2026' }))
    const rest = dataOf(await li.inspectRegister({ year: '2026', after: first.next ?? '' }))
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([20, 6, undefined])
    expect(dataOf(await village.as('张大爷').assists.listLooks({})).rows).toHaveLength(1)
  })
})
