/** The form of a theme day: what it starts with, what is still missing, and what it comes to. */
import { dayOf, instantOf, isDay, monthOf, sayHour, sayTime, timeOf } from '#shared/kernel/day'
import type { ThemeDay } from './roll'

export interface Plan {
  readonly day: string
  readonly from: string
  readonly to: string
  readonly topic: string
  readonly place: string
}

/** Kept while the app is open, so that going back never loses what was typed; not stored, village computers are shared. */
let draft: Plan | undefined

export function keptDraft(): Plan | undefined {
  return draft
}

export function keepDraft(plan: Plan | undefined): void {
  draft = plan
}

/** Hours and place as last time (rows come newest first); the topic is new every month. */
export function proposalFrom(rows: readonly ThemeDay[], now: number): Plan {
  const last = rows[0]
  if (last === undefined) return { day: '', from: '09:00', to: '11:00', topic: '', place: '' }
  const { startsAt, endsAt, place } = last
  return { day: sameDayAhead(rows, startsAt, now), from: timeOf(startsAt), to: timeOf(endsAt), topic: '', place }
}

/** Branches keep to one day of the month: the same number again, in this month or the next, where none is fixed yet. */
function sameDayAhead(rows: readonly ThemeDay[], lastStartsAt: number, now: number): string {
  const taken = new Set(rows.map((row) => row.month))
  const month = monthOf(now)
  const days = [month, nextMonth(month)].filter((free) => !taken.has(free)).map((free) => `${free}-${dayOf(lastStartsAt).slice(8)}`)
  return days.find((day) => isDay(day) && day >= dayOf(now)) ?? ''
}

/** `2026-12` → `2027-01` */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

export type Gaps = Readonly<Partial<Record<keyof Plan, string>>>

/** What has to be filled in before it is worth asking the server; days and hours are judged there. */
export function gapsOf(plan: Plan): Gaps {
  return {
    ...(isDay(plan.day) ? {} : { day: '请选是哪一天' }),
    ...(plan.from === '' ? { from: '请选几点开始' } : {}),
    ...(plan.to === '' ? { to: '请选几点结束' } : {}),
    ...(plan.topic.trim() === '' ? { topic: '请写这次办什么' } : {}),
    ...(plan.place.trim() === '' ? { place: '请写在哪里办' } : {}),
  }
}

export interface Span {
  readonly startsAt: number
  readonly endsAt: number
}

/** From when to when, as far as it is filled in. */
export function spanOf(plan: Plan): Span | undefined {
  if (!isDay(plan.day) || plan.from === '' || plan.to === '') return undefined
  return { startsAt: instantOf(plan.day, plan.from), endsAt: instantOf(plan.day, plan.to) }
}

/** `上午 9 点到 11 点`, `上午 9 点到下午 2 点`: the part of the day is said again only when it has changed. */
export function sayHours({ startsAt, endsAt }: Span): string {
  const from = sayTime(startsAt)
  const to = sayTime(endsAt)
  const isSamePart = from.slice(0, 2) === to.slice(0, 2)
  return `${from}到${isSamePart ? ` ${sayHour(endsAt)}` : to}`
}
