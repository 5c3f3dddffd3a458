/** The form of one member's amount: what it starts with, what is missing, and what is sent. It holds no income. */
import type { ChangeReason, DueKind } from '#shared/dues/ids'
import { fixedFen, usualMostFen } from '#shared/dues/rules'
import { type MonthKey, monthOf } from '#shared/kernel/day'
import { type Fen, fen, sayYuan } from '#shared/kernel/fen'
import { type ApprovalRow, type Book, lastOf } from '../../parts/approval-row'
import { fenTyped, problemTyped } from '../../parts/typed-yuan'
import type { IncomeKind } from './calculator'

export interface ApproveForm {
  /** undefined: not chosen yet */
  readonly kind: DueKind | undefined
  /** as typed, or as it came out of the calculator */
  readonly monthlyYuan: string
  readonly from: MonthKey
  readonly reason: ChangeReason | undefined
}

/** From last year's, or from what holds; a change begins this month. */
export function approveFormOf(row: ApprovalRow, first: MonthKey, now: number): ApproveForm {
  const last = lastOf(row)
  const known = last ?? row.proposal
  const current = monthOf(now)
  const isThisYear = current.slice(0, 4) === first.slice(0, 4)
  return {
    kind: known?.kind,
    monthlyYuan: known === undefined || incomeKindOf(known.kind) === undefined ? '' : sayYuan(fen(known.monthlyFen)),
    from: last !== undefined && isThisYear && current > first ? current : first,
    reason: undefined,
  }
}

/** Undefined for those whose amount does not follow from an income. */
export function incomeKindOf(kind: DueKind | undefined): IncomeKind | undefined {
  return kind === undefined || kind === 'farmer' || kind === 'fixed' ? undefined : kind
}

/** Undefined while it is not known. */
export function monthlyOf({ kind, monthlyYuan }: ApproveForm, { farmerFen }: Pick<Book, 'farmerFen'>): Fen | undefined {
  if (kind === 'farmer') return fen(farmerFen)
  if (kind === 'fixed') return fixedFen
  return kind === undefined ? undefined : fenTyped(monthlyYuan)
}

/** What is wrong with the typed amount, beside its field. */
export function monthlyProblem(monthlyYuan: string): string | undefined {
  const monthly = fenTyped(monthlyYuan)
  if (monthly === undefined) return problemTyped(monthlyYuan)
  if (monthly === 0) return '不能是 0。有困难的请走困难减免'
  return monthly > usualMostFen ? `一般不超过 ${sayYuan(usualMostFen)} 元，多的算自愿多交` : undefined
}

/** What still has to be done before it can be set, as the button says it. */
export function gapOf(form: ApproveForm, book: Pick<Book, 'farmerFen'>, isChange: boolean): string | undefined {
  if (form.kind === undefined) return '先选是哪一类'
  if (monthlyOf(form, book) === undefined) return '先写每月交多少'
  if (incomeKindOf(form.kind) !== undefined && monthlyProblem(form.monthlyYuan) !== undefined) return '先改好每月交多少'
  return isChange && form.reason === undefined ? '先选为什么改' : undefined
}
