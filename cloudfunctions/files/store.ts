/** Who began which file and how much a day saw, as stored. */
import type { Begun, FileTicket } from '#shared/files/model'
import type { Counted } from '#shared/files/rules'
import { dayOf } from '#shared/kernel/day'
import { idFrom } from '#shared/kernel/id'
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Database, Transaction } from '../runtime/database'
import type { Keys } from '../runtime/keys'
import { everyPage, getEach } from '../runtime/page'

/** What nothing uses yet has an `openKey`, by which it is found when its time is over; what is used has none. */
type StoredTicket = FileTicket & { readonly openKey?: string }

/** Named for copies as well, which take along no file that nothing uses. */
export const fileTickets: Collection<StoredTicket> = { name: 'fileTickets', indexes: [['openKey']] }
const begunFiles: Collection<Begun> = { name: 'begunFiles', indexes: [] }

export const fileCollections = [fileTickets, begunFiles]

/** Of a fixed width, so that keys sort by time. */
const openKeyOf = (at: number, id: string) => `${String(at).padStart(15, '0')}_${id}`

/** The day comes first, so that days gone by are a range. */
const begunId = (counted: Counted, of: string, at: number) => `${dayOf(at)}_${counted}_${of}`

export function fileTicketStore(db: Database, keys: Keys) {
  return {
    /** Follows from the request, so that a repeat begins the same file; no address of a file or a caller begins like this. */
    fileIdOf: ({ by, requestId }: Made): string => idFrom(keys.hmac('address', `file-id ${by} ${requestId}`)),
    /** For the door, which is shown an address instead of a person. */
    findTicket: (id: string): Promise<FileTicket | undefined> => db.get(fileTickets, id),
    findTickets: (ids: readonly string[]): Promise<ReadonlyMap<string, FileTicket>> => getEach(db, fileTickets, ids),
    getTicket: (tx: Transaction, id: string): Promise<FileTicket | undefined> => tx.get(fileTickets, id),
    insertTicket: (tx: Transaction, ticket: FileTicket) =>
      tx.insert(fileTickets, { ...ticket, openKey: openKeyOf(ticket.made.at, ticket._id) }),
    /** From now on something uses it. */
    markUsed: (tx: Transaction, ticket: FileTicket, now: number) => {
      const { openKey: _, ...used }: StoredTicket = ticket
      return tx.put(fileTickets, { ...used, usedAt: now })
    },
    /** A hundred at most of those that were begun before then and are not used. */
    async listUnused(before: number): Promise<readonly string[]> {
      const { rows } = await db.list(fileTickets, { orderBy: 'openKey', range: { from: '0', to: openKeyOf(before, '') }, limit: 100 })
      return rows.map(({ _id }) => _id)
    },
    /** A hundred at most. */
    removeTickets: (ids: readonly string[]): Promise<void> =>
      db.transact(async (tx) => {
        for (const id of ids) await tx.remove(fileTickets, id)
      }),

    getBegun: (tx: Transaction, counted: Counted, of: string, at: number) => tx.get(begunFiles, begunId(counted, of, at)),
    putBegun: (tx: Transaction, counted: Counted, of: string, at: number, amount: Pick<Begun, 'files' | 'bytes'>) =>
      tx.put<Begun>(begunFiles, { _id: begunId(counted, of, at), v: 1, ...amount }),
    /** Counts of days before that moment's. */
    async removeBegun(before: number): Promise<void> {
      const old = await everyPage((after) => db.list(begunFiles, { range: { to: dayOf(before) }, limit: 100, ...after }))
      for (let from = 0; from < old.length; from += 100) {
        await db.transact(async (tx) => {
          for (const { _id } of old.slice(from, from + 100)) await tx.remove(begunFiles, _id)
        })
      }
    },
  }
}

export type FileTicketStore = ReturnType<typeof fileTicketStore>
