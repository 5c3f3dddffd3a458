/** Ids and states of the theme day that a screen may take as values; no zod here. */
import { sayMonth } from '#shared/kernel/day'

/** One theme day a month and branch: the natural key says so. */
export function themeDayId(branchId: string, month: string): string {
  return `${branchId}_${month}`
}

/** The month of a theme day, read back from its id. */
export function monthOfThemeDay(id: string): string {
  return id.slice(-'2026-07'.length)
}

/** One attendance a member and theme day. */
export function attendanceId(themeDay: string, memberId: string): string {
  return `${themeDay}_${memberId}`
}

/** How an attendance came to be known. */
export const attendanceSources = ['code', 'home', 'rollCall', 'lateArrival'] as const
export type AttendanceSource = (typeof attendanceSources)[number]

/** A check-in that arrived after the day waits for the organiser, who approves it or sends it back. */
export const lateStates = ['waiting', 'approved', 'sentBack'] as const
export type LateState = (typeof lateStates)[number]

/** Why one is sent back: chosen, never written, and read by the member. */
export const lateReasons = ['notThere', 'unclear'] as const
export type LateReason = (typeof lateReasons)[number]

export const themeDayStates = ['planned', 'open', 'over'] as const
export type ThemeDayState = (typeof themeDayStates)[number]

/** `11月主题党日` */
export function themeDayTitle(month: string): string {
  return `${sayMonth(month)}主题党日`
}
