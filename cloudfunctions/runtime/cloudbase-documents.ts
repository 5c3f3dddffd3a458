/**
 * How a document lies in the cloud: as the JSON it would be in the embedded store, with those names spelt anew that
 * MongoDB or the SDK would read as something else.
 */

import type { Fields } from './cloudbase-connection'
import type { Stored } from './database'

/**
 * Counts how often the document was held. It is there for writes to meet on, is no part of the document, and a put may
 * drop it: a conflict is told by the write, not by the number.
 */
export const heldField = 'held'

/**
 * Operators and paths (`$`, `.`), what JavaScript and BSON keep for themselves (`__proto__`, `_bsontype`), what the
 * SDK takes for a place on the map (`coordinates`), and names spelt anew already.
 */
const foreign = /[$.\0]|^_(?!id$)|^x-|^$|^(held|coordinates|hasOwnProperty)$/

export function cloudName(name: string): string {
  return foreign.test(name) ? `x-${Buffer.from(name).toString('base64url')}` : name
}

function ownName(name: string): string {
  return name.startsWith('x-') ? Buffer.from(name.slice(2), 'base64url').toString() : name
}

export function toCloud(document: Stored): Fields {
  // By way of JSON, so that both sides store the same: without undefined, dates as text.
  const plain: object = JSON.parse(JSON.stringify(document))
  return renamedFields(plain, cloudName)
}

export function fromCloud(fields: Fields): Stored {
  const { [heldField]: _held, ...rest } = fields
  const document = renamedFields(rest, ownName)
  if (isStored(document)) return document
  throw new Error('the cloud holds a document that no store has written')
}

function renamedFields(fields: object, rename: (name: string) => string): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [rename(name), renamed(value, rename)]))
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, rename))
  return typeof value === 'object' && value !== null ? renamedFields(value, rename) : value
}

function isStored(fields: object): fields is Stored {
  return '_id' in fields && typeof fields._id === 'string' && 'v' in fields && typeof fields.v === 'number'
}
