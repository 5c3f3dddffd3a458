/** Stored nouns of the monthly theme day (Regulation on Party members’ education of 2019, article 16: one a month). */
import * as z from 'zod'
import { idShape, instantShape, lineShape, madeShape, monthShape } from '#shared/kernel/shapes'
import { attendanceSources, lateReasons, lateStates } from './ids'

export const themeDayShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  branchId: idShape,
  month: monthShape,
  topic: lineShape(60),
  place: lineShape(40),
  startsAt: instantShape,
  endsAt: instantShape,
  /** when the organiser opened check-in by hand, earlier than the window would */
  openedAt: instantShape.exactOptional(),
  /** the code on the wall: opens the event, proves nothing */
  code: z.string(),
})
export type ThemeDay = z.output<typeof themeDayShape>

/** Append-only; its id is the key that makes a second one impossible. */
export const attendanceShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  themeDayId: idShape,
  branchId: idShape,
  memberId: idShape,
  groupId: idShape.exactOptional(),
  source: z.enum(attendanceSources),
  /** which phone it came from, as a mark that says nothing outside this theme day; a called name has none */
  phoneMark: z.string().exactOptional(),
  /** when they said they were there; when it arrived stands in `made` */
  at: instantShape,
})
export type Attendance = z.output<typeof attendanceShape>

/**
 * A check-in that arrived after the day, under the id its attendance would have. It counts nothing by itself: the organiser
 * approves it, and only then is there an attendance.
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
  state: z.enum(lateStates),
  reason: z.enum(lateReasons).exactOptional(),
})
export type LateArrival = z.output<typeof lateArrivalShape>
