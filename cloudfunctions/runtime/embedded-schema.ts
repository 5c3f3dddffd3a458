/** Tables and indexes made from the declared collections, and the schema number that keeps older programs out. */
import { NewerStore } from './database'
import { type Connection, readPragma } from './embedded-connection'

/** A collection as far as SQL is concerned. */
export interface Shape {
  readonly name: string
  readonly indexes: readonly (readonly string[])[]
}

export type Shapes = ReadonlyMap<string, Shape>

/** Names stand in SQL text, where nothing can be bound; this is what keeps them harmless. */
const plainName = /^[A-Za-z][A-Za-z0-9]*$/

const idIndex: readonly string[] = ['_id']

/** Checks the declarations and adds the index every collection has. Throws on a mistake of the programmer. */
export function shapesOf(collections: readonly Shape[]): Shapes {
  const shapes = new Map<string, Shape>()
  // SQLite tells neither tables nor indexes apart by upper and lower case, and would silently share one between two.
  const used = new Set<string>()
  const claim = (name: string) => {
    if (used.has(name.toLowerCase())) throw new Error(`${name} is declared twice`)
    used.add(name.toLowerCase())
  }
  for (const { name, indexes } of collections) {
    if (!plainName.test(name)) throw new Error(`${name} is no name for a collection`)
    claim(name)
    const own = indexes.filter((fields) => fields.join() !== '_id')
    for (const fields of own) {
      checkFields(name, fields)
      claim(indexName(name, fields))
    }
    shapes.set(name, { name, indexes: [idIndex, ...own] })
  }
  return shapes
}

function checkFields(collection: string, fields: readonly string[]): void {
  const wrong = fields.find((field) => field !== '_id' && !plainName.test(field))
  if (wrong !== undefined) throw new Error(`${collection} cannot index ${wrong}`)
  if (fields.length === 0 || new Set(fields).size < fields.length)
    throw new Error(`${collection} has an index that is empty or repeats a field`)
}

export function indexName(collection: string, fields: readonly string[]): string {
  return [collection, ...fields].join('.')
}

/** The SQL for a checked field; an index serves a query only when both spell it alike. */
export function column(field: string): string {
  return field === '_id' ? 'id' : `json_extract(doc, '$."${field}"')`
}

/** Throws `NewerStore`. Asked before anything else, so that a newer store is left as it is. */
export function refuseNewer(connection: Connection, schema: number): void {
  const stored = Number(readPragma(connection, 'user_version'))
  if (stored > schema) throw new NewerStore(stored, schema)
}

/** Makes what is missing, all of it or nothing. An index declared later is filled from the documents there already. */
export function prepareSchema(connection: Connection, shapes: Shapes, schema: number): void {
  if (!Number.isInteger(schema) || schema < 1 || schema > 0x7fffffff) throw new Error(`${schema} is no schema number`)
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
    connection.exec('ROLLBACK')
    throw error
  }
}

function createIndex(name: string, fields: readonly string[]): string {
  return `CREATE INDEX IF NOT EXISTS "${indexName(name, fields)}" ON "${name}" (${fields.map(column).join(', ')})`
}
