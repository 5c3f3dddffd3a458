/** A look into the file of a store that nobody serves: a copy. */
import type { Collection, Field, Stored } from './database'
import { openLibsql } from './embedded-connection'

/** Ids of a collection's documents without that field; none where the store is older than the collection. */
export function idsLacking<Doc extends Stored>(file: string, { name }: Collection<Doc>, field: Field<Doc>): ReadonlySet<string> {
  const connection = openLibsql(file)
  try {
    const isThere = connection.prepare(`SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?`).get(name) !== undefined
    if (!isThere) return new Set()
    const rows = connection.prepare(`SELECT id FROM "${name}" WHERE json_extract(doc, '$."${field}"') IS NULL`).all()
    return new Set(rows.map(({ id }) => String(id)))
  } finally {
    connection.close()
  }
}
