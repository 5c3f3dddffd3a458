/** Dues as they come in, for those who collect them. */
import { keepDues } from '../dues/keeping'
import { dataOf, type Village } from '../village/village'
import type { Opened } from './pages'

export const ofDuesCollectors: readonly Opened[] = [
  ['the month, with its dues', '老王', '/#/themeday/month/index'],
  ['the month, dues not begun', '田有福', '/#/themeday/month/index'],
  ['the month of an organisation officer', '陈芳', '/#/themeday/month/index'],
  ['home of a group leader who collects', '徐大勇', '/#/main/home/index'],
  ['collecting', '老王', '/#/dues/collect/index'],
  ['collecting, those who paid', '老王', '/#/dues/collect/index', '交了 '],
  ['collecting, just now', '老王', '/#/dues/collect/index', '收到'],
  ['collecting, which month', '老王', '/#/dues/collect/index', '11月'],
  ['collecting, a group leader', '徐大勇', '/#/dues/collect/index'],
  ['collecting, not begun', '田有福', '/#/dues/collect/index'],
  ['collecting, no right', '张大爷', '/#/dues/collect/index'],
  ['a payment', '老王', '/#/dues/payment/index?memberId={owes}'],
  ['a payment in advance', '老王', '/#/dues/payment/index?memberId={owes}', '提前交后面的'],
  ['a payment by a relative', '老王', '/#/dues/payment/index?memberId={owes}', '亲属代交'],
  ['a gift', '老王', '/#/dues/payment/index?memberId={owes}', '自愿多交一些'],
  ['paid elsewhere', '老王', '/#/dues/payment/index?memberId={owes}', '他在外地交了'],
  ['a payment said to be made', '老王', '/#/dues/payment/index?memberId={says}'],
  ['a payment to be reversed', '老王', '/#/dues/payment/index?memberId={paid}', '记错了，冲正'],
  ['a receipt', '老王', '/#/dues/receipts/index?entryId={receipt}'],
  ['a receipt to be reversed', '老王', '/#/dues/receipts/index?entryId={receipt}', '记错了，冲正'],
  ['a receipt of nobody', '老王', '/#/dues/receipts/index?entryId=x'],
  ['the receipts of a day', '老王', '/#/dues/receipts/index?day=2026-11-25'],
  ['the receipts of a day, a group leader', '徐大勇', '/#/dues/receipts/index?day=2026-11-25'],
  ['the receipts of a day, none', '老王', '/#/dues/receipts/index?day=2026-11-02'],
  ['the receipts of a day, no right', '张大爷', '/#/dues/receipts/index?day=2026-11-25'],
  ['days of collecting', '老王', '/#/dues/days/index'],
  ['days of collecting, none', '田有福', '/#/dues/days/index'],
  ['a day to be counted', '老王', '/#/dues/day/index?day=2026-11-25'],
  ['a day to be checked', '老王', '/#/dues/day/index?day=2026-11-24'],
  ['a day checked by card', '老王', '/#/dues/day/index?day=2026-11-24', '他没带手机，用党员卡'],
  ['a day that is closed', '老王', '/#/dues/day/index?day=2026-11-20'],
  ['a day without dues', '老王', '/#/dues/day/index?day=2026-11-02'],
]

/** One day that two have closed, one that is counted, and today: half of the branch has paid, and one says so. */
export async function duesComeIn(village: Village): Promise<Readonly<Record<string, string>>> {
  await village.staff()
  const [secretary, organiser] = [village.as('老王'), village.as('陈芳')]
  await keepDues({ secretary, rows: dataOf(await secretary.members.list({ limit: 100 })).rows }, { startMonth: '2026-10' })
  const { rows } = dataOf(await secretary.dues.listMonth({ month: '2026-11', limit: 100 }))
  const pay = async (row: (typeof rows)[number], day: string, months = ['2026-11']) => {
    const dueFen = months.length * (row.assessedFen ?? 0)
    const given = { memberId: row.memberId, months, dueFen, day, way: 'cash', payer: { kind: 'self' } } as const
    return dataOf(await organiser.dues.recordPayment({ ...given, months }))
  }
  const days = [
    ...rows.slice(4, 16).map((row, place) => [row, place < 4 ? '2026-11-20' : place < 8 ? '2026-11-24' : '2026-11-25'] as const),
  ]
  const receipts: string[] = []
  for (const [row, day] of days) receipts.push((await pay(row, day, ['2026-10', '2026-11'])).entryId)
  const seen = async (day: string) => {
    const duesDay = dataOf(await secretary.dues.listDays({})).rows.find((one) => one.day === day)
    return { day, count: duesDay?.count ?? 0, sumFen: duesDay?.sumFen ?? 0 }
  }
  for (const day of ['2026-11-20', '2026-11-24']) dataOf(await organiser.dues.countDay(await seen(day)))
  const checker = village.as('刘桂兰')
  dataOf(await checker.dues.checkDay(await seen('2026-11-20')))
  dataOf(await village.as('阿强').dues.sayPaid({ month: '2026-11', day: '2026-11-20', way: 'transfer' }))
  return {
    owes: village.person('李明强').memberId,
    says: village.person('阿强').memberId,
    paid: rows[4]?.memberId ?? '',
    receipt: receipts[0] ?? '',
  }
}
