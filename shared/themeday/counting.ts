/** Who is counted, when, and by which way: facts in, outcomes out. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { endOfDay, minuteMs, sayDayNear, sayTime } from '#shared/kernel/day'
import { type AwaySource, type LateState, mainVenueId, type ThemeDayStage, type Way } from './ids'
import type { Shown } from './rotating'
import { endOf, type Held, opensAtOf, stateOf } from './rules'

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
export function believedTap(tapped: Tapped | undefined, now: number): number | undefined {
  if (tapped?.clockOffMs === undefined || Math.abs(tapped.clockOffMs) > clockToleranceMs) return undefined
  return tapped.at > now + clockToleranceMs ? undefined : Math.min(tapped.at, now)
}

/** Tapped a moment ago by whatever clock: the server's own clock says when, and nothing has to be believed. */
function isJustNow(tapped: Tapped | undefined, now: number): boolean {
  return tapped === undefined || Math.abs(tapped.at - now) <= clockToleranceMs
}

/** A tick that waited in a phone while its name was taken back. What arrives at once is new, by however slow a clock. */
export function isOutdated(facts: { readonly saidAt: number; readonly takenBackAt: number; readonly now: number }): boolean {
  return facts.saidAt < facts.takenBackAt && facts.now - facts.saidAt > clockToleranceMs
}

export interface Counted extends Held {
  readonly branchId: string
  readonly stage: ThemeDayStage
  readonly ways: readonly Way[]
  readonly venues: readonly { readonly venueId: string }[]
}

/** Where it was said to be; without a word it is the place of the plan. */
export function hasVenue({ venues }: Pick<Counted, 'venues'>, venueId: string | undefined): boolean {
  return venueId === undefined || venueId === mainVenueId || venues.some((venue) => venue.venueId === venueId)
}

export interface CheckInFacts {
  readonly themeDay: Counted
  readonly branchId: string | undefined
  readonly now: number
  readonly via: 'code' | 'home' | 'screen'
  readonly tapped?: Tapped | undefined
  /** of a changing code: what `decideShown` made of it; absent: none was shown */
  readonly shown?: Outcome<Shown, 'CODE_FORGED' | 'CODE_EXPIRED'> | undefined
  readonly venueId?: string | undefined
  /** somebody taps for them */
  readonly isHelped: boolean
  /** and says that they saw them */
  readonly isSeen: boolean
}

/** `waiting`: the organiser has to approve it. `at` is the tap where its clock is sure, else when it arrived. */
export type CheckedIn =
  | { readonly state: 'counted'; readonly at: number; readonly isUploadedLate: boolean }
  | { readonly state: 'waiting'; readonly at: number; readonly isClockSure: boolean }

export type CheckInRefusal =
  | 'OTHER_BRANCH'
  | 'CANCELLED'
  | 'NO_SUCH_VENUE'
  | 'WAY_NOT_CHOSEN'
  | 'NOT_SEEN'
  | 'NOT_OPEN'
  | 'CODE_FORGED'
  | 'CODE_EXPIRED'
  | 'CLOSED'
  | 'TOO_LATE'

/**
 * Refusals in a fixed order: whose it is, whether it is held, by which way, then the code, then too early, then too late.
 *
 * What arrives within the window counts by the server's clock, unless it says that it waited in a phone whose clock cannot be believed:
 * that is the organiser's to decide. What arrives after the window counts only once the organiser has approved it, and not at all
 * when the phone itself knows that it was tapped after the end.
 */
export function decideCheckIn(facts: CheckInFacts): Outcome<CheckedIn, CheckInRefusal> {
  const { themeDay, now, tapped, shown } = facts
  if (themeDay.branchId !== facts.branchId) return refuse('OTHER_BRANCH')
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (!hasVenue(themeDay, facts.venueId)) return refuse('NO_SUCH_VENUE')
  if (facts.isHelped ? !facts.isSeen : !isWayChosen(facts)) return refuse(facts.isHelped ? 'NOT_SEEN' : 'WAY_NOT_CHOSEN')
  const state = stateOf(themeDay, now)
  if (state === 'planned') return refuse('NOT_OPEN', { time: sayWhen(opensAtOf(themeDay), now) })
  if (shown?.ok === false) return shown
  const tap = shown?.ok === true ? shown.data.at : believedTap(tapped, now)
  if (state === 'open') {
    if (tap === undefined && !isJustNow(tapped, now)) return accept({ state: 'waiting', at: now, isClockSure: false })
    const isUploadedLate = shown?.ok === true && shown.data.isUploadedLate
    return accept({ state: 'counted', at: Math.max(tap ?? now, opensAtOf(themeDay)), isUploadedLate })
  }
  if (tapped === undefined || (tap !== undefined && tap >= endOf(themeDay))) return refuse('CLOSED')
  if (now > endOfDay(themeDay.endsAt, lateDays)) return refuse('TOO_LATE')
  return accept({ state: 'waiting', at: tap ?? now, isClockSure: tap !== undefined })
}

/** A member checks in by the wall and from home, or by the changing code; what shows one is judged as one. */
function isWayChosen({ themeDay, via, shown }: CheckInFacts): boolean {
  if (via === 'screen') return shown !== undefined && themeDay.ways.includes('screen')
  return themeDay.ways.includes('wall')
}

/** What has become an attendance is not taken back by a word; the other way round a mind may be changed. */
export function decideSendBack(late: { readonly state: LateState }): Outcome<true, 'ALREADY_APPROVED'> {
  return late.state === 'approved' ? refuse('ALREADY_APPROVED') : accept(true)
}

export interface CalledFacts {
  readonly themeDay: Held & Pick<Counted, 'stage'>
  readonly now: number
  /** ticked or tapped without a signal */
  readonly tapped?: Tapped | undefined
}

/**
 * The organiser may go on calling names until the day is out: the roll is often read at the end. A tick made that day without a
 * signal may arrive three days later; by a clock that cannot be believed it has to arrive the same day.
 */
export function decideCalled(facts: CalledFacts): Outcome<{ readonly at: number }, 'CANCELLED' | 'BOOK_CLOSED' | 'NOT_OPEN' | 'CLOSED'> {
  const { themeDay, now, tapped } = facts
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (themeDay.closedAt !== undefined) return refuse('BOOK_CLOSED')
  const opensAt = opensAtOf(themeDay)
  if (now < opensAt) return refuse('NOT_OPEN', { time: sayWhen(opensAt, now) })
  const tap = believedTap(tapped, now)
  const isOfTheDay = tap !== undefined && tap <= endOfDay(themeDay.endsAt) && now <= endOfDay(themeDay.endsAt, lateDays)
  if (now > endOfDay(themeDay.endsAt) && !isOfTheDay) return refuse('CLOSED')
  return accept({ at: Math.max(tap ?? now, opensAt) })
}

export interface RollCallFacts extends CalledFacts {
  readonly themeDay: Counted
  readonly way: 'rollCall' | 'door' | 'card'
  readonly venueId?: string | undefined
}

/** Calling a name is always a way; the others are the branch's choice. */
export function decideRollCall(
  facts: RollCallFacts,
): Outcome<{ readonly at: number }, 'CANCELLED' | 'BOOK_CLOSED' | 'NOT_OPEN' | 'CLOSED' | 'WAY_NOT_CHOSEN' | 'NO_SUCH_VENUE'> {
  const called = decideCalled(facts)
  if (!called.ok) return called
  if (facts.way !== 'rollCall' && !facts.themeDay.ways.includes(facts.way)) return refuse('WAY_NOT_CHOSEN')
  return hasVenue(facts.themeDay, facts.venueId) ? called : refuse('NO_SUCH_VENUE')
}

/** What is written down by hand about a day that has begun: a list on paper, study at home, a guest. Until the book is closed. */
export function decideByHand(
  themeDay: Held & Pick<Counted, 'stage'>,
  now: number,
): Outcome<true, 'CANCELLED' | 'BOOK_CLOSED' | 'NOT_BEGUN'> {
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (themeDay.closedAt !== undefined) return refuse('BOOK_CLOSED')
  return now < opensAtOf(themeDay) ? refuse('NOT_BEGUN') : accept(true)
}

export interface PaperFacts {
  readonly themeDay: Held & Pick<Counted, 'stage'>
  readonly now: number
  /** the member who types it; absent: an officer who is no member */
  readonly enteredBy: string | undefined
  readonly witnessId: string
}

/** A list on paper has two names under it, of two people. */
export function decidePaper(facts: PaperFacts): Outcome<true, 'CANCELLED' | 'BOOK_CLOSED' | 'NOT_BEGUN' | 'SAME_PERSON'> {
  if (facts.enteredBy === facts.witnessId) return refuse('SAME_PERSON')
  return decideByHand(facts.themeDay, facts.now)
}

/** Who was at another branch's with an activity pass shows where, and who says so (seed 003, rules for those away). */
export function decideProof(source: AwaySource, proof: string | undefined): Outcome<true, 'PROOF_NEEDED'> {
  return source === 'elsewhere' && proof === undefined ? refuse('PROOF_NEEDED') : accept(true)
}

/** Leave is asked beforehand (seed 003: whoever cannot come asks before). */
export function decideLeave(themeDay: Held & Pick<Counted, 'stage'>, now: number): Outcome<true, 'CANCELLED' | 'STARTED'> {
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  return now >= Math.min(themeDay.startsAt, endOf(themeDay)) ? refuse('STARTED') : accept(true)
}

/** An opinion is heard until the book is closed. */
export function decideOpinion(themeDay: Held & Pick<Counted, 'stage'>): Outcome<true, 'CANCELLED' | 'BOOK_CLOSED'> {
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  return themeDay.closedAt === undefined ? accept(true) : refuse('BOOK_CLOSED')
}

/** Being counted afterwards: from the end on, for three days. */
export function decideLateCheckIn(
  themeDay: Held & Pick<Counted, 'stage'>,
  now: number,
): Outcome<{ readonly at: number }, 'CANCELLED' | 'NOT_OVER' | 'TOO_LATE'> {
  if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
  if (stateOf(themeDay, now) !== 'over') return refuse('NOT_OVER')
  return now > endOfDay(themeDay.endsAt, lateDays) ? refuse('TOO_LATE') : accept({ at: themeDay.startsAt })
}

function sayWhen(instant: number, now: number): string {
  return `${sayDayNear(instant, now)}${sayTime(instant)}`
}
