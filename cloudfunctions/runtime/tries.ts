/**
 * Codes are looked up by way of here, so that they cannot be guessed. A try is taken before the look-up, in one step with the check
 * whether there is one left, and given back when the code was known: however many ask at the same moment, no more of them learn
 * something than may. Counted by the hour: by device, by network address, and wrong ones over the whole deployment (decision 31).
 */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { hourMs } from '#shared/kernel/day'
import type { Chance } from './chance'
import type { Collection, Database, Stored, Taken } from './database'
import { type Caller, type DeviceActors, personsNow } from './identity'
import type { Keys } from './keys'
import type { Log } from './log'
import type { Recent } from './recent'

interface TryCount extends Stored {
  /** tries left in the hour; of the deployment's counters, how many were wrong */
  readonly left?: number
  readonly wrong?: number
  /** by whom: wrong ones, and those that nobody knows yet to be right */
  readonly taken?: Readonly<Record<string, number>>
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
  /** Who is known on a device counts for themselves; everybody else for themselves and, with a wider bound, for their address: a hall shares one. */
  const countersOf = (caller: Caller, isKnown: boolean, now: number): readonly Counter[] => {
    const address = keys.hmac('address', caller.address).toString('base64url').slice(0, 22)
    const own = { id: `${hourOf(now)}_${caller.device === undefined ? `n${address}` : `d${caller.device}`}`, most: limits.perCaller }
    return isKnown ? [own] : [own, { id: `${hourOf(now)}_a${address}`, most: limits.perAddress }]
  }
  const isKnown = async ({ device }: Caller, now: number): Promise<boolean> => {
    const holdsSomeone = (known: DeviceActors | undefined) => personsNow(known, now).length > 0
    return device !== undefined && holdsSomeone(await devices.get(device, holdsSomeone))
  }

  /** What was delivered twice was taken once. */
  const isTheirs = (taken: Taken) => taken === 'taken' || taken === 'repeated'
  /** A counter is laid by whoever is the first of the hour. */
  const takeOne = async ({ id, most }: Counter, key: string): Promise<boolean> => {
    const order = { field: 'left', by: 1, atLeast: 1, key } as const
    const taken = await db.take(triesCollection, id, order)
    if (isTheirs(taken)) return true
    if (taken === 'missing') {
      const { inserted } = await db.insertOnce(triesCollection, { _id: id, v: 1, left: most - 1, taken: { [key]: 1 } })
      if (inserted) return true
    }
    // Laid by somebody else a moment ago, in the cloud it may have looked used up.
    return isTheirs(await db.take(triesCollection, id, order))
  }
  const giveBack = (counters: readonly Counter[], key: string) =>
    Promise.all(counters.map(({ id }) => db.giveBack(triesCollection, id, { field: 'left', by: 1, key })))
  /** Of every counter, or of none because one is used up. */
  const take = async (counters: readonly Counter[], key: string): Promise<boolean> => {
    for (const [place, counter] of counters.entries()) {
      if (await takeOne(counter, key)) continue
      await giveBack(counters.slice(0, place), key)
      return false
    }
    return true
  }
  /** The key of the try is by chance, and so is the shard: many at once do not meet in one. */
  const countWrong = (key: string, now: number): Promise<void> => {
    const _id = `${hourOf(now)}_t${key.charCodeAt(0) % shards}`
    return db.transact(async (tx) => {
      const wrong = (await tx.get(triesCollection, _id))?.wrong ?? 0
      await tx.put(triesCollection, { _id, v: 1, wrong: wrong + 1 })
    })
  }

  const wrongInAll = async (now: number): Promise<number> => {
    const shardIds = Array.from({ length: shards }, (_, shard) => `${hourOf(now)}_t${shard}`)
    const counts = await db.getMany(triesCollection, shardIds)
    return [...counts.values()].reduce((sum, { wrong = 0 }) => sum + wrong, 0)
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
      const key = chance.id()
      if (!(await take(counters, key))) return refuse('TOO_MANY_TRIES')
      const found = await find()
      if (found === undefined) {
        await countWrong(key, now)
        return refuse('CODE_UNKNOWN')
      }
      await giveBack(counters, key)
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
