/** What an environment of the cloud has to hold before the functions run in it: worked out of the declared collections. */
import { cloudName } from '../../cloudfunctions/runtime/cloudbase-documents'
import { type Shape, shapesOf } from '../../cloudfunctions/runtime/declared-indexes'

/** Ascending throughout, which serves both directions. Never unique: ids keep things single, and a wrong index would lose records. */
export interface PlannedIndex {
  readonly name: string
  readonly fields: readonly string[]
}

export interface PlannedCollection {
  readonly name: string
  readonly indexes: readonly PlannedIndex[]
}

export type Plan = readonly PlannedCollection[]

/** `prefix` as `openCloudbaseDatabase` takes it. */
export function planOf(collections: readonly Shape[], prefix = ''): Plan {
  return [...shapesOf(collections).values()].map(({ name, indexes }) => ({
    name: prefix + name,
    // The cloud has the index on `_id` by itself.
    indexes: indexes.filter((fields) => fields.join() !== '_id').map(plannedIndex),
  }))
}

function plannedIndex(fields: readonly string[]): PlannedIndex {
  const names = fields.map(cloudName)
  return { name: names.join('_'), fields: names }
}
