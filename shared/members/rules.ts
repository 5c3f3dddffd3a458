/** A member's record as rules: who may be written twice, whose edit is late, what a category needs. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { type DayKey, isDay, type MonthKey } from '#shared/kernel/day'
import { isBirthMonth } from './birth-month'
import type { CategoryKind } from './kinds'

export interface Likeness {
  readonly name: string
  readonly branchId: string
}

export interface TwinFacts {
  readonly name: string
  readonly branchId: string
  /** members anywhere with the same mobile number */
  readonly samePhone: readonly Likeness[]
}

/**
 * Whether the person stands on a roster already. A couple may share one number, so only the same name with the same number is
 * the same person; there is nothing else by which two rosters could tell.
 */
export function decideTwin({ name, branchId, samePhone }: TwinFacts): Outcome<true, 'ON_ROSTER' | 'ON_ANOTHER_ROSTER'> {
  const twins = samePhone.filter((one) => one.name === name)
  if (twins.some((one) => one.branchId === branchId)) return refuse('ON_ROSTER', { name })
  return twins.length > 0 ? refuse('ON_ANOTHER_ROSTER', { name }) : accept(true)
}

export interface ArrivalFacts extends TwinFacts {
  /** members of this branch with exactly this name */
  readonly sameNameHere: number
  /** the officer has said that it is somebody else of the same name */
  readonly isNamesake: boolean
}

/** Whether a person may be written onto the roster: a namesake has to be confirmed. */
export function decideArrival(facts: ArrivalFacts): Outcome<true, 'ON_ROSTER' | 'ON_ANOTHER_ROSTER' | 'SAME_NAME'> {
  const twin = decideTwin(facts)
  if (!twin.ok) return twin
  return facts.sameNameHere > 0 && !facts.isNamesake ? refuse('SAME_NAME', { name: facts.name }) : accept(true)
}

/** Two officers with the same record open: the second one looks again before overwriting the first. */
export function decideFresh(facts: { readonly stored: number | undefined; readonly seen: number }): Outcome<true, 'STALE'> {
  return facts.stored === facts.seen ? accept(true) : refuse('STALE')
}

export interface WantedCategory {
  readonly kind: CategoryKind
  readonly since: DayKey
  readonly recheckOn: DayKey
  /** the organ's decision, as a line */
  readonly decision?: string
  readonly until?: DayKey
}

/** Correction is never put on a person without the organ's decision and a last day. */
export function decideCategory(
  wanted: WantedCategory,
): Outcome<true, 'NO_SUCH_DAY' | 'RECHECK_BEFORE' | 'DECISION_NEEDED' | 'ENDS_BEFORE'> {
  const { kind, since, recheckOn, decision, until } = wanted
  if ([since, recheckOn, until].some((day) => day !== undefined && !isDay(day))) return refuse('NO_SUCH_DAY')
  if (recheckOn <= since) return refuse('RECHECK_BEFORE')
  if (kind === 'underCorrection' && (decision === undefined || until === undefined)) return refuse('DECISION_NEEDED')
  return until !== undefined && until <= since ? refuse('ENDS_BEFORE') : accept(true)
}

/** A category with a last day ends by itself. */
export function categoryOn<Category extends { readonly until?: DayKey }>(
  category: Category | undefined,
  today: DayKey,
): Category | undefined {
  return category?.until !== undefined && category.until < today ? undefined : category
}

/** A day of membership is a day, and none lies ahead. */
export function decideDay(day: DayKey | undefined, today: DayKey): Outcome<true, 'NO_SUCH_DAY'> {
  return day !== undefined && (!isDay(day) || day > today) ? refuse('NO_SUCH_DAY') : accept(true)
}

export interface DaysFacts {
  readonly joinedOn: DayKey | undefined
  readonly confirmedOn: DayKey | undefined
  readonly today: DayKey
}

/** Nobody is confirmed before joining. */
export function decideDays({ joinedOn, confirmedOn, today }: DaysFacts): Outcome<true, 'NO_SUCH_DAY' | 'CONFIRMED_BEFORE'> {
  const wrong = [joinedOn, confirmedOn].map((day) => decideDay(day, today)).find(({ ok }) => !ok)
  if (wrong !== undefined) return wrong
  const isReversed = joinedOn !== undefined && confirmedOn !== undefined && confirmedOn < joinedOn
  return isReversed ? refuse('CONFIRMED_BEFORE') : accept(true)
}

export interface RegisterFacts {
  /** absent or emptied: there is nothing to look at */
  readonly birthMonth: MonthKey | null | undefined
  /** whether the county has these fields switched on */
  readonly isOn: boolean
  readonly thisMonth: MonthKey
}

/** Nothing is asked of people that the county has not decided to ask. */
export function decideRegister({ birthMonth, isOn, thisMonth }: RegisterFacts): Outcome<true, 'NOT_ON' | 'NO_SUCH_DAY'> {
  if (!isOn) return refuse('NOT_ON')
  const isWrong = typeof birthMonth === 'string' && !isBirthMonth(birthMonth, thisMonth)
  return isWrong ? refuse('NO_SUCH_DAY') : accept(true)
}
