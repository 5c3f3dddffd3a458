/** One data folder, one program: `lock.db` is held in an open transaction, which the system lets go of when the process ends, however it ends. */
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { FolderInUse } from './database'
import { type Connection, type OpenFile, openLibsql, sqliteCode } from './embedded-connection'
import { ownFolder, privateFile, tighten } from './private-folder'

export interface FolderLock {
  readonly folder: string
  /** false: the folder is for reading only, and whoever else only reads is let in */
  isAlone(): boolean
  /** Tries again where the folder was for reading only. Throws `FolderInUse`. */
  takeAgain(): void
  release(): void
}

/** Makes the folder when it is missing. Throws `FolderInUse`. */
export function lockFolder(folder: string, openFile: OpenFile = openLibsql): FolderLock {
  ownFolder(folder)
  let held = hold(folder, openFile)
  return {
    folder,
    isAlone: () => held.isAlone,
    takeAgain() {
      held.connection?.close()
      held = hold(folder, openFile)
    },
    release: () => void held.connection?.close(),
  }
}

interface Held {
  readonly isAlone: boolean
  readonly connection?: Connection
}

function hold(folder: string, openFile: OpenFile): Held {
  const file = join(folder, 'lock.db')
  const isAlone = isWritable(folder) && (!existsSync(file) || isWritable(file))
  // Where even an empty file cannot be made nobody else can write either, and there is nothing to hold.
  if (!isAlone && !existsSync(file)) return { isAlone }
  const connection = openFile(file)
  try {
    // A file for reading only is held as readers hold it: that keeps out whoever may write.
    connection.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    throw sqliteCode(error) === 'SQLITE_BUSY' ? new FolderInUse(folder) : error
  }
  tighten(file, privateFile)
  return { isAlone, connection }
}

/** Asks the system; a disk that is for reading only says no to everybody, also to root. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
