/** The form of a theme day: what it starts with, what is still missing, and what it comes to. */
import { dayOf, instantOf, isDay, monthOf, type Span, timeOf } from '#shared/kernel/day'
import { nextFixedDay } from '#shared/themeday/fixed-day'
import { type DayPart, dayParts, type VenueKind } from '#shared/themeday/ids'
import type { FixedDay, ThemeDay } from './answers'

export interface PlanPart {
  readonly part: DayPart
  readonly what: string
  readonly leader: string
}

export interface PlanVenue {
  readonly kind: VenueKind
  readonly name: string
  readonly organiser: string
}

export interface Plan {
  readonly day: string
  readonly from: string
  readonly to: string
  readonly topic: string
  readonly place: string
  /** all five, in their order */
  readonly parts: readonly PlanPart[]
  readonly venues: readonly PlanVenue[]
  /** as typed, a line each */
  readonly materials: string
}

const noParts: readonly PlanPart[] = dayParts.map((part) => ({ part, what: '', leader: '' }))
const blank: Plan = { day: '', from: '09:00', to: '11:00', topic: '', place: '', parts: noParts, venues: [], materials: '' }

/** The form of one that exists already. */
export function planOf({ startsAt, endsAt, topic, place, parts, venues, materials }: ThemeDay): Plan {
  return {
    ...{ day: dayOf(startsAt), from: timeOf(startsAt), to: timeOf(endsAt), topic, place },
    parts: noParts.map((none) => ({ ...none, ...parts.find(({ part }) => part === none.part) })),
    venues: venues.map(({ kind, name, organiser }) => ({ kind, name, organiser })),
    materials: materials.join('\n'),
  }
}

/** The last one that was held or will be: rows come newest first. */
export function lastOf(rows: readonly ThemeDay[]): ThemeDay | undefined {
  return rows.find(({ stage }) => stage === 'published')
}

/** Everything as last time, on the branch's fixed day; the topic and what to read are new every month. */
export function proposalFrom(rows: readonly ThemeDay[], fixedDay: FixedDay | undefined, now: number): Plan {
  const taken = new Set(rows.filter(({ stage }) => stage !== 'cancelled').map(({ month }) => month))
  const last = lastOf(rows)
  const copied = last === undefined ? blank : { ...planOf(last), topic: '', materials: '' }
  const fixed = fixedDay && nextFixedDay(fixedDay, now, (month) => taken.has(month))
  return { ...copied, day: fixed ?? (last === undefined ? '' : sameDayAhead(taken, last.startsAt, now)) }
}

/** A branch that has fixed none keeps to the number of last time, in this month or the next, where none is planned yet. */
function sameDayAhead(taken: ReadonlySet<string>, lastStartsAt: number, now: number): string {
  const month = monthOf(now)
  const days = [month, nextMonth(month)].filter((free) => !taken.has(free)).map((free) => `${free}-${dayOf(lastStartsAt).slice(8)}`)
  return days.find((day) => isDay(day) && day >= dayOf(now)) ?? ''
}

/** Whose suggestion is asked for: the month of the day, or this one while none is chosen. */
export function monthOfPlan({ day }: Plan, now: number): string {
  return isDay(day) ? day.slice(0, 7) : monthOf(now)
}

/** `2026-12` → `2027-01` */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** `2027-01` → `2026-12` */
export function previousMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** One line each of what was typed, without the empty ones. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What is asked of the server: parts nobody has said anything about are left out. */
export function planInputOf({ parts, venues, materials, ...rest }: Plan) {
  return {
    ...rest,
    parts: parts
      .map(({ part, what, leader }) => ({ part, what: what.trim(), leader: leader.trim() }))
      .filter(({ what, leader }) => what !== '' || leader !== '')
      .map(({ part, what, leader }) => ({ part, ...(what === '' ? {} : { what }), ...(leader === '' ? {} : { leader }) })),
    venues: venues.map((venue) => ({ ...venue })),
    materials: linesOf(materials),
  }
}

export type Gaps = Readonly<Partial<Record<keyof Plan, string>>>

export const mostMaterials = 5
const longestMaterial = 120

/** What has to be filled in before it is worth asking the server; days and hours are judged there. */
export function gapsOf(plan: Plan): Gaps {
  const lines = linesOf(plan.materials)
  return {
    ...(isDay(plan.day) ? {} : { day: '请选是哪一天' }),
    ...(plan.from === '' ? { from: '请选几点开始' } : {}),
    ...(plan.to === '' ? { to: '请选几点结束' } : {}),
    ...(plan.topic.trim() === '' ? { topic: '请写这次办什么' } : {}),
    ...(plan.place.trim() === '' ? { place: '请写在哪里办' } : {}),
    ...(lines.length > mostMaterials ? { materials: `最多 ${mostMaterials} 份，请去掉几份` } : {}),
    ...(lines.some((line) => line.length > longestMaterial) ? { materials: `一份最多 ${longestMaterial} 个字` } : {}),
  }
}

/** From when to when, as far as it is filled in. */
export function spanOf(plan: Plan): Span | undefined {
  if (!isDay(plan.day) || plan.from === '' || plan.to === '') return undefined
  return { startsAt: instantOf(plan.day, plan.from), endsAt: instantOf(plan.day, plan.to) }
}
