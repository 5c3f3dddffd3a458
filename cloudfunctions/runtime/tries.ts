/**
 * Wrong codes are counted by caller and hour, so that eight characters cannot be guessed. The caller is the device once a
 * person is known on it, else the network address: a fresh token an attempt would otherwise be a fresh allowance.
 */
import { hourMs } from '#shared/kernel/day'
import type { Collection, Database, Stored } from './database'
import { type Caller, type DeviceActors, personsNow } from './identity'
import type { Keys } from './keys'
import type { Recent } from './recent'

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

export function openTries(db: Database, devices: Recent<DeviceActors>, keys: Keys, limits: TryLimits): Tries {
  const addressKey = (caller: Caller) => `a${keys.hmac('address', caller.address).toString('base64url').slice(0, 22)}`
  const idsOf = (caller: Caller, now: number) => ({
    address: `${hourOf(now)}_${addressKey(caller)}`,
    own: caller.device === undefined ? undefined : `${hourOf(now)}_d${caller.device}`,
  })
  const isKnown = async ({ device }: Caller, now: number): Promise<boolean> => {
    const holdsSomeone = (known: DeviceActors | undefined) => personsNow(known, now).length > 0
    return device !== undefined && holdsSomeone(await devices.get(device, holdsSomeone))
  }
  return {
    async areSpent(caller, now) {
      const { own, address } = idsOf(caller, now)
      const counts = await db.getMany(tries, own === undefined ? [address] : [own, address])
      const wrongOf = (id: string) => counts.get(id)?.wrong ?? 0
      if (own === undefined) return wrongOf(address) >= limits.perCaller
      if (wrongOf(own) >= limits.perCaller) return true
      // A village hall shares one address: a stranger's browser counts for itself, and the address with a wider bound.
      return wrongOf(address) >= limits.perAddress && !(await isKnown(caller, now))
    },
    async wrong(caller, now) {
      const { own, address } = idsOf(caller, now)
      const counters = own === undefined ? [address] : (await isKnown(caller, now)) ? [own] : [own, address]
      await db.transact(async (tx) => {
        for (const id of counters) {
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
