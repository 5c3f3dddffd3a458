/** Stored nouns of the dues of members. No field holds an income (product decision 1). All amounts are integer fen. */
import * as z from 'zod'
import { isDay } from '#shared/kernel/day'
import { dayShape, idShape, instantShape, lineShape, madeShape, monthShape } from '#shared/kernel/shapes'
import {
  changeReasons,
  dueKinds,
  hardshipReplies,
  hardshipStates,
  noteStates,
  payerKinds,
  payWays,
  reversalReasons,
  roundings,
} from './ids'

const stored = { _id: idShape, v: z.literal(1), made: madeShape }

/** From 0 to what nine digits of yuan hold. */
export const fenShape = z.int().min(0).max(99_999_999_999)
/** What one gift may come to: with what is due it is still an amount. */
export const giftShape = fenShape.max(9_999_999_999)
export const yearShape = z.string().regex(/^20\d\d$/)
/** A day of the calendar: nobody pays on the thirty-first of November. */
export const realDayShape = dayShape.refine(isDay)

/** Where a member's own documents are placed. The group is that of the member today, so it is asked of the roster and not kept. */
const ofMember = { memberId: idShape, branchId: idShape }

/** How a branch keeps its dues. `_id` is the branch's. */
export const duesBookShape = z.strictObject({
  ...stored,
  branchId: idShape,
  /** months before it are in the book of paper (product decision 24) */
  startMonth: monthShape,
  startedAt: instantShape,
  /** what the branch has set for farmers */
  farmerFen: fenShape,
  /** 看怎么交, in the branch's own words */
  howToPay: lineShape(120).exactOptional(),
  /** full members who may be the second pair of eyes (product decision 23) */
  checkers: z.array(idShape).max(5),
})
export type DuesBook = z.output<typeof duesBookShape>

/** A county's one setting. `_id` is the county's. */
export const duesTermsShape = z.strictObject({ ...stored, rounding: z.enum(roundings) })
export type DuesTerms = z.output<typeof duesTermsShape>

/** An amount that was set; the last one from a month or before it holds. Only ever added to. */
export const approvalShape = z.strictObject({
  from: monthShape,
  kind: z.enum(dueKinds),
  monthlyFen: fenShape,
  /** absent: the yearly approval; else why it changed within the year */
  reason: z.enum(changeReasons).exactOptional(),
  /** person */
  by: idShape,
  at: instantShape,
})
export type Approval = z.output<typeof approvalShape>

/** What the next-higher committee has granted (article 7). */
export const reliefShape = z.strictObject({
  hardshipId: idShape,
  from: monthShape,
  to: monthShape,
  /** 0: nothing is to be paid */
  monthlyFen: fenShape,
})
export type Relief = z.output<typeof reliefShape>

/** A month that is done with, and by which entry of the book. */
export const settledShape = z.strictObject({
  month: monthShape,
  entryId: idShape,
  way: z.enum(['paid', 'elsewhere']),
  fen: fenShape,
  by: idShape,
  at: instantShape,
})
export type Settled = z.output<typeof settledShape>

/**
 * A member's year. `settled` is what the entries of the book come to, kept beside them so that two collectors at the same second meet
 * in one document; a test folds the entries and compares.
 */
export const accountShape = z.strictObject({
  ...stored,
  ...ofMember,
  year: yearShape,
  approvals: z.array(approvalShape).max(24),
  reliefs: z.array(reliefShape),
  settled: z.array(settledShape).max(12),
})
export type Account = z.output<typeof accountShape>

/** What holds for a member over the years. `_id` is the member's. */
export const memberTermsShape = z.strictObject({
  ...stored,
  ...ofMember,
  /** the branch agreed to payment by the quarter (article 12) */
  isQuarterly: z.literal(true).exactOptional(),
  /** abroad until this month, and may pay that far ahead (A217) */
  abroadUntil: monthShape.exactOptional(),
  /** has a good reason (article 13), as the branch found: not reminded and no item for a meeting through this month; what is due stays due */
  excusedThrough: monthShape.exactOptional(),
  /** how often hardship was asked for: the last of them is the one that counts */
  hardships: z.int().min(1).exactOptional(),
  /** the one line out of the book of paper; counts once a second has signed it */
  opening: z
    .strictObject({
      paidThrough: monthShape,
      book: lineShape(20),
      page: lineShape(10),
      /** who paid, as the book of paper says */
      paidBy: lineShape(20),
      by: idShape,
      at: instantShape,
      signedBy: idShape.exactOptional(),
      signedAt: instantShape.exactOptional(),
    })
    .exactOptional(),
})
export type MemberTerms = z.output<typeof memberTermsShape>

export const payerShape = z.strictObject({
  kind: z.enum(payerKinds),
  /** a relative as they are called here: 女儿张敏 */
  name: lineShape(20).exactOptional(),
  memberId: idShape.exactOptional(),
})
export type Payer = z.output<typeof payerShape>

/** Every entry of the book; only ever added. Numbered ones of a branch and year are 1, 2, 3 without a gap. */
const entry = { ...stored, ...ofMember, year: yearShape, at: instantShape, collectorId: idShape }
const monthAmount = z.strictObject({ month: monthShape, fen: fenShape })

export const receiptShape = z.strictObject({
  ...entry,
  kind: z.literal('receipt'),
  number: z.int().min(1),
  /** when the money came in */
  day: dayShape,
  payer: payerShape,
  way: z.enum(payWays),
  months: z.array(monthAmount),
  /** above what was due, of the member's own will (article 11) */
  giftFen: fenShape,
  totalFen: fenShape,
  /** when it was ticked without a signal */
  tickedAt: instantShape.exactOptional(),
  /** of what the branch found, where it goes back more than six months */
  branchNote: lineShape(60).exactOptional(),
  /** the three questions about a large gift were answered */
  isLargeGift: z.literal(true).exactOptional(),
})
export type Receipt = z.output<typeof receiptShape>

/** Takes a receipt back under a number of its own, so that the numbers of a day hold all of its money. */
export const reversalShape = z.strictObject({
  ...entry,
  kind: z.literal('reversal'),
  number: z.int().min(1),
  day: dayShape,
  reversedId: idShape,
  reversedNumber: z.int().min(1),
  way: z.enum(payWays),
  months: z.array(monthShape),
  /** positive: so much went out again */
  giftFen: fenShape,
  totalFen: fenShape,
  reason: z.enum(reversalReasons),
})
export type Reversal = z.output<typeof reversalShape>

/** Paid to another branch with the activity pass (article 9): settled, and no money of this branch. */
export const elsewhereShape = z.strictObject({
  ...entry,
  kind: z.literal('elsewhere'),
  months: z.array(monthAmount),
  proof: lineShape(60),
})
export type Elsewhere = z.output<typeof elsewhereShape>

export const elsewhereReversalShape = z.strictObject({
  ...entry,
  kind: z.literal('elsewhereReversal'),
  reversedId: idShape,
  months: z.array(monthShape),
  reason: z.enum(reversalReasons),
})
export type ElsewhereReversal = z.output<typeof elsewhereReversalShape>

export const duesEntryShape = z.discriminatedUnion('kind', [receiptShape, reversalShape, elsewhereShape, elsewhereReversalShape])
export type DuesEntry = z.output<typeof duesEntryShape>

/** 我交了，请核对: a member's word, which changes nothing until a collector records a receipt. */
export const payNoteShape = z.strictObject({
  ...stored,
  ...ofMember,
  month: monthShape,
  day: dayShape,
  way: z.enum(payWays),
  at: instantShape,
  state: z.enum(noteStates),
})
export type PayNote = z.output<typeof payNoteShape>

/** A request of the branch to the next-higher committee (article 7); nothing is written about why. */
export const hardshipShape = z.strictObject({
  ...stored,
  ...ofMember,
  committeeId: idShape,
  from: monthShape,
  to: monthShape,
  monthlyFen: fenShape,
  /** what is due without it, as it was when the branch asked */
  normalFen: fenShape,
  /** when the branch met about it */
  metOn: dayShape,
  askedBy: idShape,
  at: instantShape,
  state: z.enum(hardshipStates),
  /** `waiting` in a key of its own, so that the open ones of a committee are one list */
  openKey: z.string().exactOptional(),
  decided: z.strictObject({ by: idShape, at: instantShape, reply: z.enum(hardshipReplies).exactOptional() }).exactOptional(),
})
export type Hardship = z.output<typeof hardshipShape>
