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

/**
 * The entries that say whether one member was there, in the order they were made: odd ones say that they were, even ones take it
 * back. Nothing is ever changed or deleted, so the last one stands.
 */
export function entryId(themeDay: string, memberId: string, serial: number): string {
  return serial === 1 ? attendanceId(themeDay, memberId) : `${attendanceId(themeDay, memberId)}_${serial}`
}

/** Whoever has been put right four times is put right on paper. */
export const entrySerials = [1, 2, 3, 4, 5] as const

/** What a member said about the day beside being there: one of each kind, and one `seen` for each notice. */
export function replyId(themeDay: string, memberId: string, kind: 'leave' | 'opinion' | `seen${number}`): string {
  return `${attendanceId(themeDay, memberId)}_${kind}`
}

/** A saying about somebody who was already counted: by whom and which, so that the same one sent again is the same document. */
export function surplusId(themeDay: string, memberId: string, mark: string): string {
  return `${attendanceId(themeDay, memberId)}_x${mark}`
}

/** A guest of the day is nobody's member here. */
export function guestId(themeDay: string, id: string): string {
  return `${themeDay}_guest_${id}`
}

/** Who issues a month's suggestion, and for which month. */
export function suggestionId(committeeId: string, month: string): string {
  return `${committeeId}_${month}`
}

/**
 * The ways to be counted (product decision 4). A town presets the first two; the others are there for branches that want them.
 * `rollCall` a name is called · `wall` the code on the wall, or the button on home · `card` the member's card is scanned ·
 * `door` one's name is tapped at the door · `screen` a code that changes every fifteen seconds
 */
export const ways = ['rollCall', 'wall', 'card', 'door', 'screen'] as const
export type Way = (typeof ways)[number]
export const presetWays: readonly Way[] = ['rollCall', 'wall']

/** How an attendance came to be known. */
export const attendanceSources = [
  'code',
  'home',
  'screen',
  'card',
  'door',
  'rollCall',
  'paper',
  'carried',
  'lateArrival',
  'lateCheckIn',
  'delivered',
  'byPhone',
  'elsewhere',
] as const
export type AttendanceSource = (typeof attendanceSources)[number]

/** What an organiser writes down about somebody who does not come: study brought to them, by telephone, or at another branch with a pass. */
export const awaySources = ['delivered', 'byPhone', 'elsewhere'] as const
export type AwaySource = (typeof awaySources)[number]

/** A check-in that arrived after the day waits for the organiser, who approves it or sends it back. */
export const lateStates = ['waiting', 'approved', 'sentBack'] as const
export type LateState = (typeof lateStates)[number]

/** Why one is sent back: chosen, never written, and read by the member. */
export const lateReasons = ['notThere', 'unclear'] as const
export type LateReason = (typeof lateReasons)[number]

/** Why somebody who was there asks to be counted afterwards. */
export const lateCheckInReasons = ['forgot', 'noPhone', 'noSignal'] as const
export type LateCheckInReason = (typeof lateCheckInReasons)[number]

/** Why an attendance is taken back: chosen, kept, and printed. */
export const reversalReasons = ['wrongPerson', 'notThere', 'objection'] as const
export type ReversalReason = (typeof reversalReasons)[number]

/** `cancelled` and `draft` are nobody's theme day: no check-in, and the month is free again. */
export const themeDayStages = ['draft', 'published', 'cancelled'] as const
export type ThemeDayStage = (typeof themeDayStages)[number]

export const themeDayStates = ['planned', 'open', 'over'] as const
export type ThemeDayState = (typeof themeDayStates)[number]

/** The five parts of the day (seed 001, A102), in the order in which they are printed. */
export const dayParts = ['study', 'life', 'deliberation', 'visit', 'service'] as const
export type DayPart = (typeof dayParts)[number]

export const venueKinds = ['hall', 'household', 'online'] as const
export type VenueKind = (typeof venueKinds)[number]

/** The place of the plan itself; further ones are numbered from 2. */
export const mainVenueId = '1'

export const noticeKinds = ['published', 'changed', 'cancelled'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** A day keeps no more papers than these; the binder keeps the rest. */
export const mostAttachments = 5

/** `11月主题党日` */
export function themeDayTitle(month: string): string {
  return `${sayMonth(month)}主题党日`
}
