/** How a branch stands in a month: numbers, and nobody's amount. */
import type { MonthStanding } from './standing'

export interface MonthCount {
  readonly paid: number
  readonly expected: number
  /** whose amount nobody has set; they are expected */
  readonly unset: number
}

/** Who owes nothing in the month, having been waived or not being a member yet, is not expected. What paper says is paid. */
export function countOf(standings: readonly MonthStanding[], startMonth: string): MonthCount {
  const owed = standings.filter(({ state, month }) => state !== 'waived' && state !== 'notYet' && month >= startMonth)
  return {
    paid: owed.filter(({ state }) => state === 'paid' || state === 'elsewhere' || state === 'paper').length,
    expected: owed.length,
    unset: owed.filter(({ state }) => state === 'unset').length,
  }
}
