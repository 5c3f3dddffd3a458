/** The form of a request for hardship relief. Why somebody is in hardship is not asked and has no field. */
import { approvalIn } from '#shared/dues/standing'
import { dayOf, isDay, type MonthKey, monthOf, shiftMonth } from '#shared/kernel/day'
import { type Fen, fen } from '#shared/kernel/fen'
import type { ApprovalRow } from '../../parts/approval-row'
import { fenTyped } from '../../parts/typed-yuan'
import { earlierOf, laterOf } from '../../parts/year-month'

export interface HardshipForm {
  readonly from: MonthKey
  readonly to: MonthKey
  /** undefined: not chosen yet */
  readonly relief: 'waived' | 'reduced' | undefined
  /** as typed, where it is reduced */
  readonly monthlyYuan: string
  /** when the branch met about it */
  readonly metOn: string
}

export function hardshipFormOf({ from, to }: { readonly from: MonthKey; readonly to: MonthKey }, now: number): HardshipForm {
  const month = laterOf(from, earlierOf(to, monthOf(now)))
  return { from: month, to: month, relief: undefined, monthlyYuan: '', metOn: dayOf(now) }
}

/** What is due without any relief; undefined where it was not set for the month. */
export function normalIn({ approvals }: Pick<ApprovalRow, 'approvals'>, month: MonthKey): Fen | undefined {
  const approval = approvalIn(approvals, month)
  return approval && fen(approval.monthlyFen)
}

/** As far as one request reaches: twelve months. */
export function lastMonthFrom(from: MonthKey): MonthKey {
  return shiftMonth(from, 11)
}

/** Undefined while something is missing. */
export function hardshipInputOf({ from, to, relief, monthlyYuan, metOn }: HardshipForm) {
  const monthlyFen = relief === 'waived' ? 0 : relief === 'reduced' ? fenTyped(monthlyYuan) : undefined
  return monthlyFen === undefined || to < from || !isDay(metOn) ? undefined : { from, to, monthlyFen, metOn }
}
