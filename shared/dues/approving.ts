/** What is set once a year and why it may change (notice 5 of 2017; articles 7 and 8), and the one line out of the book of paper. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs, dayOf, instantOf, type MonthKey, monthOf, sayDay, sayMonth, shiftMonth } from '#shared/kernel/day'
import { sayYuan } from '#shared/kernel/fen'
import { type ChangeReason, type DueKind, yearOf } from './ids'
import type { Account, Approval, DuesBook, Hardship, MemberTerms } from './model'
import { lastMonthFor } from './recording'
import { fixedFen, isFarmerAmount, usualMostFen } from './rules'
import { dueIn, firstMonthOf, quarterOf } from './standing'
import { sayMonths } from './words'

/** A branch may start in a month that is not long past, or soon. */
const startReach = 12
/** So long may opening lines be entered and signed (product decision 24). */
const openingDays = 60
/** How often an amount may be set anew within a year. */
export const mostApprovals = 24

/** `startedAt`: when the branch said so; a book that has entries keeps its month. */
export function decideStart(facts: {
  readonly startMonth: MonthKey
  readonly book: Pick<DuesBook, 'startMonth'> | undefined
  readonly hasEntries: boolean
  readonly farmerFen: number
  readonly now: number
}): Outcome<true, 'START_TOO_FAR' | 'BOOK_IN_USE' | 'FARMER_OUT_OF_RANGE'> {
  const { startMonth, book, hasEntries, now } = facts
  // What farmers pay may be set anew years later: then the month stays what it was.
  if (startMonth !== book?.startMonth) {
    if (book !== undefined && hasEntries) return refuse('BOOK_IN_USE')
    const [earliest, latest] = [shiftMonth(monthOf(now), -startReach), shiftMonth(monthOf(now), startReach)]
    if (startMonth < earliest || startMonth > latest) return refuse('START_TOO_FAR')
  }
  return isFarmerAmount(facts.farmerFen) ? accept(true) : refuse('FARMER_OUT_OF_RANGE')
}

export interface ApprovalFacts {
  readonly book: Pick<DuesBook, 'startMonth'>
  readonly account: Pick<Account, 'approvals'> | undefined
  readonly joinedOn: string | undefined
  readonly year: string
  readonly from: MonthKey
  readonly kind: DueKind
  readonly monthlyFen: number
  readonly reason: ChangeReason | undefined
  readonly terms: Pick<MemberTerms, 'abroadUntil'> | undefined
  readonly now: number
}

export type ApprovalRefusal =
  | 'YEAR_TOO_FAR'
  | 'FROM_OUTSIDE'
  | 'REASON_NEEDED'
  | 'FARMER_OUT_OF_RANGE'
  | 'FIXED_IS_TWENTY'
  | 'ABOVE_USUAL'
  | 'NO_AMOUNT'
  | 'CHANGED_TOO_OFTEN'

/** The first of a year is its approval; every later one is an exception and says why. */
export function decideApproval(facts: ApprovalFacts): Outcome<true, ApprovalRefusal> {
  const { account, terms, from, year, reason, now } = facts
  const approvals = account?.approvals ?? []
  // As far as months may be paid ahead: without an amount none of them can be.
  if (year > yearOf(lastMonthFor(terms, now))) return refuse('YEAR_TOO_FAR')
  const first = firstApprovalMonth(facts)
  if (first === undefined || yearOf(from) !== year || from < first) return refuse('FROM_OUTSIDE', { month: sayMonth(first ?? from) })
  if (approvals.length > 0 && reason === undefined) return refuse('REASON_NEEDED')
  if (approvals.length >= mostApprovals) return refuse('CHANGED_TOO_OFTEN')
  return refuseAmount(facts) ?? accept(true)
}

/** January, or where the branch or the member began within the year. Undefined: the year was over before they did. */
export function firstApprovalMonth({ book, joinedOn, year }: Pick<ApprovalFacts, 'book' | 'joinedOn' | 'year'>): MonthKey | undefined {
  const first = firstMonthOf(book, joinedOn)
  if (yearOf(first) > year) return undefined
  return yearOf(first) === year ? first : `${year}-01`
}

function refuseAmount({ kind, monthlyFen }: ApprovalFacts) {
  if (kind === 'farmer') return isFarmerAmount(monthlyFen) ? undefined : refuse('FARMER_OUT_OF_RANGE')
  if (kind === 'fixed') return monthlyFen === fixedFen ? undefined : refuse('FIXED_IS_TWENTY')
  if (monthlyFen === 0) return refuse('NO_AMOUNT')
  return monthlyFen > usualMostFen ? refuse('ABOVE_USUAL', { most: sayYuan(usualMostFen) }) : undefined
}

export interface HardshipFacts {
  readonly name: string
  readonly from: MonthKey
  readonly to: MonthKey
  readonly monthlyFen: number
  readonly metOn: string
  readonly accountOf: (month: MonthKey) => Account | undefined
  readonly book: Pick<DuesBook, 'startMonth'>
  /** the member's last request */
  readonly last: Pick<Hardship, 'state' | 'committeeId'> | undefined
  /** the next-higher one of today */
  readonly committeeId: string
  readonly now: number
}

export type HardshipRefusal = 'PERIOD_WRONG' | 'MET_AHEAD' | 'NOT_APPROVED' | 'NOT_LESS' | 'ALREADY_ASKED'

/** The branch asks; until the next-higher committee has agreed, nothing changes (article 7). Answers what is due without it. */
export function decideHardship(facts: HardshipFacts): Outcome<number, HardshipRefusal> {
  const { from, to, monthlyFen, metOn, now, name, last } = facts
  // A branch that was put below another committee asks there anew: the old one no longer reaches it.
  if (last?.state === 'waiting' && last.committeeId === facts.committeeId) return refuse('ALREADY_ASKED', { name })
  if (to < from || to > shiftMonth(from, 11) || from < facts.book.startMonth || to > shiftMonth(monthOf(now), 12))
    return refuse('PERIOD_WRONG')
  if (metOn > dayOf(now)) return refuse('MET_AHEAD')
  const normal = dueIn(facts.accountOf(from), from)
  if (normal === undefined) return refuse('NOT_APPROVED', { name, year: yearOf(from) })
  return monthlyFen < normal ? accept(normal) : refuse('NOT_LESS', { normal: sayYuan(normal) })
}

export interface OpeningFacts {
  readonly book: OpeningBook
  readonly terms: Pick<MemberTerms, 'opening'> | undefined
  readonly paidThrough: MonthKey
  readonly now: number
}

type OpeningBook = Pick<DuesBook, 'startMonth' | 'startedAt'>

/** A branch that says early when it will begin has its sixty days when it does: until then the book of paper is still written in. */
export function openingEndsAt({ startMonth, startedAt }: OpeningBook): number {
  return Math.max(startedAt, instantOf(`${startMonth}-01`, '00:00')) + openingDays * dayMs
}

export function isOpeningOver(book: OpeningBook, now: number): boolean {
  return now >= openingEndsAt(book)
}

/** One line a member; it may be written anew until a second has signed it. */
export function decideOpening({
  book,
  terms,
  paidThrough,
  now,
}: OpeningFacts): Outcome<true, 'OPENING_OVER' | 'OPENING_SIGNED' | 'PAID_TOO_FAR'> {
  if (isOpeningOver(book, now)) return refuse('OPENING_OVER', { day: sayDay(openingEndsAt(book)) })
  if (terms?.opening?.signedAt !== undefined) return refuse('OPENING_SIGNED')
  return paidThrough > shiftMonth(book.startMonth, 12) ? refuse('PAID_TOO_FAR', { months: sayMonths([paidThrough], '') }) : accept(true)
}

export interface SignFacts {
  readonly book: OpeningBook & Pick<DuesBook, 'checkers'>
  readonly terms: Pick<MemberTerms, 'opening'> | undefined
  readonly signer: Signer
  /** as the line stood on the signer's screen */
  readonly seen: OpeningSeen
  readonly now: number
}

/** What two sign: it may be written anew until then, and nobody signs what they have not seen. */
export type OpeningSeen = Pick<NonNullable<MemberTerms['opening']>, 'paidThrough' | 'book' | 'page' | 'paidBy'>

/** Who is the second pair of eyes: a full member the branch has named. */
export interface Signer {
  readonly memberId: string | undefined
  readonly personId: string
  readonly isFull: boolean
}

export function decideSignOpening({
  book,
  terms,
  signer,
  seen,
  now,
}: SignFacts): Outcome<true, 'OPENING_OVER' | 'NO_OPENING' | 'OPENING_SIGNED' | 'NOT_NAMED' | 'SAME_HANDS' | 'OPENING_CHANGED'> {
  if (isOpeningOver(book, now)) return refuse('OPENING_OVER', { day: sayDay(openingEndsAt(book)) })
  // First, because whether there is a line about somebody is told to those alone who were named.
  if (!isNamed(book, signer)) return refuse('NOT_NAMED')
  const opening = terms?.opening
  if (opening === undefined) return refuse('NO_OPENING')
  if (opening.signedAt !== undefined) return refuse('OPENING_SIGNED')
  if (opening.by === signer.personId) return refuse('SAME_HANDS')
  return isSameLine(opening, seen) ? accept(true) : refuse('OPENING_CHANGED')
}

function isSameLine(opening: OpeningSeen, { paidThrough, book, page, paidBy }: OpeningSeen): boolean {
  return opening.paidThrough === paidThrough && opening.book === book && opening.page === page && opening.paidBy === paidBy
}

export function isNamed({ checkers }: Pick<DuesBook, 'checkers'>, { memberId, isFull }: Signer): boolean {
  return isFull && memberId !== undefined && checkers.includes(memberId)
}

/** An operator's amount follows the quarter before (article 4): one from an earlier quarter has to be worked out anew. */
export function isOfEarlierQuarter({ kind, from }: Pick<Approval, 'kind' | 'from'>, month: MonthKey): boolean {
  return kind === 'operator' && from < quarterOf(month)
}

/** What the year before proposes: the amount that held at its end. Farmers follow what the branch has set since. */
export function proposalFrom(
  last: readonly Approval[],
  { farmerFen }: Pick<DuesBook, 'farmerFen'>,
): Pick<Approval, 'kind' | 'monthlyFen'> | undefined {
  const approval = last.reduce<Approval | undefined>(
    (latest, next) => (latest === undefined || next.from >= latest.from ? next : latest),
    undefined,
  )
  if (approval === undefined) return undefined
  const { kind, monthlyFen } = approval
  return { kind, monthlyFen: kind === 'farmer' ? farmerFen : monthlyFen }
}
