/** The form of a branch's fixed day: a choice of kinds, and what each of them needs. */
import type { FixedDay } from '../../parts/answers'

export interface DayForm {
  /** undefined: not asked yet */
  readonly kind: 'dayOfMonth' | 'weekday' | 'none' | undefined
  /** as typed */
  readonly day: string
  readonly nth: number | undefined
  readonly weekday: number | undefined
}

export function formOf(fixed: FixedDay | undefined): DayForm {
  const empty: DayForm = { kind: undefined, day: '', nth: undefined, weekday: undefined }
  if (fixed === undefined) return empty
  return fixed.kind === 'dayOfMonth' ? { ...empty, kind: fixed.kind, day: String(fixed.day) } : { ...empty, ...fixed }
}

/** Undefined while something is missing, and where the branch keeps to no day. */
export function fixedDayOf({ kind, day, nth, weekday }: DayForm): FixedDay | undefined {
  if (kind === 'dayOfMonth') return isDayNumber(day) ? { kind, day: Number(day) } : undefined
  if (kind !== 'weekday' || nth === undefined || weekday === undefined) return undefined
  return { kind, nth, weekday }
}

export function isDayNumber(typed: string): boolean {
  return /^([1-9]|[12]\d|3[01])$/.test(typed.trim())
}
