/** Stored nouns of acting for a member. */
import * as z from 'zod'
import { idShape, instantShape, madeShape, roleShape } from '#shared/kernel/shapes'
import { deeds, helpReasons, objectionReasons, objectionStates } from './ids'

/** Why it was done for the member: it is told to them. */
export const helpReasonShape = z.enum(helpReasons)

/** One thing done for a member, written in the transaction of the deed itself; `made` says by whom and for whom. */
export const assistShape = z.strictObject({
  _id: z.string(),
  v: z.literal(1),
  made: madeShape,
  memberId: idShape,
  branchId: idShape,
  groupId: idShape.exactOptional(),
  deed: z.enum(deeds),
  /** the theme day it was about */
  themeDayId: idShape.exactOptional(),
  /** the role in which it was done */
  role: roleShape,
  reason: helpReasonShape,
})
export type Assist = z.output<typeof assistShape>

/** The member's no to an assist, under its id: there can be one. What has to be told is copied, so that a list needs no second look. */
export const objectionShape = z.strictObject({
  _id: z.string(),
  v: z.literal(1),
  made: madeShape,
  /** the unit whose officer answers: the branch, or the committee above it where the secretary is meant */
  deskId: idShape,
  memberId: idShape,
  branchId: idShape,
  /** the person who acted */
  helperId: idShape,
  deed: z.enum(deeds),
  themeDayId: idShape.exactOptional(),
  doneAt: instantShape,
  helpReason: helpReasonShape,
  reason: z.enum(objectionReasons),
  state: z.enum(objectionStates),
  answer: z.strictObject({ by: idShape, at: instantShape, note: z.string().exactOptional() }).exactOptional(),
})
export type Objection = z.output<typeof objectionShape>
