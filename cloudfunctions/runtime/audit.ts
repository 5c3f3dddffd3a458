/**
 * Who did what. A document inserted on its own is its own entry (its `made`); every other command writes one row here, in
 * its own transaction. Rows are only ever added.
 */
import { createHash } from 'node:crypto'
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Stored } from './database'
import type { Keys } from './keys'

export interface AuditRow extends Stored {
  readonly made: Made
  /** the first answer, for commands that remember it */
  readonly answer?: unknown
}

export const audits: Collection<AuditRow> = { name: 'audits', indexes: [] }

/** The memory of a request is the actor's own. */
export function auditId(actorId: string, requestId: string): string {
  return `${actorId}_${requestId}`
}

/** The same input gives the same hash whatever the order of its keys. */
export function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input, sortedKeys)).digest('base64url')
}

/**
 * The same for what is asked of an action. An input may hold a phone number, and eleven digits are soon tried out: without the key
 * its hash says nothing.
 */
export function inputHasher(keys: Keys): (input: unknown) => string {
  return (input) => keys.hmac('index', `input:${JSON.stringify(input, sortedKeys)}`).toString('base64url')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
