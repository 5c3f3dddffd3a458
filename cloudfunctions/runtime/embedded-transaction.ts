/** One callback's `tx`. It works only while its callback runs, and remembers a failure of the store itself. */
import { type Collection, DuplicateId, OutOfBounds, type Stored, type Transaction } from './database'
import type { Documents } from './embedded-documents'

export interface OpenTransaction {
  readonly tx: Transaction
  close(): void
  /** The store's own failure, which the callback may have caught but must not outlive: SQLite may have rolled back. */
  failure(): { readonly error: unknown } | undefined
}

export function openTransaction(documents: Documents): OpenTransaction {
  let open = true
  let failed: { readonly error: unknown } | undefined

  function guarded<Result>(operation: () => Result): Result {
    if (!open) throw new Error('the transaction is over; its tx cannot be used any more')
    try {
      return operation()
    } catch (error) {
      if (error instanceof OutOfBounds) throw error
      open = false
      failed = { error }
      throw error
    }
  }

  const get = async <Doc extends Stored>(collection: Collection<Doc>, id: string) => guarded(() => documents.get(collection, id))

  const tx: Transaction = {
    get,
    // Callbacks run one at a time, so what was read cannot change before the commit.
    hold: get,
    async insert(collection, document) {
      if (!guarded(() => documents.insert(collection, document))) throw new DuplicateId(collection.name, document._id)
    },
    async put(collection, document) {
      guarded(() => documents.put(collection, document))
    },
    async remove(collection, id) {
      return guarded(() => documents.remove(collection, id))
    },
  }
  return {
    tx,
    close: () => {
      open = false
    },
    failure: () => failed,
  }
}
