/** Ids and states of the theme day that a screen may take as values; no zod here. */
import { sayMonth } from '#shared/kernel/day'

/** One theme day a month and branch: the natural key says so. */
export function themeDayId(branchId: string, month: string): string {
  return `${branchId}_${month}`
}

/** One attendance a member and theme day. */
export function attendanceId(themeDay: string, memberId: string): string {
  return `${themeDay}_${memberId}`
}

/** How an attendance came to be known. */
export const attendanceSources = ['code', 'home', 'rollCall'] as const
export type AttendanceSource = (typeof attendanceSources)[number]

export const themeDayStates = ['planned', 'open', 'over'] as const
export type ThemeDayState = (typeof themeDayStates)[number]

/** `11月主题党日` */
export function themeDayTitle(month: string): string {
  return `${sayMonth(month)}主题党日`
}
