import { type MonthKey, monthOf } from '#shared/kernel/day'

/** This month and the eleven before it, oldest first. */
export function lastMonths(now: number): readonly MonthKey[] {
  const [year = 0, month = 1] = monthOf(now).split('-').map(Number)
  const count = year * 12 + month - 1
  return Array.from({ length: 12 }, (_, place) => monthAt(count - 11 + place))
}

function monthAt(count: number): MonthKey {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
