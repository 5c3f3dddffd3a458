/** The keys as keeping meets them: in a data folder, whose copies they seal, and kept apart, where a copy is held against them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { archiveKeysOf, type KeysFile, keysFileName, openLocalKeys, readKeysFile } from '../runtime/keys'
import { ArchiveRefused, failureCode } from './archive-refused'
import type { ArchiveKeys } from './archive-seal'

/**
 * None where there are none that can be read. What was recorded is worth more than its seal: such a folder is copied all the same, and
 * whoever makes the copy is told that it has no seal.
 */
export function keysIn(folder: string): ArchiveKeys | undefined {
  if (!existsSync(join(folder, keysFileName))) return undefined
  try {
    return openLocalKeys(folder)
  } catch {
    return undefined
  }
}

/** What was read of them is what is laid into the new folder: a stick may be gone by then. */
export interface KeptApart {
  readonly stored: KeysFile
  readonly keys: ArchiveKeys
}

/** Throws `ArchiveRefused`. */
export function readKeptApart(file: string): KeptApart {
  const stored = read(file)
  const keys = archiveKeysOf(stored)
  if (keys === undefined) throw new ArchiveRefused('OLDER_KEYS', file)
  return { stored, keys }
}

function read(file: string): KeysFile {
  try {
    return readKeysFile(file)
  } catch (error) {
    const code = failureCode(error)
    if (code === 'ENOENT') throw new ArchiveRefused('NO_KEYS', file)
    if (code === 'EACCES' || code === 'EPERM') throw error
    throw new ArchiveRefused('NOT_KEYS', file)
  }
}
