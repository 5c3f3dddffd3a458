/** When a theme day is held and how its plan may change: facts in, outcomes out. Who is counted stands in `counting.ts`. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayOf, instantOf, isDay, minuteMs, monthOf, sayDayNear } from '#shared/kernel/day'
import type { Grant } from '#shared/kernel/organisation'
import { type ThemeDayStage, type ThemeDayState, type Way, ways } from './ids'
import { hasTwice } from './minutes'

/** Check-in opens half an hour before the start, unless the organiser opens it earlier. */
export const opensBeforeMs = 30 * minuteMs

export interface Held {
  readonly startsAt: number
  readonly endsAt: number
  readonly openedAt?: number | undefined
  /** when the organiser confirmed the list: from then on nothing is counted by itself */
  readonly closedAt?: number | undefined
}

/** From when check-in counts. */
export function opensAtOf(themeDay: Held): number {
  return Math.min(themeDay.openedAt ?? Number.POSITIVE_INFINITY, themeDay.startsAt - opensBeforeMs)
}

/** The end that was planned, or the organiser's closing, whichever is first. The window is half-open: at its end it is over. */
export function endOf(themeDay: Held): number {
  return Math.min(themeDay.endsAt, themeDay.closedAt ?? Number.POSITIVE_INFINITY)
}

export function stateOf(themeDay: Held, now: number): ThemeDayState {
  if (now >= endOf(themeDay)) return 'over'
  return now >= opensAtOf(themeDay) ? 'open' : 'planned'
}

/** Drafted, and never told to anybody: not even that it was dropped. */
export function isUntold({ stage, notice }: { readonly stage: ThemeDayStage; readonly notice?: unknown }): boolean {
  return stage === 'draft' || (stage === 'cancelled' && notice === undefined)
}

/** A theme day is drafted by its secretary, and until it is published nobody else knows of it. */
export function seesDrafts({ grants }: { readonly grants: readonly Grant[] }, branchId: string): boolean {
  return grants.some((grant) => grant.role === 'secretary' && grant.branchId === branchId)
}

export interface PlanFacts {
  readonly now: number
  readonly day: string
  readonly from: string
  readonly to: string
  readonly parts?: readonly { readonly part: string }[] | undefined
}

export interface Planned {
  readonly month: string
  readonly startsAt: number
  readonly endsAt: number
}

export type PlanRefusal = 'NO_SUCH_DAY' | 'DAY_PAST' | 'ENDS_BEFORE_START' | 'PART_TWICE'

export function decidePlan(facts: PlanFacts): Outcome<Planned, PlanRefusal> {
  if (!isDay(facts.day)) return refuse('NO_SUCH_DAY')
  const startsAt = instantOf(facts.day, facts.from)
  const endsAt = instantOf(facts.day, facts.to)
  if (facts.day < dayOf(facts.now)) return refuse('DAY_PAST')
  if (endsAt <= startsAt) return refuse('ENDS_BEFORE_START')
  // A day whose end has passed could never be attended: it is past as well.
  if (endsAt <= facts.now) return refuse('DAY_PAST')
  if (hasTwice(facts.parts ?? [])) return refuse('PART_TWICE')
  return accept({ month: monthOf(startsAt), startsAt, endsAt })
}

export interface EditFacts {
  readonly themeDay: Held & { readonly stage: ThemeDayStage; readonly month: string; readonly version: number }
  readonly now: number
}

/** What was published may change until check-in opens: whoever has checked in did so to what they had read. */
export function decideUpdate(
  facts: EditFacts & { readonly planned: Planned; readonly version: number },
): Outcome<{ isTold: boolean }, 'CANCELLED' | 'STALE' | 'OTHER_MONTH' | 'STARTED'> {
  const { themeDay, now, planned, version } = facts
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (themeDay.version !== version) return refuse('STALE')
  if (planned.month !== themeDay.month) return refuse('OTHER_MONTH')
  if (hasOpened(facts.themeDay, now)) return refuse('STARTED')
  return accept({ isTold: themeDay.stage === 'published' })
}

/** Publishing again changes nothing. */
export function decidePublish({ themeDay, now }: EditFacts): Outcome<{ isNew: boolean }, 'CANCELLED' | 'DAY_PAST'> {
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (themeDay.stage === 'published') return accept({ isNew: false })
  return now >= themeDay.endsAt ? refuse('DAY_PAST') : accept({ isNew: true })
}

/** A draft may go at any time; what was published only before anybody could be counted. Cancelling again changes nothing. */
export function decideCancel({ themeDay, now }: EditFacts): Outcome<{ isNew: boolean; isTold: boolean }, 'STARTED' | 'BOOK_CLOSED'> {
  if (themeDay.stage === 'cancelled') return accept({ isNew: false, isTold: false })
  if (themeDay.closedAt !== undefined) return refuse('BOOK_CLOSED')
  if (hasOpened(themeDay, now)) return refuse('STARTED')
  return accept({ isNew: true, isTold: themeDay.stage === 'published' })
}

function hasOpened(themeDay: Held & { readonly stage: ThemeDayStage }, now: number): boolean {
  return themeDay.stage === 'published' && now >= opensAtOf(themeDay)
}

/** Opening by hand is for the day itself; opening twice, or after the window opened by itself, changes nothing. */
export function decideOpen(facts: {
  readonly themeDay: Held & { readonly stage: ThemeDayStage }
  readonly now: number
}): Outcome<{ openedAt: number; isNew: boolean }, 'NOT_TODAY' | 'OVER' | 'CANCELLED'> {
  const { themeDay, now } = facts
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (now >= endOf(themeDay)) return refuse('OVER')
  if (now >= opensAtOf(themeDay)) return accept({ openedAt: opensAtOf(themeDay), isNew: false })
  if (dayOf(now) !== dayOf(themeDay.startsAt)) return refuse('NOT_TODAY', { day: sayDayNear(themeDay.startsAt, now) })
  return accept({ openedAt: now, isNew: true })
}

/** Roll-call is for who has no phone (product decision 4): it cannot be switched off. Each way once, in the order of `ways`. */
export function decideWays(chosen: readonly Way[]): Outcome<readonly Way[], 'ROLL_CALL_STAYS'> {
  return chosen.includes('rollCall') ? accept(ways.filter((way) => chosen.includes(way))) : refuse('ROLL_CALL_STAYS')
}

/** A suggestion is for a month that is not over. */
export function decideSuggestion(month: string, thisMonth: string): Outcome<true, 'MONTH_PAST'> {
  return month < thisMonth ? refuse('MONTH_PAST') : accept(true)
}

/** The theme day a person has in mind now: one going on, else the next one, else the last one. Rows come newest first. */
export function currentOf<Row extends Held>(newestFirst: readonly Row[], now: number): Row | undefined {
  const ahead = newestFirst.filter((row) => now < row.endsAt)
  const latest = newestFirst[0]
  if (ahead.length > 0) return ahead[ahead.length - 1]
  return latest
}

/** Confirming the list: from the moment somebody could be counted. Confirming it again changes nothing. */
export function decideClose({ themeDay, now }: EditFacts): Outcome<{ isNew: boolean }, 'CANCELLED' | 'NOT_BEGUN'> {
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (themeDay.closedAt !== undefined) return accept({ isNew: false })
  return now < opensAtOf(themeDay) ? refuse('NOT_BEGUN') : accept({ isNew: true })
}

/** Before the book is closed, and no more than there is room for. */
export function decideAttach(facts: {
  readonly themeDay: Held
  readonly count: number
  readonly most: number
}): Outcome<true, 'BOOK_CLOSED' | 'TOO_MANY'> {
  if (facts.themeDay.closedAt !== undefined) return refuse('BOOK_CLOSED')
  return facts.count >= facts.most ? refuse('TOO_MANY', { most: String(facts.most) }) : accept(true)
}
