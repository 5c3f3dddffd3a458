/** From which month a branch keeps its dues here, and what it has set for farmers. */
import { isFarmerAmount } from '#shared/dues/rules'
import { type MonthKey, monthOf, shiftMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import type { Book } from '../../parts/approval-row'
import { fenTyped, problemTyped } from '../../parts/typed-yuan'

export interface StartForm {
  readonly startMonth: MonthKey
  /** as typed */
  readonly farmerYuan: string
}

/** What most villages have set. */
const usualFarmerYuan = '0.50'

export function startFormOf(book: Pick<Book, 'startMonth' | 'farmerFen'> | undefined, now: number): StartForm {
  if (book === undefined) return { startMonth: monthOf(now), farmerYuan: usualFarmerYuan }
  return { startMonth: book.startMonth, farmerYuan: sayYuan(fen(book.farmerFen)) }
}

/** First and last month that may be chosen. */
export function startReachOf(now: number): { readonly from: MonthKey; readonly to: MonthKey } {
  return { from: shiftMonth(monthOf(now), -12), to: shiftMonth(monthOf(now), 12) }
}

/** What is wrong with what was typed for farmers. */
export function farmerProblem(typed: string): string | undefined {
  const amount = fenTyped(typed)
  if (amount === undefined) return problemTyped(typed)
  return isFarmerAmount(amount) ? undefined : '务农党员每月 0.20 元到 1.00 元'
}

/** Undefined while something is missing or wrong. */
export function startInputOf({ startMonth, farmerYuan }: StartForm): { startMonth: MonthKey; farmerFen: number } | undefined {
  const farmerFen = fenTyped(farmerYuan)
  return farmerFen === undefined || !isFarmerAmount(farmerFen) ? undefined : { startMonth, farmerFen }
}
