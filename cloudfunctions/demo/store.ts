/** Who may be tried on in the demonstration village, and that a store is one. */
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Database, Stored } from '../runtime/database'
import { everyPage } from '../runtime/page'

export interface CastRow extends Stored {
  readonly made: Made
  readonly personId: string
  readonly name: string
  readonly about: string
  /** `01`: the order in which they are offered */
  readonly place: string
}

const cast: Collection<CastRow> = { name: 'cast', indexes: [['place']] }

/**
 * A store with this document is a demonstration, never to be taken for a real one nor a real one for it; it lies in the store
 * itself, so that a copy carries it along. `isWhole` comes last: a laying that was cut short is begun again.
 */
interface Laid extends Stored {
  readonly day: string
  readonly isWhole: boolean
}

const laid: Collection<Laid> = { name: 'laid', indexes: [] }
const laidId = 'village'

export const demoCollections = [cast, laid]

export function castStore(db: Database) {
  return {
    find: (person: string): Promise<CastRow | undefined> => db.get(cast, person),
    list: () => everyPage((after) => db.list(cast, { orderBy: 'place', limit: 100, ...after })),
    insert: (row: CastRow) => db.insertOnce(cast, row),
    laid: (): Promise<Laid | undefined> => db.get(laid, laidId),
    markLaid: (day: string, isWhole: boolean) => db.transact((tx) => tx.put(laid, { _id: laidId, v: 1, day, isWhole })),
  }
}

export type CastStore = ReturnType<typeof castStore>
