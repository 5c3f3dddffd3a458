/**
 * Wrong codes are counted by caller and hour, so that eight characters cannot be guessed. The caller is the device once a
 * person is known on it, else the network address: a fresh token an attempt would otherwise be a fresh allowance.
 */
import { hourMs } from '#shared/kernel/day'
import type { Collection, Database, Stored } from './database'
import { actors, type Caller, personsNow } from './identity'
import type { Keys } from './keys'

interface TryCount extends Stored {
  readonly wrong: number
}

const tries: Collection<TryCount> = { name: 'tries', indexes: [] }

export interface Tries {
  /** whether this caller has used up the hour's wrong tries */
  areSpent(caller: Caller, now: number): Promise<boolean>
  wrong(caller: Caller, now: number): Promise<void>
  /** drops the counters of hours gone by */
  sweep(now: number): Promise<void>
}

export interface TryLimits {
  readonly perCaller: number
  readonly perAddress: number
}

export const triesCollection = tries

/** Hours are numbered with a fixed width: ids sort by time, so that the sweep is a range. */
const hourOf = (now: number) => String(Math.floor(now / hourMs)).padStart(8, '0')

export function openTries(db: Database, keys: Keys, limits: TryLimits): Tries {
  const addressKey = (caller: Caller) => `a${keys.hmac('address', caller.address).toString('base64url').slice(0, 22)}`
  const countersOf = async (caller: Caller, now: number): Promise<readonly { id: string; most: number }[]> => {
    const hour = hourOf(now)
    const isKnown = caller.device !== undefined && personsNow(await db.get(actors, caller.device), now).length > 0
    const address = `${hour}_${addressKey(caller)}`
    if (isKnown) return [{ id: `${hour}_d${caller.device}`, most: limits.perCaller }]
    // A village hall shares one address: a stranger's browser counts for itself, and the address with a wider bound.
    const own = caller.device === undefined ? [] : [{ id: `${hour}_d${caller.device}`, most: limits.perCaller }]
    return [...own, { id: address, most: caller.device === undefined ? limits.perCaller : limits.perAddress }]
  }
  return {
    async areSpent(caller, now) {
      const counters = await countersOf(caller, now)
      const counts = await Promise.all(counters.map(({ id }) => db.get(tries, id)))
      return counters.some(({ most }, index) => (counts[index]?.wrong ?? 0) >= most)
    },
    async wrong(caller, now) {
      const counters = await countersOf(caller, now)
      await db.transact(async (tx) => {
        for (const { id } of counters) {
          const count = await tx.get(tries, id)
          await tx.put(tries, { _id: id, v: 1, wrong: (count?.wrong ?? 0) + 1 })
        }
      })
    },
    async sweep(now) {
      const { rows } = await db.list(tries, { range: { to: hourOf(now - hourMs) }, limit: 100 })
      if (rows.length === 0) return
      await db.transact(async (tx) => {
        for (const row of rows) await tx.remove(tries, row._id)
      })
      return this.sweep(now)
    },
  }
}
