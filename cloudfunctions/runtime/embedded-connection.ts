/** The few calls of libsql (the API of better-sqlite3) that the embedded store uses, and the oddities of that library. */
import Libsql from 'libsql'

/** What may be bound. libsql aborts the whole process when it is given a boolean, so a boolean cannot be written here. */
export type Bound = string | number

/** Columns by name. */
export type Row = Readonly<Record<string, string | number | null>>

export interface Statement {
  /** Only for writes: a SELECT that is run and not read to its end would keep its snapshot open. */
  run(...values: Bound[]): { readonly changes: number }
  get(...values: Bound[]): Row | undefined
  all(...values: Bound[]): Row[]
}

export interface Connection {
  exec(sql: string): unknown
  prepare(sql: string): Statement
  close(): unknown
}

export type OpenFile = (file: string) => Connection

/** libsql types its rows as unknown; every statement here names columns that hold text, numbers or null. */
export const openLibsql: OpenFile = (file) => new Libsql(file) as Connection

/**
 * Prepares each SQL text once. The texts are made from declared names only, so the cache cannot grow with what
 * callers send.
 */
export function prepareOnce(connection: Connection): (sql: string) => Statement {
  const prepared = new Map<string, Statement>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

/** A pragma's one value. */
export function readPragma(
  connection: Connection,
  name: 'user_version' | 'application_id' | 'journal_mode' | 'integrity_check' | 'quick_check',
): string | number | null {
  return connection.prepare(`PRAGMA ${name}`).get()?.[name] ?? null
}

/** SQLite's name for a failure. Asked without `instanceof`: the error is made by native code, outside of a test's realm. */
export function sqliteCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
