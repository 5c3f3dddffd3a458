/** What is set once a year and what was not paid, for the branch's officers. */
import { amountOf, farmersPay } from '../../cloudfunctions/demo/rosters'
import { dataOf, type Village } from '../village/village'
import type { Opened } from './pages'

export const ofDuesApprovals: readonly Opened[] = [
  ['how dues are kept, not begun', '田有福', '/#/dues/settings/index'],
  ['how dues are kept, from which month', '田有福', '/#/dues/settings/index', '2026年11月'],
  ['how dues are kept', '老王', '/#/dues/settings/index'],
  ['how dues are kept, the start', '老王', '/#/dues/settings/index', '从哪个月开始'],
  ['how dues are kept, how to pay', '老王', '/#/dues/settings/index', '怎么交'],
  ['how dues are kept, who checks', '老王', '/#/dues/settings/index', '谁核对'],
  ['how dues are kept, no right', '徐大勇', '/#/dues/settings/index'],
  ['approvals', '老王', '/#/dues/approvals/index'],
  ['approvals, those that are made', '老王', '/#/dues/approvals/index', '定了 '],
  ['approvals, one tap', '老王', '/#/dues/approvals/index', '照去年定'],
  ['approvals, not begun', '田有福', '/#/dues/approvals/index'],
  ['approvals, no right', '张大爷', '/#/dues/approvals/index'],
  ['an approval, a farmer', '老王', '/#/dues/approve/index?memberId={open}', '务农'],
  ['an approval, a retiree', '老王', '/#/dues/approve/index?memberId={open}', '离退休'],
  ['an approval, an operator', '老王', '/#/dues/approve/index?memberId={open}', '个体经营'],
  ['an approval to be changed', '老王', '/#/dues/approve/index?memberId={changed}'],
  ['an approval, changing it', '老王', '/#/dues/approve/index?memberId={changed}', '改每月交多少'],
  ['what the branch agreed to', '老王', '/#/dues/approve/index?memberId={changed}', '按季交、出国、先不催'],
  ['a line out of the book of paper', '老王', '/#/dues/approve/index?memberId={changed}', '纸质册一行'],
  ['asking for relief', '老王', '/#/dues/approve/index?memberId={changed}', '困难减免'],
  ['relief that waits', '老王', '/#/dues/approve/index?memberId={relief}', '困难减免'],
  ['an approval of nobody', '老王', '/#/dues/approve/index?memberId=x'],
  ['arrears', '老王', '/#/dues/arrears/index'],
  ['arrears, a good reason', '老王', '/#/dues/arrears/index', '先不催'],
  ['arrears, a group leader', '徐大勇', '/#/dues/arrears/index'],
  ['arrears, no right', '张大爷', '/#/dues/arrears/index'],
  ['the sheet of approvals', '老王', '/#/dues/approval-sheet/index?year=2026'],
]

/** Who was in arrears at the end of a year that is half approved: by months paid since it began. */
const paidThrough: Readonly<Record<string, string>> = { 刘桂兰: '2026-09', 赵玉珍: '2026-07', 李强: '2026-05', 林树根: '2026-04' }

/** Six are not approved, one amount was changed, one asks for relief, and some have not paid for months. */
export async function duesApproved(village: Village): Promise<Readonly<Record<string, string>>> {
  const { dues, members } = village.as('老王')
  dataOf(await dues.start({ startMonth: '2025-11', farmerFen: farmersPay }))
  dataOf(await dues.setHowToPay({ howToPay: '党日那天在村委会交给陈芳，现金、转账都行' }))
  const { rows } = dataOf(await members.list({ limit: 100 }))
  for (const { memberId, name } of rows.slice(2)) dataOf(await dues.approve({ memberId, from: '2025-11', ...amountOf(name) }))
  for (const { memberId, name } of rows.slice(6)) dataOf(await dues.approve({ memberId, from: '2026-01', ...amountOf(name) }))
  const [open = '', changed = '', relief = '', checker = ''] = ['陈芳', '李强', '林树根', '刘桂兰'].map((name) => idOf(rows, name))
  const lower = { kind: 'wage', monthlyFen: 2850, reason: 'incomeChanged' } as const
  dataOf(await dues.approve({ memberId: changed, from: '2026-07', ...lower }))
  dataOf(await dues.nameCheckers({ memberIds: [checker] }))
  dataOf(await dues.enterOpening({ memberId: changed, paidThrough: '2025-10', book: '第三册', page: '12 页', paidBy: '女儿李敏' }))
  dataOf(await dues.arrange({ memberId: relief, isQuarterly: false, excusedThrough: '2027-01' }))
  dataOf(await dues.requestHardship({ memberId: relief, from: '2026-12', to: '2027-05', monthlyFen: 0, metOn: '2026-11-18' }))
  const listed = dataOf(await dues.listMonth({ month: '2026-11', limit: 100 })).rows
  for (const { memberId, name, arrears } of listed) {
    const paid = arrears.filter(({ month }) => month <= (paidThrough[name] ?? '2026-10'))
    const dueFen = paid.reduce((sum, { assessedFen = 0 }) => sum + assessedFen, 0)
    const given = { memberId, dueFen, day: '2026-11-20', way: 'cash', payer: { kind: 'self' }, branchNote: '支部同意补交' } as const
    if (paid.length > 0) dataOf(await dues.recordPayment({ ...given, months: paid.map(({ month }) => month) }))
  }
  return { open, changed, relief }
}

function idOf(rows: readonly { readonly name: string; readonly memberId: string }[], name: string): string {
  return rows.find((row) => row.name === name)?.memberId ?? ''
}
