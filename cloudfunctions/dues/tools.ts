/** What the dues' handlers are made of, and what several of them need. */

import type { Signer } from '#shared/dues/approving'
import { yearOf } from '#shared/dues/ids'
import type { Account, DuesBook, MemberTerms } from '#shared/dues/model'
import type { Refused } from '#shared/kernel/contract'
import { refuse } from '#shared/kernel/contract'
import { branchOf, type Scope } from '#shared/kernel/organisation'
import type { Member } from '#shared/members/model'
import type { CardStore, MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import type { Chance } from '../runtime/chance'
import type { Transaction } from '../runtime/database'
import type { Actor } from '../runtime/identity'
import { everyPage } from '../runtime/page'
import type { DuesStore } from './store'

export interface DuesTools {
  readonly dues: DuesStore
  readonly members: MemberStore
  readonly cards: CardStore
  readonly organisation: OrganisationStore
  readonly chance: Chance
}

/** The branch an action is about; a group leader's scope holds a group of it. */
export function branchIn(scope: Scope): string | undefined {
  return branchOf(scope) ?? scope.groups[0]?.branchId
}

export const notStarted: Refused<'NOT_STARTED'> = refuse('NOT_STARTED')

/** What a decision about a member's months needs, read inside the transaction. */
export interface StandingFacts {
  readonly book: DuesBook
  readonly terms: MemberTerms | undefined
  readonly accounts: ReadonlyMap<string, Account>
}

export async function readStanding(
  { dues }: Pick<DuesTools, 'dues'>,
  tx: Transaction,
  member: Pick<Member, '_id' | 'branchId'>,
  months: readonly string[],
): Promise<StandingFacts | undefined> {
  const book = await dues.holdBook(tx, member.branchId)
  if (book === undefined) return undefined
  const terms = await dues.getMemberTerms(tx, member._id)
  const accounts = new Map<string, Account>()
  for (const year of new Set(months.map(yearOf))) {
    const account = await dues.getAccount(tx, member._id, year)
    if (account !== undefined) accounts.set(year, account)
  }
  return { book, terms, accounts }
}

/** Names of persons, read inside a transaction. */
export async function namesIn({ members }: Pick<DuesTools, 'members'>, tx: Transaction, personIds: readonly string[]) {
  const names = new Map<string, string>()
  for (const personId of new Set(personIds)) {
    const person = await members.getPerson(tx, personId)
    if (person !== undefined) names.set(personId, person.name)
  }
  return (personId: string) => names.get(personId) ?? ''
}

export async function wholeRoster({ members }: Pick<DuesTools, 'members'>, scope: Scope, branchId: string): Promise<readonly Member[]> {
  return everyPage((after) => members.listRoster(scope, branchId, { ...after, limit: 100 }))
}

export async function groupNames({ organisation }: Pick<DuesTools, 'organisation'>, scope: Scope, branchId: string) {
  const groups = await organisation.listGroups(scope, branchId)
  const names = new Map(groups.map(({ _id, name }) => [_id, name]))
  return (groupId: string | undefined) => {
    const groupName = groupId === undefined ? undefined : names.get(groupId)
    return groupName === undefined ? {} : { groupName }
  }
}

/** Who signs as the second pair of eyes: their own membership says whether they are a full member. */
export async function signerOf({ members }: Pick<DuesTools, 'members'>, scope: Scope, actor: Actor): Promise<Signer> {
  const { personId, memberId } = actor
  const member = memberId === undefined ? undefined : await members.findMember(scope, memberId)
  return { personId, memberId, isFull: member?.membership === 'full' }
}
