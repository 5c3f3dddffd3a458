/** What may be asked at all, whichever side answers. A breach is a bug of the caller and throws `OutOfBounds`. */
import { longestOnWire } from '#shared/kernel/shapes'
import { OutOfBounds } from './database'

/** Stored ids are joined of up to three that came over the wire, and a word: asking for what nobody has is no breach, however long. */
const longestId = 4 * longestOnWire
const plainId = new RegExp(`^[0-9A-Za-z_-]{1,${longestId}}$`)

/** The same rule on every side, because an id that one store takes must fit the other. */
export function checkId(id: unknown): void {
  if (typeof id !== 'string' || !plainId.test(id)) throw new OutOfBounds(`an id has 1 to ${longestId} characters of 0-9, A-Z, a-z, _ and -`)
}

/** Each id once, in the order of the asking. */
export function distinctIds(ids: readonly string[]): readonly string[] {
  for (const id of ids) checkId(id)
  const distinct = [...new Set(ids)]
  if (distinct.length > 100) throw new OutOfBounds(`${distinct.length} documents are more than 100`)
  return distinct
}

export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new OutOfBounds(`limit ${limit} is not within 1 and 100`)
}

/** Types may have been cast away on the road: an object in a filter would be a condition of its own. */
export function comparable(field: string, given: unknown): string | number | boolean {
  if (typeof given === 'string' || typeof given === 'boolean' || (typeof given === 'number' && Number.isFinite(given))) return given
  throw new OutOfBounds(`${field} cannot be compared with this value`)
}

export function checkTake(order: { readonly by: number; readonly atLeast?: number; readonly key: string }): void {
  checkId(order.key)
  if (!Number.isSafeInteger(order.by) || order.by < 1 || !Number.isFinite(order.atLeast ?? order.by))
    throw new OutOfBounds('a take is of a positive whole number')
}
