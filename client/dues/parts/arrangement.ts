/** The form of what a branch has agreed to with one member. */
import type { MonthKey } from '#shared/kernel/day'
import type { ApprovalRow } from './approval-row'

const arrangements = ['quarterly', 'abroad', 'excused'] as const
export type Arrangement = (typeof arrangements)[number]

export function isArranged(value: string): value is Arrangement {
  return arrangements.some((one) => one === value)
}

export interface ArrangementForm {
  readonly ticked: readonly Arrangement[]
  readonly abroadUntil: MonthKey | undefined
  readonly excusedThrough: MonthKey | undefined
}

export function arrangementOf(row: ApprovalRow, startsWith?: Arrangement): ArrangementForm {
  const { isQuarterly, abroadUntil, excusedThrough } = row
  const held = { quarterly: isQuarterly === true, abroad: abroadUntil !== undefined, excused: excusedThrough !== undefined }
  return { ticked: arrangements.filter((one) => held[one] || one === startsWith), abroadUntil, excusedThrough }
}

/** What is missing, as the button says it. */
export function gapOfArrangement({ ticked, abroadUntil, excusedThrough }: ArrangementForm): string | undefined {
  if (ticked.includes('abroad') && abroadUntil === undefined) return '请选哪个月回来'
  return ticked.includes('excused') && excusedThrough === undefined ? '请选到哪个月' : undefined
}

/** All of it at once: what is not ticked holds no longer. */
export function arrangementInputOf({ ticked, abroadUntil, excusedThrough }: ArrangementForm) {
  return {
    isQuarterly: ticked.includes('quarterly'),
    ...(ticked.includes('abroad') && abroadUntil !== undefined ? { abroadUntil } : {}),
    ...(ticked.includes('excused') && excusedThrough !== undefined ? { excusedThrough } : {}),
  }
}
