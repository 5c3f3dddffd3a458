/** A month of birth, as people type it: `195603`, `1956-3`, `1956年3月`. */
import { type MonthKey, monthPattern } from '#shared/kernel/day'

/** Undefined: no month can be read in it. */
export function birthMonthIn(typed: string): MonthKey | undefined {
  const match = /^(\d{4})(?:(\d{2})|[-./年](\d{1,2})月?)$/.exec(typed.replace(/[\s\u3000]/g, ''))
  const month = `${match?.[1] ?? ''}-${(match?.[2] ?? match?.[3] ?? '').padStart(2, '0')}`
  return monthPattern.test(month) ? month : undefined
}

/** Nobody on a roster was born earlier; a slip of the finger often was. */
const earliestBirth: MonthKey = '1900-01'

export function isBirthMonth(month: MonthKey, thisMonth: MonthKey): boolean {
  return month >= earliestBirth && month <= thisMonth
}
