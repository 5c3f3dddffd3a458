/** What lies in the data folder is for its owner alone: names and numbers are in there. */
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const privateFolder = 0o700
export const privateFile = 0o600

/** Made when missing. One that is there is closed to others where the system lets us. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: privateFolder })
  tighten(folder, privateFolder)
}

/** The files right in a folder, of an earlier program or laid there by hand. */
export function ownFilesIn(folder: string): void {
  for (const found of readdirSync(folder, { withFileTypes: true })) if (found.isFile()) tighten(join(folder, found.name), privateFile)
}

/**
 * Beside the record: Windows knows no such modes, a disk may be for reading only, and what belongs to somebody else is theirs to
 * close. A folder that everybody shares (`/tmp`) stays as it is.
 */
export function tighten(path: string, mode: number): void {
  try {
    const found = statSync(path).mode
    const isShared = (found & 0o1000) !== 0
    if (!isShared && (found & 0o777 & ~mode) !== 0) chmodSync(path, found & 0o777 & mode)
  } catch {
    // Said nowhere: what is stored is the same, and the folder above closes it as well.
  }
}
