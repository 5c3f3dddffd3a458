/** What a backup needs: a copy of a store that may be running, and a look into such a copy. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FolderInUse } from './database'
import { type Connection, openLibsql, readPragma } from './embedded-connection'
import { DamagedStore } from './embedded-failures'
import { closeWhole, unmark } from './embedded-mark'
import { logBytes } from './embedded-sides'
import { lockFolder } from './folder-lock'

export { DamagedStore } from './embedded-failures'

/**
 * Writes one consistent moment of the store to a new file. It reads like any other reader, so the running program
 * neither stops nor is asked. Throws when the file exists already.
 */
export function copyStoreTo(folder: string, file: string): void {
  if (existsSync(file)) throw new Error(`${file} exists already`)
  closeForWhoCould(folder)
  withFile(join(folder, 'store.db'), (connection) => {
    // The program that serves the store may hold it for a moment while it starts or ends.
    connection.exec('PRAGMA busy_timeout = 5000')
    connection.prepare('VACUUM INTO ?').run(file)
  })
  withFile(file, unmark)
}

/**
 * A program that was stopped suddenly left a log. The last to close the file would fold the log in, and the next start would find a store
 * without its log; so it is closed properly where nobody has it open. A running program is left alone: it holds the lock.
 */
function closeForWhoCould(folder: string): void {
  if (logBytes(folder) === 0) return
  try {
    const lock = lockFolder(folder)
    try {
      if (lock.isAlone()) withFile(join(folder, 'store.db'), closeWhole)
    } finally {
      lock.release()
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
  }
}

/** Rows per collection. Throws `DamagedStore` when the file does not hold together. */
export function countStore(file: string): Record<string, number> {
  return withFile(file, (connection) => {
    if (!holdsTogether(connection)) throw new DamagedStore(file)
    const tables = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all()
    const counts = tables.map(
      ({ name }) => [String(name), Number(connection.prepare(`SELECT count(*) AS n FROM "${name}"`).get()?.n)] as const,
    )
    return Object.fromEntries(counts)
  })
}

/** The schema number of the program that wrote the file. */
export function storeSchema(file: string): number {
  return withFile(file, (connection) => Number(readPragma(connection, 'user_version')))
}

function holdsTogether(connection: Connection): boolean {
  try {
    return readPragma(connection, 'integrity_check') === 'ok'
  } catch {
    // A file that is no database at all is not even checked.
    return false
  }
}

/** SQLite would make a missing file, and so report an empty store where there is none. */
function withFile<Result>(file: string, work: (connection: Connection) => Result): Result {
  if (!existsSync(file)) throw new Error(`there is no ${file}`)
  const connection = openLibsql(file)
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}
