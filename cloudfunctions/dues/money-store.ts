/** The branch's money as stored: what it holds, its days, and the lines that are no receipts. */

import { duesDayId } from '#shared/dues/ids'
import type { BookLine, DuesDay, HandIn, Till } from '#shared/dues/money-model'
import { covers, type Scope, touches } from '#shared/kernel/organisation'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import { everyPage, getEach } from '../runtime/page'

const tills: Collection<Till> = { name: 'duesTills', indexes: [] }
const days: Collection<DuesDay> = { name: 'duesDays', indexes: [] }
/** A hand-in that nobody up there has confirmed has an `openKey`; everything else has none. */
type StoredLine = BookLine & { readonly openKey?: string }
const lines: Collection<StoredLine> = { name: 'duesLines', indexes: [['openKey']] }

export const moneyCollections = [tills, days, lines]

export function moneyStore(db: Database) {
  return {
    async findTill(scope: Scope, branchId: string): Promise<Till | undefined> {
      return touches(scope, branchId) ? db.get(tills, branchId) : undefined
    },
    async findTills(scope: Scope, branchIds: readonly string[]): Promise<ReadonlyMap<string, Till>> {
      const found = await db.getMany(tills, branchIds)
      return new Map([...found].filter(([branchId]) => touches(scope, branchId)))
    },
    getTill: (tx: Transaction, branchId: string) => tx.get(tills, branchId),
    /** Who decides by it without writing it. */
    holdTill: (tx: Transaction, branchId: string) => tx.hold(tills, branchId),
    putTill: (tx: Transaction, till: Till) => tx.put(tills, till),

    async findDay(scope: Scope, branchId: string, day: string): Promise<DuesDay | undefined> {
      return touches(scope, branchId) ? db.get(days, duesDayId(branchId, day)) : undefined
    },
    /** Newest first. */
    async listDays(scope: Scope, branchId: string, page: Pick<ListQuery<DuesDay>, 'after' | 'limit'>): Promise<Page<DuesDay>> {
      if (!touches(scope, branchId)) return { rows: [] }
      const range = { from: `${branchId}_`, to: `${branchId}_~` }
      return db.list(days, { range, orderBy: '_id', descending: true, ...page })
    },
    /** By their keys: those a till says have not gone up. */
    async findDays(scope: Scope, branchId: string, keys: readonly string[]): Promise<readonly DuesDay[]> {
      if (!touches(scope, branchId)) return []
      const found = await getEach(
        db,
        days,
        keys.map((key) => duesDayId(branchId, key)),
      )
      return [...found.values()]
    },
    /** The same of several branches at once. */
    async findDaysIn(scope: Scope, found: ReadonlyMap<string, Till>): Promise<readonly DuesDay[]> {
      const near = [...found.values()].filter(({ branchId }) => touches(scope, branchId))
      const ids = near.flatMap(({ branchId, days: keys }) => keys.map((key) => duesDayId(branchId, key)))
      return [...(await getEach(db, days, ids)).values()]
    },
    getDay: (tx: Transaction, branchId: string, day: string) => tx.get(days, duesDayId(branchId, day)),
    putDay: (tx: Transaction, day: DuesDay) => tx.put(days, day),

    async listLines(scope: Scope, branchId: string, year: string): Promise<readonly BookLine[]> {
      if (!covers(scope, { branchId })) return []
      const range = { from: `${branchId}_${year}_`, to: `${branchId}_${year}_~` }
      return everyPage((after) => db.list(lines, { range, limit: 100, ...after }))
    },
    /** What came up to a committee and is not confirmed, oldest first. */
    async listOpenHandIns(scope: Scope, committeeId: string, page: Pick<ListQuery<StoredLine>, 'after' | 'limit'>): Promise<Page<HandIn>> {
      const range = { from: `${committeeId}_`, to: `${committeeId}_~` }
      const found = await db.list(lines, { orderBy: 'openKey', range, ...page })
      const handIns = found.rows.flatMap((line) => (line.kind === 'handedUp' ? [line] : []))
      return { ...found, rows: handIns.filter(({ branchId }) => covers(scope, { branchId })) }
    },
    /** Whether the committee has still to confirm something of this branch. */
    async hasOpenHandIn(scope: Scope, committeeId: string, branchId: string): Promise<boolean> {
      if (!covers(scope, { branchId })) return false
      const range = { from: `${committeeId}_${branchId}_`, to: `${committeeId}_${branchId}_~` }
      return (await db.list(lines, { orderBy: 'openKey', range, limit: 1 })).rows.length > 0
    },
    async findLine(scope: Scope, id: string): Promise<BookLine | undefined> {
      const line = await db.get(lines, id)
      return line !== undefined && covers(scope, { branchId: line.branchId }) ? line : undefined
    },
    getLine: (tx: Transaction, id: string) => tx.get(lines, id),
    insertLine: (tx: Transaction, line: BookLine) => tx.insert(lines, line),
    putHandIn: (tx: Transaction, handIn: HandIn) => tx.put(lines, handIn),
  }
}
