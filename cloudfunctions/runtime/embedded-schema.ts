/** Tables and indexes made from the declared collections, and the schema number that keeps older programs out. */
import { NewerStore } from './database'
import { idIndex, indexName, type Shapes } from './declared-indexes'
import { type Connection, readPragma } from './embedded-connection'

export { shapesOf } from './declared-indexes'

/** The SQL for a checked field; an index serves a query only when both spell it alike. */
export function column(field: string): string {
  return field === '_id' ? 'id' : `json_extract(doc, '$."${field}"')`
}

/** Throws `NewerStore`. Asked before anything else, so that a newer store is left as it is. */
export function refuseNewer(connection: Connection, schema: number): void {
  const stored = Number(readPragma(connection, 'user_version'))
  if (stored > schema) throw new NewerStore(stored, schema)
}

/**
 * Makes what is missing, all of it or nothing. An index declared later is filled from the documents there already. Where nothing is
 * missing nothing is written: a start must not need room on the disk.
 */
export function prepareSchema(connection: Connection, shapes: Shapes, schema: number): void {
  if (isPrepared(connection, shapes, schema)) return
  connection.exec('BEGIN IMMEDIATE')
  try {
    for (const { name, indexes } of shapes.values()) {
      // A plain rowid table keeps documents in the order of their insertion, which is kind to the disk.
      connection.exec(`CREATE TABLE IF NOT EXISTS "${name}" (id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL)`)
      for (const fields of indexes) if (fields !== idIndex) connection.exec(createIndex(name, fields))
    }
    connection.exec(`PRAGMA user_version = ${schema}`)
    connection.exec('COMMIT')
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

/** Whether every table and index is there, and the number. */
export function isPrepared(connection: Connection, shapes: Shapes, schema: number): boolean {
  if (!Number.isInteger(schema) || schema < 1 || schema > 0x7fffffff) throw new Error(`${schema} is no schema number`)
  if (Number(readPragma(connection, 'user_version')) !== schema) return false
  const there = new Set(
    connection
      .prepare('SELECT name FROM sqlite_master')
      .all()
      .map(({ name }) => name),
  )
  return [...shapes.values()].every(
    ({ name, indexes }) => there.has(name) && indexes.every((fields) => fields === idIndex || there.has(indexName(name, fields))),
  )
}

/** On some failures SQLite has rolled back by itself, and then says that there is nothing to roll back: the first failure is the one to tell. */
export function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK')
  } catch {
    // Rolled back already.
  }
}

function createIndex(name: string, fields: readonly string[]): string {
  return `CREATE INDEX IF NOT EXISTS "${indexName(name, fields)}" ON "${name}" (${fields.map(column).join(', ')})`
}
