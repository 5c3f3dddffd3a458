/** Dues as stored: how a branch keeps them, members' years, their entries, and the branch's money. */

import { accountId, payNoteId } from '#shared/dues/ids'
import type { Account, DuesBook, DuesTerms, Hardship, MemberTerms, PayNote } from '#shared/dues/model'
import { covers, type Scope, touches } from '#shared/kernel/organisation'
import { countyId } from '#shared/organisation/ids'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import { everyPage, getEach } from '../runtime/page'
import { duesEntryCollections, duesEntryStore, type Found, placeOf } from './entry-store'
import { moneyCollections, moneyStore } from './money-store'

const books: Collection<DuesBook> = { name: 'duesBooks', indexes: [] }
const terms: Collection<DuesTerms> = { name: 'duesTerms', indexes: [] }
const accounts: Collection<Account> = { name: 'duesAccounts', indexes: [['branchId', 'year', '_id']] }
const memberTerms: Collection<MemberTerms> = { name: 'duesMemberTerms', indexes: [] }
const notes: Collection<PayNote> = { name: 'duesNotes', indexes: [['branchId', 'state', '_id']] }
const hardships: Collection<Hardship> = { name: 'duesHardships', indexes: [['openKey']] }

export const duesCollections = [books, terms, accounts, memberTerms, notes, hardships, ...duesEntryCollections, ...moneyCollections]

export function duesStore(db: Database) {
  return {
    ...duesEntryStore(db),
    ...moneyStore(db),
    /** What a branch has in common. */
    async findBook(scope: Scope, branchId: string): Promise<DuesBook | undefined> {
      return touches(scope, branchId) ? db.get(books, branchId) : undefined
    },
    /** One's own branch's: being a member of it is the right to read it. */
    findOwnBook: ({ branchId }: Found): Promise<DuesBook | undefined> => db.get(books, branchId),
    /** Of branches that were found in reach; a hundred at most. */
    async findBooks(scope: Scope, branchIds: readonly string[]): Promise<ReadonlyMap<string, DuesBook>> {
      const found = await db.getMany(books, branchIds)
      return new Map([...found].filter(([branchId]) => touches(scope, branchId)))
    },
    /** A county's setting is no secret to anybody in it. */
    findTerms: (): Promise<DuesTerms | undefined> => db.get(terms, countyId),
    putTerms: (tx: Transaction, document: DuesTerms) => tx.put(terms, document),
    getBook: (tx: Transaction, branchId: string) => tx.get(books, branchId),
    /** Who decides by it without writing it: a book that changes meanwhile makes the transaction run again. */
    holdBook: (tx: Transaction, branchId: string) => tx.hold(books, branchId),
    putBook: (tx: Transaction, book: DuesBook) => tx.put(books, book),

    /** Accounts of these years, by their ids. */
    async accountsOf(scope: Scope, members: readonly Found[], years: readonly string[]): Promise<ReadonlyMap<string, Account>> {
      const mine = members.filter((member) => covers(scope, placeOf(member)))
      return getEach(
        db,
        accounts,
        years.flatMap((year) => mine.map(({ _id }) => accountId(_id, year))),
      )
    },
    /** Every account of a branch's year, of those who left as well. */
    async listAccounts(scope: Scope, branchId: string, year: string): Promise<readonly Account[]> {
      if (!covers(scope, { branchId })) return []
      return everyPage((after) => db.list(accounts, { where: { branchId, year }, limit: 100, ...after }))
    },
    getAccount: (tx: Transaction, memberId: string, year: string) => tx.get(accounts, accountId(memberId, year)),
    putAccount: (tx: Transaction, account: Account) => tx.put(accounts, account),

    async termsOf(scope: Scope, members: readonly Found[]): Promise<ReadonlyMap<string, MemberTerms>> {
      const ids = members.filter((member) => covers(scope, placeOf(member))).map(({ _id }) => _id)
      return getEach(db, memberTerms, ids)
    },
    getMemberTerms: (tx: Transaction, memberId: string) => tx.get(memberTerms, memberId),
    putMemberTerms: (tx: Transaction, document: MemberTerms) => tx.put(memberTerms, document),

    /** What members said they paid, for these months; by the note's id. */
    async notesOf(scope: Scope, members: readonly Found[], months: readonly string[]): Promise<ReadonlyMap<string, PayNote>> {
      const mine = members.filter((member) => covers(scope, placeOf(member)))
      return getEach(
        db,
        notes,
        mine.flatMap(({ _id }) => months.map((month) => payNoteId(_id, month))),
      )
    },
    /** What members of a branch said and nobody has answered, of those given. */
    async listWaitingNotes(scope: Scope, branchId: string, members: readonly Found[]): Promise<readonly PayNote[]> {
      const mine = new Set(members.filter((member) => covers(scope, placeOf(member))).map(({ _id }) => _id))
      const waiting = await everyPage((after) => db.list(notes, { where: { branchId, state: 'waiting' }, limit: 100, ...after }))
      return waiting.filter(({ memberId }) => mine.has(memberId))
    },
    getNote: (tx: Transaction, memberId: string, month: string) => tx.get(notes, payNoteId(memberId, month)),
    putNote: (tx: Transaction, note: PayNote) => tx.put(notes, note),

    /** The open requests below a committee, oldest first. */
    async listOpenHardships(
      scope: Scope,
      committeeId: string,
      page: Pick<ListQuery<Hardship>, 'after' | 'limit'>,
    ): Promise<Page<Hardship>> {
      const range = { from: `${committeeId}_`, to: `${committeeId}_~` }
      const found = await db.list(hardships, { orderBy: 'openKey', range, ...page })
      return { ...found, rows: found.rows.filter(({ branchId }) => covers(scope, { branchId })) }
    },
    async findHardship(scope: Scope, id: string): Promise<Hardship | undefined> {
      const hardship = await db.get(hardships, id)
      return hardship !== undefined && covers(scope, { branchId: hardship.branchId }) ? hardship : undefined
    },
    /** By member: the last request of each is the one that counts. */
    async hardshipsOf(scope: Scope, members: readonly Found[], idOf: (memberId: string) => string): Promise<ReadonlyMap<string, Hardship>> {
      const ids = members.filter((member) => covers(scope, placeOf(member))).map(({ _id }) => idOf(_id))
      return new Map([...(await getEach(db, hardships, ids)).values()].map((hardship) => [hardship.memberId, hardship]))
    },
    getHardship: (tx: Transaction, id: string) => tx.get(hardships, id),
    putHardship: (tx: Transaction, hardship: Hardship) => tx.put(hardships, hardship),
  }
}

export type { Found }
export type DuesStore = ReturnType<typeof duesStore>
