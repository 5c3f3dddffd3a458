/** Rules of the theme day: facts in, outcomes out. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayOf, endOfDay, instantOf, isDay, minuteMs, monthOf, sayDayNear, sayTime } from '#shared/kernel/day'
import type { LateState, ThemeDayState } from './ids'

/** Check-in opens half an hour before the start, unless the organiser opens it earlier. */
export const opensBeforeMs = 30 * minuteMs

export interface Held {
  readonly startsAt: number
  readonly endsAt: number
  readonly openedAt?: number | undefined
}

/** From when check-in counts. */
export function opensAtOf(themeDay: Held): number {
  return Math.min(themeDay.openedAt ?? Number.POSITIVE_INFINITY, themeDay.startsAt - opensBeforeMs)
}

/** The window is half-open: at `endsAt` it is over. */
export function stateOf(themeDay: Held, now: number): ThemeDayState {
  if (now >= themeDay.endsAt) return 'over'
  return now >= opensAtOf(themeDay) ? 'open' : 'planned'
}

export interface PlanFacts {
  readonly now: number
  readonly day: string
  readonly from: string
  readonly to: string
}

export function decidePlan(
  facts: PlanFacts,
): Outcome<{ month: string; startsAt: number; endsAt: number }, 'NO_SUCH_DAY' | 'DAY_PAST' | 'ENDS_BEFORE_START'> {
  if (!isDay(facts.day)) return refuse('NO_SUCH_DAY')
  const startsAt = instantOf(facts.day, facts.from)
  const endsAt = instantOf(facts.day, facts.to)
  if (facts.day < dayOf(facts.now)) return refuse('DAY_PAST')
  if (endsAt <= startsAt) return refuse('ENDS_BEFORE_START')
  // A day whose end has passed could never be attended: it is past as well.
  if (endsAt <= facts.now) return refuse('DAY_PAST')
  return accept({ month: monthOf(startsAt), startsAt, endsAt })
}

/** Opening by hand is for the day itself; opening twice, or after the window opened by itself, changes nothing. */
export function decideOpen(facts: {
  readonly themeDay: Held
  readonly now: number
}): Outcome<{ openedAt: number; isNew: boolean }, 'NOT_TODAY' | 'OVER'> {
  const { themeDay, now } = facts
  if (now >= themeDay.endsAt) return refuse('OVER')
  if (now >= opensAtOf(themeDay)) return accept({ openedAt: opensAtOf(themeDay), isNew: false })
  if (dayOf(now) !== dayOf(themeDay.startsAt)) return refuse('NOT_TODAY', { day: sayDayNear(themeDay.startsAt, now) })
  return accept({ openedAt: now, isNew: true })
}

/** When a phone says its button was tapped, and how far its clock was off at its last answer (ms; absent: it never had one). */
export interface Tapped {
  readonly at: number
  readonly clockOffMs?: number | undefined
}

/** Phones set their clocks by the network; one that is further off was set by hand, or not at all. */
export const clockToleranceMs = 2 * minuteMs

/** Days after which nobody remembers who was there, and a tap decides nothing any more. */
export const lateDays = 3

/** When the button was tapped, as far as the phone's clock can be believed; undefined: it cannot. */
function believedTap(tapped: Tapped | undefined, now: number): number | undefined {
  if (tapped?.clockOffMs === undefined || Math.abs(tapped.clockOffMs) > clockToleranceMs) return undefined
  return tapped.at > now + clockToleranceMs ? undefined : Math.min(tapped.at, now)
}

export interface CheckInFacts {
  readonly themeDay: Held & { readonly branchId: string }
  readonly branchId: string | undefined
  readonly now: number
  readonly tapped?: Tapped | undefined
}

/** `waiting`: the organiser has to approve it. `at` is the tap where its clock is sure, else when it arrived. */
export type CheckedIn =
  | { readonly state: 'counted'; readonly at: number }
  | { readonly state: 'waiting'; readonly at: number; readonly isClockSure: boolean }

/**
 * Refusals in a fixed order: whose it is, then too early, then too late. What arrives within the window counts by the server's
 * own clock, however long it waited in the phone. What arrives after it counts only once the organiser has
 * approved it, and not at all when the phone itself knows that it was tapped after the end.
 */
export function decideCheckIn(facts: CheckInFacts): Outcome<CheckedIn, 'OTHER_BRANCH' | 'NOT_OPEN' | 'CLOSED' | 'TOO_LATE'> {
  const { themeDay, now, tapped } = facts
  if (themeDay.branchId !== facts.branchId) return refuse('OTHER_BRANCH')
  const state = stateOf(themeDay, now)
  if (state === 'planned') return refuse('NOT_OPEN', { time: sayWhen(opensAtOf(themeDay), now) })
  const tap = believedTap(tapped, now)
  if (state === 'open') return accept({ state: 'counted', at: Math.max(tap ?? now, opensAtOf(themeDay)) })
  if (tapped === undefined || (tap !== undefined && tap >= themeDay.endsAt)) return refuse('CLOSED')
  if (now > endOfDay(themeDay.endsAt, lateDays)) return refuse('TOO_LATE')
  return accept({ state: 'waiting', at: tap ?? now, isClockSure: tap !== undefined })
}

/** What has become an attendance is not taken back by a word; the other way round a mind may be changed. */
export function decideSendBack(late: { readonly state: LateState }): Outcome<true, 'ALREADY_APPROVED'> {
  return late.state === 'approved' ? refuse('ALREADY_APPROVED') : accept(true)
}

/** The organiser may go on calling names until the day is out: the roll is often read at the end. */
export function decideRollCall(facts: { readonly themeDay: Held; readonly now: number }): Outcome<true, 'NOT_OPEN' | 'CLOSED'> {
  const { themeDay, now } = facts
  if (now < opensAtOf(themeDay)) return refuse('NOT_OPEN', { time: sayWhen(opensAtOf(themeDay), now) })
  return now > endOfDay(themeDay.endsAt) ? refuse('CLOSED') : accept(true)
}

function sayWhen(instant: number, now: number): string {
  return `${sayDayNear(instant, now)}${sayTime(instant)}`
}

/** The theme day a person has in mind now: one going on, else the next one, else the last one. Rows come newest first. */
export function currentOf<Row extends Held>(newestFirst: readonly Row[], now: number): Row | undefined {
  const ahead = newestFirst.filter((row) => now < row.endsAt)
  const latest = newestFirst[0]
  if (ahead.length > 0) return ahead[ahead.length - 1]
  return latest
}
