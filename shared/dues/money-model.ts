/** Stored nouns of the branch's money: what it holds, its days, and what went up, came back or was used. Integer fen. */
import * as z from 'zod'
import { dayShape, idShape, instantShape, lineShape, madeShape } from '#shared/kernel/shapes'
import { carryWays, dayStages, handInStates, lineKinds } from './ids'
import { fenShape, yearShape } from './model'

const stored = { _id: idShape, v: z.literal(1), made: madeShape }

/** May be below zero on a day on which more was taken back than came in. */
const netShape = z.int().min(-99_999_999_999).max(99_999_999_999)

/**
 * Where the numbers of a branch have come to, and what it holds. `_id` is the branch's. Every entry reads and writes it, so that two of
 * them cannot take the same number.
 */
export const tillShape = z.strictObject({
  ...stored,
  branchId: idShape,
  /** the last number given, by year */
  numbers: z.record(yearShape, z.int().min(1)),
  /** the last line of the book that is no receipt, by year */
  lines: z.record(yearShape, z.int().min(1)),
  /** receipts, and what came back, without what went up and was used */
  inHandFen: netShape,
  /** of it: what came back and was not used; what was collected goes up first */
  usableFen: netShape,
  /** days with entries that have not gone up */
  days: z.array(dayShape).max(400),
})
export type Till = z.output<typeof tillShape>

/** A day on which dues were entered, or for which a phone holds ticks. */
export const duesDayShape = z.strictObject({
  ...stored,
  branchId: idShape,
  day: dayShape,
  stage: z.enum(dayStages),
  /** absent while nothing was entered */
  numbers: z.strictObject({ first: z.int().min(1), last: z.int().min(1) }).exactOptional(),
  /** entries, reversals among them */
  count: z.int().min(0),
  sumFen: netShape,
  byWay: z.strictObject({ cash: netShape, transfer: netShape, bank: netShape }),
  /** of the sum: gifts that go to the centre whole (article 11) */
  largeFen: netShape,
  collectors: z.array(idShape),
  /** ticks that a phone said it still holds, by phone */
  waiting: z.array(z.strictObject({ phoneMark: z.string(), by: idShape, count: z.int().min(1), at: instantShape })),
  counted: z.strictObject({ by: idShape, at: instantShape }).exactOptional(),
  checked: z.strictObject({ by: idShape, at: instantShape, isByCard: z.literal(true).exactOptional() }).exactOptional(),
  /** the line of the book by which it went up */
  handInId: idShape.exactOptional(),
})
export type DuesDay = z.output<typeof duesDayShape>

/** A line of the branch's book that is no receipt; only a hand-in's state is ever changed. */
const line = {
  ...stored,
  branchId: idShape,
  committeeId: idShape,
  year: yearShape,
  serial: z.int().min(1),
  day: dayShape,
  fen: fenShape,
  at: instantShape,
}

export const handInShape = z.strictObject({
  ...line,
  kind: z.literal('handedUp'),
  /** days it is made of */
  days: z.array(dayShape),
  largeFen: netShape,
  carrier: lineShape(20),
  way: z.enum(carryWays),
  state: z.enum(handInStates),
  /** `sent` and `differs` in a key of their own, so that what a committee has to look at is one list */
  openKey: z.string().exactOptional(),
  received: z.strictObject({ by: idShape, at: instantShape, fen: fenShape, note: lineShape(60).exactOptional() }).exactOptional(),
})
export type HandIn = z.output<typeof handInShape>

export const otherLineShape = z.strictObject({
  ...line,
  kind: z.enum(['givenBack', 'used']),
  /** what for, and where it was decided */
  purpose: lineShape(60),
})
export const lineReversalShape = z.strictObject({
  ...line,
  kind: z.literal('reversal'),
  reversedId: idShape,
  reversedKind: z.enum(lineKinds),
  purpose: lineShape(60),
})
export const bookLineShape = z.discriminatedUnion('kind', [handInShape, otherLineShape, lineReversalShape])
export type OtherLine = z.output<typeof otherLineShape>
export type LineReversal = z.output<typeof lineReversalShape>
export type BookLine = z.output<typeof bookLineShape>
