/** What a stored document becomes for its reader, whichever side it was stored on. */
import type { Collection, Page, Stored } from './database'

/** The database is no edge: what was written as a Doc, or brought up to one, is one. */
export function present<Doc extends Stored>(collection: Collection<Doc>, stored: Stored): Doc {
  return collection.upgrade ? collection.upgrade(stored) : (stored as Doc)
}

/** The documents by id, in the order of the asking; what was not found is left out. */
export function byId<Doc extends Stored>(
  collection: Collection<Doc>,
  asked: readonly string[],
  found: readonly Stored[],
): ReadonlyMap<string, Doc> {
  const stored = new Map(found.map((one) => [one._id, one]))
  return new Map(
    asked.flatMap((id) => {
      const one = stored.get(id)
      return one === undefined ? [] : [[id, present(collection, one)] as const]
    }),
  )
}

/** One row more than the page was found when there is a next one. */
export function pageOf<Doc extends Stored>(
  collection: Collection<Doc>,
  found: readonly Stored[],
  { limit, orderBy }: { readonly limit: number; readonly orderBy: string },
): Page<Doc> {
  // The place in the order is read before the upgrade: the index knows the stored shape only.
  const last = found.length > limit ? found[limit - 1] : undefined
  const next = last && placeOf(last, orderBy)
  const rows = found.slice(0, limit).map((stored) => present(collection, stored))
  return next === undefined ? { rows } : { rows, next }
}

function placeOf(stored: Stored, orderBy: string): string | number {
  const place: unknown = Object.entries(stored).find(([field]) => field === orderBy)?.[1]
  if (typeof place === 'string' || typeof place === 'number') return place
  throw new Error(`${orderBy} of ${stored._id} is neither text nor number and cannot order a list`)
}
