import { keepDues } from '../dues/keeping'
import { dataOf, type Village } from '../village/village'
import type { Opened } from './pages'

/**
 * Dues as members meet them. Of what the village needs: it keeps its dues, 刘桂兰 is the checker and a day is counted; 张大爷 has receipts,
 * one of them reversed, owes a month and said of it that it is paid; 徐大勇 has paid nothing, and his opening line waits to be signed.
 */
export const ofDuesMembers: readonly Opened[] = [
  ['home, dues are due', '张大爷', '/#/main/home/index'],
  ['home, a day to check', '刘桂兰', '/#/main/home/index'],
  ['my dues', '张大爷', '/#/dues/mine/index'],
  ['my receipt', '张大爷', '/#/dues/receipts/index?entryId={receipt}'],
  ['my receipt that was taken back', '张大爷', '/#/dues/receipts/index?entryId={reversed}'],
  ['my dues, how to pay', '张大爷', '/#/dues/mine/index', '看怎么交'],
  ['my dues, I have paid', '张大爷', '/#/dues/mine/index', '我交了'],
  ['my dues, half a year behind', '徐大勇', '/#/dues/mine/index'],
  ['my dues, which month is paid', '徐大勇', '/#/dues/mine/index', '我交了'],
  ['my dues, nobody known', undefined, '/#/dues/mine/index'],
  ['a day to check', '刘桂兰', '/#/dues/check/index'],
  ['a line of the book of paper to sign', '刘桂兰', '/#/dues/check/index', '去签'],
  ['nothing to check', '张大爷', '/#/dues/check/index'],
  ['the yearly sheet of dues', '张大爷', '/#/dues/year-sheet/index'],
  ['the yearly sheet of dues, an officer', '老王', '/#/dues/year-sheet/index'],
]

/** What they see it in: the branch began in May, and one day waits for its second pair of eyes. */
export async function duesOfMembers(village: Village): Promise<Readonly<Record<string, string>>> {
  await village.staff()
  const [secretary, collector] = [village.as('老王'), village.as('陈芳')]
  await keepDues({ secretary, rows: dataOf(await secretary.members.list({ limit: 100 })).rows }, { startMonth: '2026-05' })
  const zhang = village.person('张大爷').memberId
  const pay = async (months: readonly string[]) => {
    const given = { memberId: zhang, dueFen: 50 * months.length, way: 'cash', payer: { kind: 'self' } } as const
    return dataOf(await collector.dues.recordPayment({ ...given, months: [...months], day: '2026-11-25' }))
  }
  const first = await pay(['2026-05', '2026-06', '2026-07'])
  const { entryId } = await pay(['2026-08', '2026-09'])
  dataOf(await collector.dues.reverse({ entryId, reason: 'wrongMonth' }))
  await pay(['2026-08', '2026-09'])
  dataOf(await village.as('张大爷').dues.sayPaid({ month: '2026-10', day: '2026-11-20', way: 'transfer' }))
  const opening = { paidThrough: '2026-05', book: '第三册', page: '12 页', paidBy: '本人' }
  dataOf(await secretary.dues.enterOpening({ memberId: village.person('徐大勇').memberId, ...opening }))
  dataOf(await collector.dues.countDay({ day: '2026-11-25', count: 4, sumFen: 250 }))
  return { receipt: first.entryId, reversed: entryId }
}
