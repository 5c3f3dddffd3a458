/**
 * Whether a store was closed. The mark lies in the file itself (SQLite's `application_id`), and is brought out of the log at once:
 * who finds it in a file without a log has only half of what was there. While a store is open its log is never empty, because the
 * mark's own page stays in it.
 */
import type { WhyNotWritten } from './database'
import { type Connection, readPragma } from './embedded-connection'
import { whyNotWritten } from './embedded-failures'

/** `lxop` */
const openMark = 0x6c786f70

export function wasOpened(connection: Connection): boolean {
  return readPragma(connection, 'application_id') === openMark
}

/** Beside the record: on a full disk the store is opened without it. Says why it could not be written, which tells how the disk does. */
export function markOpened(writer: Connection): WhyNotWritten | undefined {
  try {
    writer.exec(`PRAGMA application_id = ${openMark}; PRAGMA wal_checkpoint(PASSIVE)`)
    return undefined
  } catch (error) {
    const why = whyNotWritten(error)
    if (why === undefined) throw error
    return why
  }
}

/** Everything into the file, and the log emptied. Without room the log stays, and the next start goes on from it. */
export function closeWhole(writer: Connection): void {
  try {
    writer.exec('PRAGMA application_id = 0; PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (whyNotWritten(error) === undefined) throw error
  }
}

/** A copy is a whole store, whatever state its original was in. */
export function unmark(connection: Connection): void {
  connection.exec('PRAGMA application_id = 0')
}
