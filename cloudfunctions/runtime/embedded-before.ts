/** A look into a store before it is opened: a damaged one stays byte for byte as it was, for whoever may still save something out of it. */
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Shape, type Shapes, shapesOf } from './declared-indexes'
import { type Connection, openLibsql } from './embedded-connection'
import { findDamage } from './embedded-damage'
import { DamagedStore, saysDamaged, whyNotWritten } from './embedded-failures'
import { refuseNewer } from './embedded-schema'
import { logBytes, storeFile } from './embedded-sides'

export interface BeforeOptions {
  readonly folder: string
  readonly collections: readonly Shape[]
  readonly schema: number
}

/**
 * Reads all of it: about six seconds a gigabyte. False: it cannot be read without being opened for writing, so nothing is known yet.
 * Throws `DamagedStore` and `NewerStore`.
 */
export function isWholeBefore({ folder, collections, schema }: BeforeOptions): boolean {
  const file = storeFile(folder)
  // A change that was broken off has to be taken back first, which is writing.
  if (existsSync(`${file}-journal`)) return false
  // Where there is no log even a reader would lay an empty one; and only a reader that cannot write leaves a log as it is when it closes.
  const how = logBytes(folder) > 0 ? 'mode=ro' : 'immutable=1'
  try {
    const damage = damageIn(`${pathToFileURL(file).href}?${how}`, shapesOf(collections), schema)
    if (damage === undefined) return true
    throw new DamagedStore(file, damage)
  } catch (error) {
    if (saysDamaged(error)) throw new DamagedStore(file, error)
    if (whyNotWritten(error) === undefined) throw error
    return false
  }
}

function damageIn(address: string, shapes: Shapes, schema: number): string | undefined {
  const reader = openLibsql(address)
  try {
    refuseNewer(reader, schema)
    return findDamage(reader, thereIn(reader, shapes))
  } finally {
    reader.close()
  }
}

/** A store of an earlier program lacks the later collections. */
function thereIn(reader: Connection, shapes: Shapes): Shapes {
  const tables = reader.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()
  const there = new Set(tables.map(({ name }) => name))
  return new Map([...shapes].filter(([name]) => there.has(name)))
}
