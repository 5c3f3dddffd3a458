/** Rules of the theme day: facts in, outcomes out. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayOf, endOfDay, instantOf, isDay, minuteMs, monthOf, sayDayNear, sayTime } from '#shared/kernel/day'
import type { ThemeDayState } from './ids'

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

export interface CheckInFacts {
  readonly themeDay: Held & { readonly branchId: string }
  readonly branchId: string | undefined
  readonly now: number
}

/** Refusals in a fixed order: whose it is, then too early, then too late. */
export function decideCheckIn(facts: CheckInFacts): Outcome<true, 'OTHER_BRANCH' | 'NOT_OPEN' | 'CLOSED'> {
  const { themeDay, now } = facts
  if (themeDay.branchId !== facts.branchId) return refuse('OTHER_BRANCH')
  const state = stateOf(themeDay, now)
  if (state === 'planned') return refuse('NOT_OPEN', { time: sayWhen(opensAtOf(themeDay), now) })
  return state === 'over' ? refuse('CLOSED') : accept(true)
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
