/** Which systems are on: read off the entries, never stored. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { type DayKey, dayMs, instantOf, isDay, sayDate } from '#shared/kernel/day'
import { type System, startsOff } from './ids'

interface Entry {
  readonly system: System
  readonly isOn: boolean
  readonly since: DayKey
}

/** The last entry that has begun decides; a county that has decided nothing yet has everything but what starts off. */
export function isOnOn(entries: readonly Entry[], system: System, day: DayKey): boolean {
  return entries.filter((entry) => entry.system === system && entry.since <= day).at(-1)?.isOn ?? !startsOff.includes(system)
}

/** The decision that stands, whether or not it has begun. */
export function lastOf<Kept extends Entry>(entries: readonly Kept[], system: System): Kept | undefined {
  return entries.filter((entry) => entry.system === system).at(-1)
}

export interface TurnFacts {
  readonly entries: readonly Entry[]
  readonly wanted: Entry
  readonly now: number
}

/** What has been in force is not rewritten: a new entry begins no earlier than the last one did, and within a year. */
export function decideTurn({ entries, wanted, now }: TurnFacts): Outcome<true, 'NO_SUCH_DAY' | 'BEFORE_LAST' | 'TOO_FAR'> {
  if (!isDay(wanted.since)) return refuse('NO_SUCH_DAY')
  const last = lastOf(entries, wanted.system)
  if (last !== undefined && wanted.since < last.since) return refuse('BEFORE_LAST', { day: sayDate(instantOf(last.since, '00:00')) })
  return instantOf(wanted.since, '00:00') > now + 366 * dayMs ? refuse('TOO_FAR') : accept(true)
}
