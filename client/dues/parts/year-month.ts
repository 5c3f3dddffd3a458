import { type MonthKey, sayMonth } from '#shared/kernel/day'

/** `2026年3月`: a month that may be of any year. */
export function sayYearMonth(month: MonthKey): string {
  return `${month.slice(0, 4)}年${sayMonth(month)}`
}

/** The year so many years later, or earlier. */
export function shiftYear(year: string, by: number): string {
  return String(Number(year) + by)
}

/** Of two months; they sort as they are written. */
export function laterOf(one: MonthKey, other: MonthKey): MonthKey {
  return [one, other].sort().at(-1) ?? one
}

export function earlierOf(one: MonthKey, other: MonthKey): MonthKey {
  return [one, other].sort().at(0) ?? one
}
