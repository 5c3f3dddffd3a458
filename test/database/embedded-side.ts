/** Temporary stores for the tests of the embedded side. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../cloudfunctions/runtime/database'
import { type EmbeddedOptions, openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import type { Side } from './suite-store'
import { villageCollections } from './suite-village'

const folders: string[] = []

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-store-'))
  folders.push(folder)
  return folder
}

export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

const opened: Database[] = []

/** The village's store in a temporary folder, unless told otherwise. */
export function openStore(options: Partial<EmbeddedOptions> = {}): Database {
  const db = openEmbeddedDatabase({ folder: temporaryFolder(), collections: villageCollections, schema: 1, ...options })
  opened.push(db)
  return db
}

/** For `afterEach`. */
export async function closeStores(): Promise<void> {
  await Promise.all(opened.splice(0).map((db) => db.close()))
  removeTemporaryFolders()
}

export function embeddedSide(rehearse: boolean): Side {
  return {
    name: rehearse ? 'embedded, every callback twice' : 'embedded',
    open: async () => ({ db: openStore({ rehearse }), end: closeStores }),
  }
}
