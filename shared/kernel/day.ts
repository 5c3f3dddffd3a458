/**
 * Days and months of a branch, always in Asia/Shanghai: a fixed offset of 480 minutes (China has no summer time),
 * because some phones carry no time-zone tables. Instants are ms; days `'2026-11-25'`; months `'2026-11'`; times `'09:00'`.
 */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const shanghaiMinutes = 480
const at = (instant: number) => dayjs.utc(instant).utcOffset(shanghaiMinutes)

export type DayKey = string
export type MonthKey = string

export const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/
export const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export function dayOf(instant: number): DayKey {
  return at(instant).format('YYYY-MM-DD')
}

export function monthOf(instant: number): MonthKey {
  return at(instant).format('YYYY-MM')
}

export function timeOf(instant: number): string {
  return at(instant).format('HH:mm')
}

/** Whether the key names a day that exists (31 February does not). */
export function isDay(day: string): boolean {
  return dayPattern.test(day) && dayOf(instantOf(day, '12:00')) === day
}

/** The instant of a wall-clock time on a day. */
export function instantOf(day: DayKey, time: string): number {
  return dayjs.utc(`${day}T${time}:00Z`).valueOf() - shanghaiMinutes * minuteMs
}

/** The last instant of the day, `days` days after the given one. */
export function endOfDay(instant: number, days = 0): number {
  return instantOf(dayOf(instant), '00:00') + (days + 1) * dayMs - 1
}

export function endOfMonth(instant: number, months = 0): number {
  return at(instant).date(1).add(months, 'month').endOf('month').valueOf()
}

/** The month so many months later, or earlier: `'2026-11'` and 2 give `'2027-01'`. */
export function shiftMonth(month: MonthKey, by: number): MonthKey {
  return at(instantOf(`${month}-15`, '12:00'))
    .add(by, 'month')
    .format('YYYY-MM')
}

/** From one month to another, both included; none when the second is the earlier. */
export function monthsBetween(from: MonthKey, to: MonthKey): readonly MonthKey[] {
  const months: MonthKey[] = []
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month)
  return months
}

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** 0 is Sunday. */
export function weekdayOf(instant: number): number {
  return at(instant).day()
}

/** `星期六`; 0 is Sunday. */
export function sayWeekday(weekday: number): string {
  return weekdays[weekday] ?? ''
}

/** `11月` */
export function sayMonth(month: MonthKey): string {
  return `${Number(month.slice(5, 7))}月`
}

/** `11月25日 星期三` */
export function sayDay(instant: number): string {
  const day = at(instant)
  return `${day.month() + 1}月${day.date()}日 ${weekdays[day.day()]}`
}

/** `今天`, `明天`, `昨天`, else `11月25日 星期三` */
export function sayDayNear(instant: number, now: number): string {
  const apart = Math.round((instantOf(dayOf(instant), '00:00') - instantOf(dayOf(now), '00:00')) / dayMs)
  return ({ '-1': '昨天', '0': '今天', '1': '明天' } as const)[String(apart)] ?? sayDay(instant)
}

/** `8:50`: the clock as written on a list */
export function sayClock(instant: number): string {
  return at(instant).format('H:mm')
}

/** `上午 9 点`, `下午 2 点半`, `晚上 7 点 20 分`: the clock as said at the door */
export function sayTime(instant: number): string {
  const hour = at(instant).hour()
  return `${partOfDay(hour)} ${sayHour(instant)}`
}

/** `9 点`, `8 点半`, `8 点 20 分` on a twelve-hour face */
export function sayHour(instant: number): string {
  const moment = at(instant)
  const hour = moment.hour() > 12 ? moment.hour() - 12 : moment.hour()
  const minute = moment.minute()
  if (minute === 0) return `${hour} 点`
  return minute === 30 ? `${hour} 点半` : `${hour} 点 ${minute} 分`
}

export interface Span {
  readonly startsAt: number
  readonly endsAt: number
}

/** `上午 9 点到 11 点`, `上午 9 点到下午 2 点`: the part of the day is said again only when it has changed. */
export function sayHours({ startsAt, endsAt }: Span): string {
  const from = sayTime(startsAt)
  const to = sayTime(endsAt)
  const isSamePart = from.slice(0, 2) === to.slice(0, 2)
  return `${from}到${isSamePart ? ` ${sayHour(endsAt)}` : to}`
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  return hour < 18 ? '下午' : '晚上'
}

/** `2026年11月25日` for paper */
export function sayDate(instant: number): string {
  const day = at(instant)
  return `${day.year()}年${day.month() + 1}月${day.date()}日`
}
