/** Who may be tried on in the demonstration village. */
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

export const demoCollections = [cast]

export function castStore(db: Database) {
  return {
    find: (person: string): Promise<CastRow | undefined> => db.get(cast, person),
    list: () => everyPage((after) => db.list(cast, { orderBy: 'place', limit: 100, ...after })),
    insert: (row: CastRow) => db.insertOnce(cast, row),
  }
}

export type CastStore = ReturnType<typeof castStore>
