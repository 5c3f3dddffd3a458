/** A branch's fixed day → its day in a month, and the words for it. */
import { type DayKey, dayOf, instantOf, isDay, type MonthKey, sayWeekday, weekdayOf } from '#shared/kernel/day'
import type { FixedDay } from './fixed-day-model'

/** A month without the 31st keeps its last day; `nth` 5 is the last such weekday, the fourth or the fifth. */
export function fixedDayIn(fixed: FixedDay, month: MonthKey): DayKey {
  const days = daysOf(month)
  const last = days[days.length - 1] ?? `${month}-01`
  if (fixed.kind === 'dayOfMonth') return days[fixed.day - 1] ?? last
  const matching = days.filter((day) => weekdayOf(instantOf(day, '12:00')) === fixed.weekday)
  return matching[Math.min(fixed.nth, matching.length) - 1] ?? last
}

function daysOf(month: MonthKey): readonly DayKey[] {
  return Array.from({ length: 31 }, (_, place) => `${month}-${String(place + 1).padStart(2, '0')}`).filter(isDay)
}

const ordinals = ['第一个', '第二个', '第三个', '第四个', '最后一个']

/** `每月 25 日`, `每月第一个星期六` */
export function sayFixedDay(fixed: FixedDay): string {
  if (fixed.kind === 'dayOfMonth') return `每月 ${fixed.day} 日`
  return `每月${ordinals[fixed.nth - 1] ?? ordinals[4]}${sayWeekday(fixed.weekday)}`
}

/** The next fixed day that has not passed, in this month or one of the next twelve, where the month is still free. */
export function nextFixedDay(fixed: FixedDay, now: number, isTaken: (month: MonthKey) => boolean): DayKey | undefined {
  const today = dayOf(now)
  return monthsFrom(today.slice(0, 7))
    .filter((month) => !isTaken(month))
    .map((month) => fixedDayIn(fixed, month))
    .find((day) => day >= today)
}

function monthsFrom(month: MonthKey): readonly MonthKey[] {
  const first = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  return Array.from({ length: 13 }, (_, ahead) => {
    const count = first + ahead
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}
