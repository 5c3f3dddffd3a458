/** Receipts as they are handed out: who may hold which, and which of a day there are. */
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { dataOf, newVillage, type Village } from '../village/village'
import { keepDues } from './keeping'

const refusalOf = (reply: AnyReply) => (reply.ok ? undefined : reply.code)
const [today, yesterday] = ['2026-11-25', '2026-11-24'] as const

describe('receipts on paper', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
    await village.staff()
    const secretary = village.as('老王')
    await keepDues({ secretary, rows: dataOf(await secretary.members.list({ limit: 100 })).rows })
    village.clock.set(today, '10:00')
  })
  afterEach(() => village.close())

  const pay = async (name: string, months: readonly string[] = ['2026-11'], day: string = today, giftFen = 0) => {
    const { memberId } = village.person(name)
    const given = { memberId, dueFen: 50 * months.length, giftFen, day, way: 'cash', payer: { kind: 'self' } } as const
    return dataOf(await village.as('老王').dues.recordPayment({ ...given, months: [...months] })).entryId
  }
  const numbersOf = async (who: string, day: string, limit?: number) => {
    const numbers: (number | undefined)[] = []
    let after: string | undefined
    do {
      const asked = { day, ...(limit === undefined ? {} : { limit }), ...(after === undefined ? {} : { after }) }
      const page = dataOf(await village.as(who).dues.listReceipts(asked))
      numbers.push(...page.rows.map(({ number }) => number))
      after = page.next
    } while (after !== undefined)
    return numbers
  }

  it('say what was paid, for which months, by whom, to whom and where', async () => {
    const entryId = await pay('张大爷', ['2026-10', '2026-11'], today, 100)
    expect(dataOf(await village.as('张大爷').dues.getReceipt({ entryId }))).toEqual({
      ...{ entryId, kind: 'receipt', year: '2026', number: 1, day: today, at: village.clock.now() },
      ...{ months: ['2026-10', '2026-11'], totalFen: 200, giftFen: 100, way: 'cash', payer: '本人' },
      ...{ collector: '王志强', name: '张建国', branchName: '示范村支部' },
    })
  })

  it('are for their owner, the collectors above them, and for nobody else', async () => {
    const entryId = await pay('张大爷')
    for (const who of ['张大爷', '老王', '陈芳', '徐大勇']) {
      expect([who, dataOf(await village.as(who).dues.getReceipt({ entryId })).name]).toEqual([who, '张建国'])
    }
    // Another member of the same branch, the discipline officer, the leader of another group, the neighbours, the town.
    for (const who of ['刘桂兰', '李秀兰', '田有福']) {
      expect([who, refusalOf(await village.as(who).dues.getReceipt({ entryId }))]).toEqual([who, 'NOT_FOUND'])
    }
    expect(refusalOf(await village.as('方敏').dues.getReceipt({ entryId }))).toBe('NOT_ALLOWED')
  })

  it('stay readable to their owner and the officers when they were taken back, and say so', async () => {
    const entryId = await pay('张大爷')
    const { entryId: reversalId } = dataOf(await village.as('老王').dues.reverse({ entryId, reason: 'wrongPerson' }))
    expect(dataOf(await village.as('张大爷').dues.getReceipt({ entryId })).isReversed).toBe(true)
    expect(refusalOf(await village.as('老王').dues.getReceipt({ entryId: reversalId }))).toBe('NOT_FOUND')
  })

  it('of a day are those of that day, in the order of their numbers, over pages too', async () => {
    for (const name of ['张大爷', '刘桂兰']) await pay(name)
    await pay('徐大勇', ['2026-11'], yesterday)
    for (const name of ['唐双喜', '宋秋菊']) await pay(name)
    expect(await numbersOf('老王', today)).toEqual([1, 2, 4, 5])
    expect(await numbersOf('老王', today, 1)).toEqual([1, 2, 4, 5])
    expect(await numbersOf('老王', today, 2)).toEqual([1, 2, 4, 5])
    expect(await numbersOf('老王', yesterday)).toEqual([3])
    expect(await numbersOf('老王', '2026-11-20')).toEqual([])
  })

  it('of a day are for a group leader those of their group', async () => {
    for (const name of ['刘桂兰', '张建国', '唐双喜', '林树根']) await pay(name)
    expect(await numbersOf('老王', today)).toEqual([1, 2, 3, 4])
    const { rows } = dataOf(await village.as('徐大勇').dues.listReceipts({ day: today }))
    expect(rows.map(({ name }) => name)).toEqual(['张建国', '林树根'])
  })

  it('know who has left since', async () => {
    const entryId = await pay('唐双喜')
    const { memberId, version } = dataOf(await village.as('老王').members.get({ memberId: village.person('唐双喜').memberId }))
    dataOf(await village.as('老王').members.remove({ memberId, version, reason: 'moved' }))
    expect(dataOf(await village.as('老王').dues.getReceipt({ entryId })).name).toBe('唐双喜')
  })

  it('are no business of a page that was made up', async () => {
    await pay('张大爷')
    for (const after of ['x', '-5', '1e9', '99999999']) {
      expect(dataOf(await village.as('老王').dues.listReceipts({ day: today, after })).next).toBeUndefined()
    }
  })
})
