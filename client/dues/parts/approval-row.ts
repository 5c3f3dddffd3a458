/** The yearly approval of a member as a screen shows it. */
import type { AppContracts } from '#shared/contracts'
import type { DueKind } from '#shared/dues/ids'
import { kindWords } from '#shared/dues/words'
import type { OutputOf } from '#shared/kernel/contract'
import { fen, sayYuan } from '#shared/kernel/fen'

type Answer<Name extends keyof AppContracts['dues']> = OutputOf<AppContracts['dues'][Name]>

export type ApprovalRow = Answer<'listApprovals'>['rows'][number]
export type ApprovalView = ApprovalRow['approvals'][number]
export type BookAnswer = Answer<'getBook'>
/** How a branch that has begun keeps its dues. */
export type Book = NonNullable<BookAnswer['book']>

/** `notNeeded`: the year was over before the member came. */
export type ApprovalStanding = 'open' | 'approved' | 'notNeeded'

export function standingOf({ first, approvals }: Pick<ApprovalRow, 'first' | 'approvals'>): ApprovalStanding {
  if (approvals.length > 0) return 'approved'
  return first === undefined ? 'notNeeded' : 'open'
}

/** The last that was set for the year; what holds in a given month may be an earlier one. */
export function lastOf({ approvals }: Pick<ApprovalRow, 'approvals'>): ApprovalView | undefined {
  return approvals.reduce<ApprovalView | undefined>((last, next) => (last === undefined || next.from >= last.from ? next : last), undefined)
}

/** What one tap sets: last year's, else what the branch has set for farmers. */
export interface Offer {
  readonly from: string
  readonly kind: DueKind
  readonly monthlyFen: number
  readonly isLastYears: boolean
}

export function offerOf(row: Pick<ApprovalRow, 'first' | 'proposal'>, { farmerFen }: Pick<Book, 'farmerFen'>): Offer | undefined {
  const { first: from, proposal } = row
  if (from === undefined) return undefined
  return proposal === undefined
    ? { from, kind: 'farmer', monthlyFen: farmerFen, isLastYears: false }
    : { from, ...proposal, isLastYears: true }
}

/** `务农 0.50` */
export function sayKindAmount({ kind, monthlyFen }: { readonly kind: DueKind; readonly monthlyFen: number }): string {
  return `${kindWords[kind]} ${sayYuan(fen(monthlyFen))}`
}
