/** Stored nouns of one day: what was said about who was there, and what waits for a nod. */
import * as z from 'zod'
import { idShape, instantShape, lineShape, madeShape } from '#shared/kernel/shapes'
import { attendanceSources, lateCheckInReasons, lateReasons, lateStates, reversalReasons } from './ids'

/** Everything said about who was there. Append-only; its id is the key that makes a second one impossible. */
const entry = {
  _id: z.string(),
  v: z.literal(1),
  made: madeShape,
  themeDayId: idShape,
  branchId: idShape,
  memberId: idShape,
  groupId: idShape.exactOptional(),
  /** when it was, as said by whom it concerns; when it arrived stands in `made` */
  at: instantShape,
}

const attendanceFields = {
  source: z.enum(attendanceSources),
  venueId: z.string().exactOptional(),
  /** which phone it came from, as a mark that says nothing outside this theme day; a called name has none */
  phoneMark: z.string().exactOptional(),
  /** the member's own request that an organiser's phone carried: when it comes by itself, it is this one */
  carried: z.string().exactOptional(),
  /** a changing code that arrived longer after it was shown than it may be passed on: the organiser sees it */
  isUploadedLate: z.literal(true).exactOptional(),
  /** the second name under a list on paper */
  witnessId: idShape.exactOptional(),
  /** of an attendance elsewhere: where, and who says so */
  proof: lineShape(60).exactOptional(),
}

export const attendanceShape = z.strictObject({ ...entry, kind: z.literal('attendance'), ...attendanceFields })
export type Attendance = z.output<typeof attendanceShape>

/** The loser of two sayings about one person: kept and shown, never counted. */
export const surplusShape = z.strictObject({ ...entry, kind: z.literal('surplus'), ...attendanceFields })
export type Surplus = z.output<typeof surplusShape>

/** Takes the entry before it back. */
export const reversalShape = z.strictObject({ ...entry, kind: z.literal('reversal'), reason: z.enum(reversalReasons) })
export type Reversal = z.output<typeof reversalShape>

/** Asked beforehand, without a reason (product decision 10). The line to the secretary is erased when the day is closed. */
export const leaveShape = z.strictObject({
  ...entry,
  kind: z.literal('leave'),
  note: lineShape(40).exactOptional(),
  isWithdrawn: z.literal(true).exactOptional(),
})
export type Leave = z.output<typeof leaveShape>

export const opinionShape = z.strictObject({ ...entry, kind: z.literal('opinion'), words: lineShape(100) })
export type Opinion = z.output<typeof opinionShape>

/** A notice was read. */
export const seenShape = z.strictObject({ ...entry, kind: z.literal('seen') })

const { memberId: _, groupId: __, ...unnamed } = entry
/** From another branch: written beneath the list, counted in no number but their own. */
export const guestShape = z.strictObject({ ...unnamed, kind: z.literal('guest'), name: lineShape(20), from: lineShape(30) })

export const dayEntryShape = z.discriminatedUnion('kind', [
  attendanceShape,
  surplusShape,
  reversalShape,
  leaveShape,
  opinionShape,
  seenShape,
  guestShape,
])
export type DayEntry = z.output<typeof dayEntryShape>

/**
 * A check-in that arrived after the day, or was asked for afterwards, under the id its attendance would have. It counts nothing by
 * itself: the organiser approves it, and only then is there an attendance.
 */
export const lateArrivalShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  themeDayId: idShape,
  branchId: idShape,
  memberId: idShape,
  groupId: idShape.exactOptional(),
  /** when they tapped, or when it arrived where the phone's clock cannot be believed */
  at: instantShape,
  isClockSure: z.boolean(),
  phoneMark: z.string().exactOptional(),
  /** asked for afterwards, and why; absent: it was tapped on the day */
  why: z.enum(lateCheckInReasons).exactOptional(),
  state: z.enum(lateStates),
  reason: z.enum(lateReasons).exactOptional(),
})
export type LateArrival = z.output<typeof lateArrivalShape>
