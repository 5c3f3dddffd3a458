/** What a member's months have come to: read off their account, on server, screen and paper alike. */
import { type MonthKey, monthOf, monthsBetween, shiftMonth } from '#shared/kernel/day'
import { addFen, type Fen, fen } from '#shared/kernel/fen'
import { type MonthState, yearOf } from './ids'
import type { Account, Approval, DuesBook, DuesEntry, MemberTerms, Relief, Settled } from './model'

export interface MonthFacts {
  readonly book: Pick<DuesBook, 'startMonth'>
  /** the account of the month's year; undefined: nothing was set yet */
  readonly account: Pick<Account, 'approvals' | 'reliefs' | 'settled'> | undefined
  readonly terms: Pick<MemberTerms, 'isQuarterly' | 'opening'> | undefined
  /** when the branch's meeting admitted the member (article 8); undefined: long ago */
  readonly joinedOn: string | undefined
  readonly month: MonthKey
  /** ms */
  readonly now: number
}

export interface MonthStanding {
  readonly month: MonthKey
  readonly state: MonthState
  /** what is due for it; absent where it is not known or nothing is */
  readonly assessedFen?: Fen
  readonly paidFen?: Fen
}

/** Probationary members pay from the month of the meeting, a whole month (article 8; decision 0023). */
export function firstMonthOf({ startMonth }: Pick<DuesBook, 'startMonth'>, joinedOn: string | undefined): MonthKey {
  const joined = joinedOn?.slice(0, 'YYYY-MM'.length)
  return joined !== undefined && joined > startMonth ? joined : startMonth
}

/** The approval that holds in a month: the last one from it or before it; of two from one month, the later. */
export function approvalIn(approvals: readonly Approval[], month: MonthKey): Approval | undefined {
  return approvals
    .filter(({ from }) => from <= month)
    .reduce<Approval | undefined>((last, next) => (last === undefined || next.from >= last.from ? next : last), undefined)
}

export function reliefIn(reliefs: readonly Relief[], month: MonthKey): Relief | undefined {
  return reliefs.filter(({ from, to }) => from <= month && month <= to).at(-1)
}

/** What is due in a month: what was granted, else what was approved. Undefined: not set yet. */
export function dueIn(account: MonthFacts['account'], month: MonthKey): Fen | undefined {
  if (account === undefined) return undefined
  const approval = approvalIn(account.approvals, month)
  if (approval === undefined) return undefined
  const granted = reliefIn(account.reliefs, month)
  return fen(granted === undefined ? approval.monthlyFen : Math.min(granted.monthlyFen, approval.monthlyFen))
}

/** Whether the book of paper says that it is paid: it counts once a second has signed the line. */
export function isOnPaper(terms: Pick<MemberTerms, 'opening'> | undefined, month: MonthKey): boolean {
  const opening = terms?.opening
  return opening?.signedAt !== undefined && month <= opening.paidThrough
}

export function settledIn(account: Pick<Account, 'settled'> | undefined, month: MonthKey): Settled | undefined {
  return account?.settled.find((settled) => settled.month === month)
}

/** The first month of a month's quarter. */
export function quarterOf(month: MonthKey): MonthKey {
  const starts = ['01', '04', '07', '10'].map((start) => `${yearOf(month)}-${start}`)
  return starts.filter((start) => start <= month).at(-1) ?? month
}

/** The last month that is behind: a member who pays by the quarter owes its months when the quarter is over. */
export function lastOverdueMonth(terms: Pick<MemberTerms, 'isQuarterly'> | undefined, now: number): MonthKey {
  const current = monthOf(now)
  return shiftMonth(terms?.isQuarterly === true ? quarterOf(current) : current, -1)
}

export function standingOf(facts: MonthFacts): MonthStanding {
  const { book, account, terms, joinedOn, month, now } = facts
  const settled = settledIn(account, month)
  if (settled !== undefined) {
    const paid = settled.way === 'paid' ? { paidFen: fen(settled.fen) } : {}
    return { month, state: settled.way, assessedFen: fen(settled.fen), ...paid }
  }
  if (month < book.startMonth || isOnPaper(terms, month)) return { month, state: 'paper' }
  if (month < firstMonthOf(book, joinedOn)) return { month, state: 'notYet' }
  const assessedFen = dueIn(account, month)
  if (assessedFen === 0) return { month, state: 'waived', assessedFen }
  const known = assessedFen === undefined ? {} : { assessedFen }
  if (month > monthOf(now)) return { month, state: 'ahead', ...known }
  if (assessedFen === undefined) return { month, state: 'unset' }
  return { month, state: month <= lastOverdueMonth(terms, now) ? 'overdue' : 'due', assessedFen }
}

/** Of which account a month is asked. */
export type AccountOf = (month: MonthKey) => MonthFacts['account']

/**
 * Months that are overdue, oldest first; the current one never is. A month whose amount nobody set is not the member's debt. Goes back
 * two years at most: what lies further back is a matter for a meeting, not for a list.
 */
export function arrearsOf(facts: Omit<MonthFacts, 'month' | 'account'>, accountOf: AccountOf): readonly MonthStanding[] {
  const last = lastOverdueMonth(facts.terms, facts.now)
  const earliest = shiftMonth(monthOf(facts.now), -arrearsReach)
  const first = firstMonthOf(facts.book, facts.joinedOn)
  return monthsBetween([first, earliest].sort().at(-1) ?? first, last)
    .map((month) => standingOf({ ...facts, month, account: accountOf(month) }))
    .filter(({ state }) => state === 'overdue')
}

export const arrearsReach = 24

/** Reminded privately at one, three and five months; at six it is an item for a meeting (article 13). Never more than words. */
export type ArrearsStep = 'none' | 'one' | 'three' | 'five' | 'meeting'

/** How many months in a row were not paid, up to the newest of them: article 13 speaks of months without a break. */
export function runOf(arrears: readonly MonthStanding[]): number {
  let run = 0
  for (let month = arrears.at(-1)?.month; arrears.some((one) => one.month === month); month = month && shiftMonth(month, -1)) run += 1
  return run
}

export function stepOf(run: number, terms: Pick<MemberTerms, 'excusedThrough'> | undefined, now: number): ArrearsStep {
  if (run === 0 || (terms?.excusedThrough !== undefined && monthOf(now) <= terms.excusedThrough)) return 'none'
  if (run >= 6) return 'meeting'
  if (run >= 5) return 'five'
  return run >= 3 ? 'three' : 'one'
}

/** Months after the given ones, as an entry of the book leaves them; the fold of all entries is what an account holds. */
export function settledAfter(settled: readonly Settled[], entry: DuesEntry, year: string): readonly Settled[] {
  switch (entry.kind) {
    case 'receipt':
    case 'elsewhere': {
      const way = entry.kind === 'receipt' ? 'paid' : 'elsewhere'
      const { _id: entryId, collectorId: by } = entry
      // Who comes second is told when the first took the money, not when that phone found a signal.
      const at = entry.kind === 'receipt' ? (entry.tickedAt ?? entry.at) : entry.at
      const mine = entry.months.filter(({ month }) => yearOf(month) === year)
      return inOrder([...settled, ...mine.map(({ month, fen: amount }) => ({ month, entryId, way, fen: amount, by, at }) as const)])
    }
    case 'reversal':
    case 'elsewhereReversal':
      return settled.filter(({ entryId }) => entryId !== entry.reversedId)
  }
}

const inOrder = (settled: readonly Settled[]) => [...settled].sort((a, b) => (a.month < b.month ? -1 : 1))

/** What an entry adds to what the branch holds. */
export function movedBy(entry: DuesEntry): Fen {
  if (entry.kind === 'receipt') return fen(entry.totalFen)
  return entry.kind === 'reversal' ? fen(-entry.totalFen) : fen(0)
}

export function sumOf(entries: readonly DuesEntry[]): Fen {
  return addFen(...entries.map(movedBy))
}
