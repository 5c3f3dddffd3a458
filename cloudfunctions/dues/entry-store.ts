/** The entries of a branch's book: only ever added, each under the key that makes a second one impossible. */

import type { DuesEntry } from '#shared/dues/model'
import { covers, type Scope, touches } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Member } from '#shared/members/model'
import type { Collection, Database, ListQuery, Page, Stored, Transaction } from '../runtime/database'
import { everyPage, getEach } from '../runtime/page'

const entries: Collection<DuesEntry> = { name: 'duesEntries', indexes: [['memberId', '_id']] }

/** That an entry or a line was taken back: its id is the entry's, so that it can happen once. */
interface Reversed extends Stored {
  readonly made: Made
  readonly reversalId: string
}
const reversed: Collection<Reversed> = { name: 'duesReversed', indexes: [] }

export const duesEntryCollections = [entries, reversed]

/** A member who was found in reach: what is kept about their dues may be read. */
export type Found = Pick<Member, '_id' | 'branchId'> & { readonly groupId?: string | undefined }

/** Their documents keep no group: it is that of the member today. */
export const placeOf = ({ _id: memberId, branchId, groupId }: Found) => ({ memberId, branchId, groupId })

export function duesEntryStore(db: Database) {
  const ofYear = (branchId: string, year: string) => ({ from: `${branchId}_${year}_`, to: `${branchId}_${year}_~` })
  return {
    /** Every entry of a branch's year, by number; what has no number stands behind. */
    async listYear(scope: Scope, branchId: string, year: string): Promise<readonly DuesEntry[]> {
      if (!covers(scope, { branchId })) return []
      return everyPage((after) => db.list(entries, { range: ofYear(branchId, year), limit: 100, ...after }))
    },
    async pageYear(
      scope: Scope,
      branchId: string,
      year: string,
      page: Pick<ListQuery<DuesEntry>, 'after' | 'limit'>,
    ): Promise<Page<DuesEntry>> {
      return covers(scope, { branchId }) ? db.list(entries, { range: ofYear(branchId, year), ...page }) : { rows: [] }
    },
    /** A member's own, newest first; a hundred are eight years of dues. */
    async listOfMember(scope: Scope, member: Found): Promise<readonly DuesEntry[]> {
      if (!covers(scope, placeOf(member))) return []
      return (await db.list(entries, { where: { memberId: member._id }, orderBy: '_id', descending: true, limit: 100 })).rows
    },
    /** The numbers of a day, whoever may count or check it; whose they are is told only of members in reach. */
    async entriesNumbered(scope: Scope, branchId: string, ids: readonly string[]): Promise<readonly DuesEntry[]> {
      return touches(scope, branchId) ? [...(await getEach(db, entries, ids)).values()] : []
    },
    /** By id, those that are about members who were found in reach. */
    async entriesOf(scope: Scope, members: readonly Found[], ids: readonly string[]): Promise<ReadonlyMap<string, DuesEntry>> {
      const mine = new Set(members.filter((member) => covers(scope, placeOf(member))).map(({ _id }) => _id))
      const found = await getEach(db, entries, [...new Set(ids)])
      return new Map([...found].filter(([, { memberId }]) => mine.has(memberId)))
    },
    /** One of a branch in reach, or one's own; whether a group leader may see whom it is about, the caller finds out. */
    async findEntry(scope: Scope, id: string): Promise<DuesEntry | undefined> {
      const entry = await db.get(entries, id)
      if (entry === undefined) return undefined
      const { branchId, memberId } = entry
      return touches(scope, branchId) || covers(scope, { memberId }) ? entry : undefined
    },
    insertDuesEntry: (tx: Transaction, entry: DuesEntry) => tx.insert(entries, entry),
    isReversed: async (tx: Transaction, id: string): Promise<boolean> => (await tx.get(reversed, id)) !== undefined,
    markReversed: (tx: Transaction, made: Made, id: string, reversalId: string) => tx.insert(reversed, { _id: id, v: 1, made, reversalId }),
    /** Those of them that were taken back. */
    async reversedOf(ids: readonly string[]): Promise<ReadonlySet<string>> {
      return new Set((await getEach(db, reversed, ids)).keys())
    },
  }
}
