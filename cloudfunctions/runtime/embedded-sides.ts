/** Opening the store: to be written, or where that cannot be, to be read. */
import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CannotWrite, FolderInUse, type WhyNotWritten } from './database'
import type { Shapes } from './declared-indexes'
import { type Connection, type OpenFile, readPragma } from './embedded-connection'
import { DamagedStore, saysDamaged, whyNotWritten } from './embedded-failures'
import { markOpened, wasOpened } from './embedded-mark'
import { isPrepared, prepareSchema, refuseNewer } from './embedded-schema'
import { type FolderLock, isWritable } from './folder-lock'
import { privateFile, tighten } from './private-folder'

export interface Ground {
  readonly lock: FolderLock
  readonly openFile: OpenFile
  readonly shapes: Shapes
  readonly schema: number
}

export interface Sides {
  readonly reader: Connection
  /** absent: for reading only */
  readonly writer?: Connection
  /** why there is no writer */
  readonly cannot?: CannotWrite
  /** how the first write went */
  readonly refuses?: WhyNotWritten | undefined
  /** the store was not closed, and its log is gone: what was written last is missing */
  readonly missesTail: boolean
}

export const storeFile = (folder: string) => join(folder, 'store.db')

/** Throws `NewerStore`, `DamagedStore`, and `CannotWrite` where there is nothing to read either. */
export function openSides(ground: Ground): Sides {
  // Asked before anything is opened: opening makes an empty log.
  const hadLog = logBytes(ground.lock.folder) > 0
  try {
    return openForWriting(ground, hadLog)
  } catch (error) {
    if (saysDamaged(error)) throw new DamagedStore(storeFile(ground.lock.folder), error)
    const why = whyNotWritten(error)
    if (why === undefined) throw error
    return openForReading(ground, hadLog, new CannotWrite(why, error))
  }
}

function openForWriting({ lock, openFile, shapes, schema }: Ground, hadLog: boolean): Sides {
  if (!lock.isAlone()) throw new CannotWrite('refused', 'the folder is for reading only')
  const file = storeFile(lock.folder)
  const opened: Connection[] = []
  try {
    const writer = openFile(file)
    opened.push(writer)
    refuseNewer(writer, schema)
    // The log and its index get the mode of the file they belong to.
    tighten(file, privateFile)
    prepareWriter(writer, shapes, schema)
    const missesTail = wasOpened(writer) && !hadLog
    const refuses = markOpened(writer)
    const reader = openFile(file)
    opened.push(reader)
    reader.exec('PRAGMA busy_timeout = 2000; PRAGMA query_only = 1')
    return { writer, reader, refuses, missesTail }
  } catch (error) {
    for (const connection of opened) connection.close()
    throw error
  }
}

function prepareWriter(writer: Connection, shapes: Shapes, schema: number): void {
  // A reader outside, such as a backup, may hold the file for a moment.
  // A checkpoint waits until the log has 32 MB, so that a busy evening is not held up by tidying.
  writer.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000')
  if (readPragma(writer, 'journal_mode') !== 'wal') throw new Error('the file system of the data folder cannot keep a write-ahead log')
  prepareSchema(writer, shapes, schema)
}

/**
 * A store that was closed whole has nothing in its log: it is read as a file that does not change, without the index that would need
 * room. One that was not is read through its log, for which the index of that time must still be there.
 */
function openForReading({ lock, openFile, shapes, schema }: Ground, hadLog: boolean, cannot: CannotWrite): Sides {
  const file = storeFile(lock.folder)
  if (bytesOf(file) === 0) throw cannot
  const reader = openFile(hadLog ? file : `${pathToFileURL(file).href}?immutable=1`)
  try {
    reader.exec('PRAGMA query_only = 1')
    refuseNewer(reader, schema)
    if (!isPrepared(reader, shapes, schema)) throw cannot
    return { reader, cannot, refuses: cannot.why, missesTail: wasOpened(reader) && !hadLog }
  } catch (error) {
    reader.close()
    if (saysDamaged(error)) throw new DamagedStore(file, error)
    throw whyNotWritten(error) === undefined ? error : cannot
  }
}

/** Once there is room, or the disk takes what is written. Throws `CannotWrite` while it does not. */
export function openAgain(ground: Ground): Sides {
  try {
    if (!ground.lock.isAlone()) ground.lock.takeAgain()
    return openForWriting(ground, true)
  } catch (error) {
    // Somebody who only reads may hold the folder as well.
    const why = error instanceof FolderInUse ? 'refused' : whyNotWritten(error)
    throw why === undefined ? error : new CannotWrite(why, error)
  }
}

export function closeSides({ reader, writer }: Sides): void {
  reader.close()
  writer?.close()
}

/** What a store needs to be opened for writing: its log's index, and some pages. */
const leastRoom = 256 * 1024

/** Whether trying again is worth while; asked before each try, because a file that was opened in vain is let go of only later. */
export function mayBeWritten(folder: string): boolean {
  return isWritable(folder) && isWritable(storeFile(folder)) && roomIn(folder) >= leastRoom
}

/** Bytes that are free for us; as many as one likes where the system does not say. */
export function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

export const logBytes = (folder: string) => bytesOf(`${storeFile(folder)}-wal`)
