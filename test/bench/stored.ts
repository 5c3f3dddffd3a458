/** After the run: whether every acknowledged check-in is in the store, once, made by the request that was acknowledged. */
import { join } from 'node:path'
import { collections, schemaNumber, storesOf } from '../../cloudfunctions/doors/house'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { countStore, openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { everything, type Order, type Population } from './population'

export interface Stored {
  readonly acknowledged: number
  /** acknowledged, but not there or made by another request */
  readonly lost: number
  /** there, but never acknowledged */
  readonly surplus: number
}

/** The first `acknowledged` check-ins of the population were all answered with success. The server must have ended. */
export async function checkStored(folder: string, population: Population, acknowledged: number, order: Order): Promise<Stored> {
  const awaited = new Map<string, string>()
  for (let n = 0; n < acknowledged; n++) {
    const { attendanceId, requestId } = population.checkIn(n, order)
    awaited.set(attendanceId, requestId)
  }
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
  try {
    const { themeDays } = storesOf({ db, keys: openLocalKeys(folder), chance: systemChance })
    for (const id of population.themeDayIds) {
      for (const { _id, made } of await themeDays.listEntries(everything, id)) {
        if (awaited.get(_id) === made.requestId) awaited.delete(_id)
      }
    }
  } finally {
    await db.close()
  }
  const there = countStore(join(folder, 'store.db')).attendances ?? 0
  return { acknowledged, lost: awaited.size, surplus: there - (acknowledged - awaited.size) }
}
