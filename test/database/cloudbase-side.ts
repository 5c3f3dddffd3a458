/** Stores in the stand-in, and stores in a real environment. */
import { setTimeout as pause } from 'node:timers/promises'
import { type CloudAccess, type CloudbaseOptions, openCloudbaseDatabase } from '../../cloudfunctions/runtime/cloudbase-database'
import type { Collection, Database, Stored } from '../../cloudfunctions/runtime/database'
import type { Side } from './suite-store'
import { gifts, houses, members, villageCollections } from './suite-village'
import { openWire, type Wire } from './wire'

export interface OpenVillage {
  readonly db: Database
  readonly wire: Wire
  /** the pauses between attempts so far, in ms; each is over at once */
  readonly pauses: readonly number[]
  end(): Promise<void>
}

/** The village's store in a stand-in of its own. */
export async function openVillage(options: Partial<CloudbaseOptions> = {}): Promise<OpenVillage> {
  const wire = await openWire()
  const pauses: number[] = []
  const wait = async (ms: number) => {
    pauses.push(ms)
    await pause(1)
  }
  const db = openCloudbaseDatabase({
    collections: villageCollections,
    pauses: { wait, jitter: () => 0.5 },
    access: { env: 'local' },
    ...options,
  })
  const end = async () => {
    await db.close()
    await wire.close()
    if (wire.refused.length > 0) throw new Error(`the stand-in refused: ${wire.refused.join('; ')}`)
  }
  return { db, wire, pauses, end }
}

export const standInSide: Side = { name: 'CloudBase, its SDK on a stand-in', open: () => openVillage() }

/**
 * A real environment. The collections `suite_members`, `suite_gifts` and `suite_houses` have to be made there beforehand,
 * with the indexes of the village; they are emptied before every case, and no others are touched.
 */
export function realSide(access: CloudAccess): Side {
  const open = async () => {
    const db = openCloudbaseDatabase({
      collections: villageCollections,
      pauses: { wait: (ms) => pause(ms), jitter: () => Math.random() },
      access,
      prefix: 'suite_',
    })
    await Promise.all([empty(db, members), empty(db, gifts), empty(db, houses)])
    return { db, end: () => db.close() }
  }
  return { name: `CloudBase, environment ${access.env}`, open }
}

async function empty<Doc extends Stored>(db: Database, collection: Collection<Doc>): Promise<void> {
  const { rows } = await db.list(collection, { limit: 50 })
  if (rows.length === 0) return
  await db.transact(async (tx) => {
    for (const { _id } of rows) await tx.remove(collection, _id)
  })
  return empty(db, collection)
}
