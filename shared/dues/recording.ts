/** Whether a payment is written down: one member at a time, whole months, and nobody's money in advance (articles 9 to 14). */

import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { type DayKey, dayOf, instantOf, type MonthKey, monthOf, sayClock, sayDay, shiftMonth } from '#shared/kernel/day'
import { addFen, type Fen, fen } from '#shared/kernel/fen'
import { yearOf } from './ids'
import type { Account, DuesBook, DuesEntry, MemberTerms, Payer } from './model'
import type { DuesDay } from './money-model'
import { largeGiftFen } from './rules'
import { dueIn, firstMonthOf, isOnPaper, settledIn } from './standing'
import { sayMonths, sayReceipt } from './words'

/** How far ahead anybody may pay; abroad, up to the month of return (A217). */
const monthsAhead = 12
/** How far back without the branch's note (article 12). */
const monthsBack = 6

export type MonthsRefusal =
  | 'MONTH_TWICE'
  | 'BEFORE_START'
  | 'ON_PAPER'
  | 'BEFORE_ADMISSION'
  | 'TOO_FAR_AHEAD'
  | 'MONTH_PAID'
  | 'NOTHING_DUE'
  | 'NOT_APPROVED'

export interface MonthsFacts {
  readonly months: readonly MonthKey[]
  readonly book: Pick<DuesBook, 'startMonth'>
  readonly accountOf: (month: MonthKey) => Account | undefined
  readonly terms: MemberTerms | undefined
  readonly joinedOn: string | undefined
  readonly name: string
  /** the name of who collected, by person: a refusal says who was first */
  readonly nameOf: (personId: string) => string
  /** ms */
  readonly now: number
}

export interface DueMonth {
  readonly month: MonthKey
  readonly fen: Fen
}

/** Whether these months can be settled, and what is due for each. Oldest first. */
export function decideMonths(facts: MonthsFacts): Outcome<readonly DueMonth[], MonthsRefusal> {
  const months = [...facts.months].sort()
  if (new Set(months).size !== months.length) return refuse('MONTH_TWICE')
  const due: DueMonth[] = []
  for (const month of months) {
    const refused = refuseMonth(facts, month)
    if (refused !== undefined) return refused
    const amount = dueIn(facts.accountOf(month), month)
    if (amount === undefined) return refuse('NOT_APPROVED', { name: facts.name, year: yearOf(month) })
    if (amount === 0) return refuse('NOTHING_DUE', { name: facts.name, month: sayMonths([month], yearOf(monthOf(facts.now))) })
    due.push({ month, fen: amount })
  }
  return accept(due)
}

function refuseMonth({ book, terms, joinedOn, name, nameOf, accountOf, now }: MonthsFacts, month: MonthKey) {
  const said = { name, month: sayMonths([month], yearOf(monthOf(now))) }
  const settled = settledIn(accountOf(month), month)
  if (settled !== undefined) return refuse('MONTH_PAID', { ...said, who: nameOf(settled.by), when: sayWhen(settled.at, now) })
  if (month < book.startMonth) return refuse('BEFORE_START', said)
  if (isOnPaper(terms, month)) return refuse('ON_PAPER', said)
  if (month < firstMonthOf(book, joinedOn)) return refuse('BEFORE_ADMISSION', said)
  return month > lastMonthFor(terms, now) ? refuse('TOO_FAR_AHEAD', said) : undefined
}

/** `9:40` of today, else `11月25日 星期三 9:40` */
export function sayWhen(at: number, now: number): string {
  return dayOf(at) === dayOf(now) ? sayClock(at) : `${sayDay(at)} ${sayClock(at)}`
}

/** The last month that may be paid now. */
export function lastMonthFor(terms: Pick<MemberTerms, 'abroadUntil'> | undefined, now: number): MonthKey {
  const usual = shiftMonth(monthOf(now), monthsAhead)
  const abroad = terms?.abroadUntil
  return abroad !== undefined && abroad > usual ? abroad : usual
}

/** Whether the branch has to say something about it: asked of the day on which the money came in. */
export function isLongAgo(month: MonthKey, day: DayKey): boolean {
  return month < shiftMonth(day.slice(0, 'YYYY-MM'.length), -monthsBack)
}

export interface PaymentFacts extends MonthsFacts {
  /** what the collector took for the months, as it stood on their screen */
  readonly dueFen: number
  readonly giftFen: number
  readonly payer: Payer
  readonly hasConsent: boolean
  readonly branchNote: string | undefined
  readonly isLargeGift: boolean
  /** when the money came in */
  readonly day: string
  readonly duesDay: Pick<DuesDay, 'stage'> | undefined
}

export type PaymentRefusal =
  | MonthsRefusal
  | DayRefusal
  | 'NO_MONTH'
  | 'AMOUNT_CHANGED'
  | 'PAYER_UNNAMED'
  | 'CONSENT_NEEDED'
  | 'NOTE_NEEDED'
  | 'CHECKLIST_NEEDED'

export type DayRefusal = 'DATED_AHEAD' | 'DATED_TOO_EARLY' | 'DAY_CLOSED'

export interface Payment {
  readonly months: readonly DueMonth[]
  readonly totalFen: Fen
}

export function decidePayment(facts: PaymentFacts): Outcome<Payment, PaymentRefusal> {
  const dated = refuseDay(facts)
  if (dated !== undefined) return dated
  // A gift alone is a receipt as well (article 11).
  if (facts.months.length === 0 && facts.giftFen === 0) return refuse('NO_MONTH')
  const months = decideMonths(facts)
  if (!months.ok) return months
  const dueFen = addFen(...months.data.map((month) => month.fen))
  if (dueFen !== facts.dueFen) return refuse('AMOUNT_CHANGED', { name: facts.name })
  const words = refuseWords(facts)
  if (words !== undefined) return words
  return accept({ months: months.data, totalFen: addFen(dueFen, fen(facts.giftFen)) })
}

function refuseWords({ payer, hasConsent, branchNote, isLargeGift, giftFen, months, day, name }: PaymentFacts) {
  if ((payer.kind === 'relative' && payer.name === undefined) || (payer.kind === 'member' && payer.memberId === undefined)) {
    return refuse('PAYER_UNNAMED')
  }
  if (payer.kind !== 'self' && !hasConsent) return refuse('CONSENT_NEEDED', { name })
  if (branchNote === undefined && months.some((month) => isLongAgo(month, day))) return refuse('NOTE_NEEDED')
  return giftFen >= largeGiftFen && !isLargeGift ? refuse('CHECKLIST_NEEDED') : undefined
}

interface DayFacts {
  readonly day: string
  readonly duesDay: Pick<DuesDay, 'stage'> | undefined
}

/** Money comes in today or came in before, on a day whose book is still open. */
function refuseDay({ book, day, duesDay, now }: DayFacts & Pick<PaymentFacts, 'book' | 'now'>) {
  if (day > dayOf(now)) return refuse('DATED_AHEAD')
  if (day < `${book.startMonth}-01`) return refuse('DATED_TOO_EARLY')
  return refuseClosed({ day, duesDay })
}

function refuseClosed({ day, duesDay }: DayFacts) {
  return duesDay?.stage === 'closed' ? refuse('DAY_CLOSED', { day: sayDay(instantOf(day, '12:00')) }) : undefined
}

/** `day`: today */
export interface ReversalFacts extends DayFacts {
  readonly entry: DuesEntry
  readonly isReversed: boolean
}

/** A reversal is of today, whenever the receipt was: a closed day stays as it was counted. */
export function decideReversal(facts: ReversalFacts): Outcome<true, 'NOT_REVERSIBLE' | 'ALREADY_REVERSED' | 'DAY_CLOSED'> {
  const { entry, isReversed } = facts
  if (entry.kind !== 'receipt' && entry.kind !== 'elsewhere') return refuse('NOT_REVERSIBLE')
  if (isReversed) return refuse('ALREADY_REVERSED', { number: entry.kind === 'receipt' ? sayReceipt(entry.year, entry.number) : '' })
  return (entry.kind === 'receipt' ? refuseClosed(facts) : undefined) ?? accept(true)
}

/** Of one member's accounts by year, the one that a month lies in. */
export function accountsBy(accounts: ReadonlyMap<string, Account>): (month: MonthKey) => Account | undefined {
  return (month) => accounts.get(yearOf(month))
}
