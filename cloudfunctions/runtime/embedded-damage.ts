/** Whether the file holds what was written. SQLite keeps no sums of its pages, so it is asked for its structure, and each document whether it is one. */
import { jitter } from './chance'
import type { Shapes } from './declared-indexes'
import { type Connection, readPragma } from './embedded-connection'
import { saysDamaged } from './embedded-failures'

/** Undefined: the pages hang together and each document can be read. */
export function findDamage(connection: Connection, shapes: Shapes): string | undefined {
  try {
    const said = readPragma(connection, 'quick_check')
    if (said !== 'ok') return String(said)
    for (const name of shapes.keys()) {
      const spoiled = connection.prepare(`SELECT id FROM "${name}" WHERE NOT json_valid(doc) LIMIT 1`).get()
      if (spoiled !== undefined) return `a document of ${name} is none`
    }
    return undefined
  } catch (error) {
    if (saysDamaged(error)) return String(error)
    throw error
  }
}

/** A document out of each collection, another one each time, and from the disk: what was read before is let go of first. */
export function readsSomewhere(connection: Connection, shapes: Shapes): boolean {
  try {
    connection.exec('PRAGMA shrink_memory')
    for (const name of shapes.keys()) {
      const { last } = connection.prepare(`SELECT max(rowid) AS last FROM "${name}"`).get() ?? {}
      if (typeof last !== 'number') continue
      const from = 1 + Math.floor(jitter() * last)
      const found = connection.prepare(`SELECT json_valid(doc) AS ok FROM "${name}" WHERE rowid >= ? LIMIT 1`).get(from)
      if (found?.ok !== 1) return false
    }
    return true
  } catch {
    return false
  }
}
