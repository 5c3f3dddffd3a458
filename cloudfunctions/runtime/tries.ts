/**
 * Codes are looked up by way of here, so that they cannot be guessed. A try is taken before the look-up, in one transaction with the
 * check whether there is one left, and given back when the code was known: however many ask at the same moment, no more of them learn
 * something than may. Counted by the hour: by device, by network address, and wrong ones over the whole deployment (decision 31).
 */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { hourMs } from '#shared/kernel/day'
import type { Chance } from './chance'
import type { Collection, Database, Stored } from './database'
import { type Caller, type DeviceActors, personsNow } from './identity'
import type { Keys } from './keys'
import type { Log } from './log'
import type { Recent } from './recent'

interface TryCount extends Stored {
  /** wrong ones, and those that nobody knows yet to be right */
  readonly wrong: number
}

export const triesCollection: Collection<TryCount> = { name: 'tries', indexes: [] }

export interface Tries {
  /** What `find` finds for the caller, or why they do not learn it. Throws when the try cannot be written down: then nothing was looked up. */
  lookUp<Found>(
    asking: { readonly caller: Caller; readonly now: number },
    find: () => Promise<Found | undefined>,
  ): Promise<Outcome<Found, 'CODE_UNKNOWN' | 'TOO_MANY_TRIES' | 'CODES_PAUSED'>>
  /** drops the counters of hours gone by */
  sweep(now: number): Promise<void>
}

/** Within an hour. */
export interface TryLimits {
  readonly perCaller: number
  readonly perAddress: number
  readonly inAll: number
}

export interface TryTools {
  readonly db: Database
  readonly devices: Recent<DeviceActors>
  readonly keys: Keys
  readonly chance: Chance
  readonly log: Log
  readonly limits: TryLimits
}

/** The count of the deployment lies in several documents: one would be written by everybody at once. */
const shards = 8

/** Hours are numbered with a fixed width: ids sort by time, so that the sweep is a range. */
const hourOf = (now: number) => String(Math.floor(now / hourMs)).padStart(8, '0')

/** A counter, and how far it may go. */
interface Counter {
  readonly id: string
  readonly most: number
}

export function openTries({ db, devices, keys, chance, log, limits }: TryTools): Tries {
  const addressHash = (caller: Caller) => keys.hmac('address', caller.address)
  const totals = (now: number) => Array.from({ length: shards }, (_, shard) => `${hourOf(now)}_t${shard}`)

  /** Who is known on a device counts for themselves; everybody else for themselves and, with a wider bound, for their address: a hall shares one. */
  const countersOf = (caller: Caller, isKnown: boolean, now: number): readonly Counter[] => {
    const address = addressHash(caller).toString('base64url').slice(0, 22)
    const own = { id: `${hourOf(now)}_${caller.device === undefined ? `n${address}` : `d${caller.device}`}`, most: limits.perCaller }
    return isKnown ? [own] : [own, { id: `${hourOf(now)}_a${address}`, most: limits.perAddress }]
  }
  const isKnown = async ({ device }: Caller, now: number): Promise<boolean> => {
    const holdsSomeone = (known: DeviceActors | undefined) => personsNow(known, now).length > 0
    return device !== undefined && holdsSomeone(await devices.get(device, holdsSomeone))
  }

  /** All counters go up, or none does because one is full. */
  const take = (counters: readonly Counter[]): Promise<boolean> =>
    db.transact(async (tx) => {
      const counts: TryCount[] = []
      for (const { id, most } of counters) {
        const wrong = (await tx.get(triesCollection, id))?.wrong ?? 0
        if (wrong >= most) return false
        counts.push({ _id: id, v: 1, wrong: wrong + 1 })
      }
      for (const count of counts) await tx.put(triesCollection, count)
      return true
    })
  /** A counter that was swept meanwhile stays away. */
  const add = (ids: readonly string[], change: 1 | -1): Promise<void> =>
    db.transact(async (tx) => {
      for (const id of ids) {
        const count = await tx.get(triesCollection, id)
        if (count !== undefined || change > 0) await tx.put(triesCollection, { _id: id, v: 1, wrong: (count?.wrong ?? 0) + change })
      }
    })

  const wrongInAll = async (now: number): Promise<number> => {
    const counts = await db.getMany(triesCollection, totals(now))
    return [...counts.values()].reduce((sum, { wrong }) => sum + wrong, 0)
  }
  /** Said once an hour, by whoever is refused first. */
  const raiseAlarm = async (wrong: number, now: number): Promise<void> => {
    const { inserted } = await db.insertOnce(triesCollection, { _id: `${hourOf(now)}_x`, v: 1, wrong })
    if (!inserted) return
    const error = `${wrong} wrong codes within the hour: until the next one begins no code is looked up for strangers`
    log.write({ at: now, requestId: chance.id(), action: 'alarm.codes', outcome: 'CODES_PAUSED', ms: 0, error })
  }

  return {
    async lookUp({ caller, now }, find) {
      const [known, wrong] = await Promise.all([isKnown(caller, now), wrongInAll(now)])
      if (!known && wrong >= limits.inAll) {
        await raiseAlarm(wrong, now)
        return refuse('CODES_PAUSED')
      }
      const counters = countersOf(caller, known, now)
      if (!(await take(counters))) return refuse('TOO_MANY_TRIES')
      const found = await find()
      if (found === undefined) {
        const shard = (addressHash(caller)[0] ?? 0) % shards
        await add(totals(now).slice(shard, shard + 1), 1)
        return refuse('CODE_UNKNOWN')
      }
      await add(
        counters.map(({ id }) => id),
        -1,
      )
      return accept(found)
    },
    async sweep(now) {
      const { rows } = await db.list(triesCollection, { range: { to: hourOf(now - hourMs) }, limit: 100 })
      if (rows.length === 0) return
      await db.transact(async (tx) => {
        for (const row of rows) await tx.remove(triesCollection, row._id)
      })
      return this.sweep(now)
    },
  }
}
