/** How members stand, read for many at once: the month that is asked for, and what is overdue behind it. */
import { accountId, yearOf } from '#shared/dues/ids'
import type { Account, DuesBook, MemberTerms } from '#shared/dues/model'
import { arrearsOf, arrearsReach, type MonthStanding, runOf, standingOf, stepOf } from '#shared/dues/standing'
import { type MonthKey, monthOf, shiftMonth } from '#shared/kernel/day'
import type { Scope } from '#shared/kernel/organisation'
import type { Member } from '#shared/members/model'
import type { Found } from './store'
import type { DuesTools } from './tools'

type Standing = Pick<DuesTools, 'dues'>
type Reader = Found & Pick<Member, 'joinedOn'>

/** The years that arrears may reach into, and those of the given months. */
export function yearsFor(now: number, months: readonly MonthKey[] = []): readonly string[] {
  const first = shiftMonth(monthOf(now), -arrearsReach)
  const years = [yearOf(first), yearOf(shiftMonth(first, 12)), yearOf(monthOf(now)), ...months.map(yearOf)]
  return [...new Set(years)].sort()
}

/** Accounts of these years and terms, of all of them. */
export interface Ledgers {
  /** by their ids */
  readonly accounts: ReadonlyMap<string, Account>
  readonly terms: ReadonlyMap<string, MemberTerms>
}

export async function readLedgers({ dues }: Standing, scope: Scope, members: readonly Found[], years: readonly string[]): Promise<Ledgers> {
  const [terms, accounts] = await Promise.all([dues.termsOf(scope, members), dues.accountsOf(scope, members, years)])
  return { terms, accounts }
}

export function accountIn({ accounts }: Pick<Ledgers, 'accounts'>, memberId: string, month: MonthKey): Account | undefined {
  return accounts.get(accountId(memberId, yearOf(month)))
}

interface Asked {
  readonly book: DuesBook
  readonly ledgers: Ledgers
  readonly now: number
}

export function monthOfMember({ book, ledgers, now }: Asked, { _id, joinedOn }: Reader, month: MonthKey): MonthStanding {
  return standingOf({ book, account: accountIn(ledgers, _id, month), terms: ledgers.terms.get(_id), joinedOn, month, now })
}

/** What is overdue, for how many months in a row, and what is to be said about it. */
export function arrearsOfMember({ book, ledgers, now }: Asked, { _id, joinedOn }: Reader) {
  const terms = ledgers.terms.get(_id)
  const months = arrearsOf({ book, terms, joinedOn, now }, (month) => accountIn(ledgers, _id, month))
  const run = runOf(months)
  return { months, run, step: stepOf(run, terms, now) }
}
