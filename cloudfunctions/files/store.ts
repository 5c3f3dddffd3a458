/** Who began which file, as stored. */
import type { FileTicket } from '#shared/files/model'
import { idFrom } from '#shared/kernel/id'
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Database, Transaction } from '../runtime/database'
import type { Insertion } from '../runtime/handlers'
import type { Keys } from '../runtime/keys'

const fileTickets: Collection<FileTicket> = { name: 'fileTickets', indexes: [] }

export const fileCollections = [fileTickets]

export function fileTicketStore(db: Database, keys: Keys) {
  return {
    /** Follows from the request, so that a repeat begins the same file; no address of a file or a caller begins like this. */
    fileIdOf: ({ by, requestId }: Made): string => idFrom(keys.hmac('address', `file-id ${by} ${requestId}`)),
    ticket: (document: FileTicket): Insertion<FileTicket> => ({ collection: fileTickets, document }),
    /** For the door, which is shown an address instead of a person. */
    findTicket: (id: string): Promise<FileTicket | undefined> => db.get(fileTickets, id),
    getTicket: (tx: Transaction, id: string) => tx.get(fileTickets, id),
    putTicket: (tx: Transaction, ticket: FileTicket) => tx.put(fileTickets, ticket),
  }
}

export type FileTicketStore = ReturnType<typeof fileTicketStore>
