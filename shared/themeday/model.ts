/** Stored nouns of the monthly theme day (Regulation on Party members’ education of 2019, article 16: one a month). */
import * as z from 'zod'
import { idShape, instantShape, lineShape, madeShape, monthShape } from '#shared/kernel/shapes'
import { memberShape } from '#shared/members/model'
import { fixedDayShape } from './fixed-day-model'
import { dayParts, mostAttachments, noticeKinds, themeDayStages, venueKinds, ways } from './ids'

export const wayShape = z.enum(ways)

/** One of the five parts: what is done, and who leads it, by name. */
export const partShape = z.strictObject({
  part: z.enum(dayParts),
  what: lineShape(60).exactOptional(),
  leader: lineShape(20).exactOptional(),
})

/** A further place of the same day, with an organiser and a list of its own. One person counts once, wherever. */
export const venueShape = z.strictObject({
  venueId: z.string().regex(/^[2-9]$/),
  kind: z.enum(venueKinds),
  name: lineShape(30),
  organiser: lineShape(20),
})

/** What members are told when something about the day changes. */
export const noticeShape = z.strictObject({
  /** 1, and one more with every notice of this day */
  number: z.int().min(1),
  kind: z.enum(noticeKinds),
  at: instantShape,
  words: lineShape(120).exactOptional(),
})

/** The day in numbers, by the one written rule (`tally.ts`). */
export const tallyShape = z.strictObject({
  expected: z.int(),
  present: z.int(),
  leave: z.int(),
  absent: z.int(),
  /** need not come, and did not */
  excused: z.int(),
  guests: z.int(),
  /** of those present: checked in by another person's hand */
  proxies: z.int(),
  /** members with a vote: how many of them are expected, and how many were there in person */
  voters: z.int(),
  votersPresent: z.int(),
})

export const themeDayShape = z.strictObject({
  _id: idShape,
  v: z.literal(2),
  made: madeShape,
  branchId: idShape,
  month: monthShape,
  stage: z.enum(themeDayStages),
  /** 1, and one more with every edit: an edit says which one it saw */
  version: z.int().min(1),
  topic: lineShape(60),
  place: lineShape(40),
  startsAt: instantShape,
  endsAt: instantShape,
  parts: z.array(partShape).max(dayParts.length),
  venues: z.array(venueShape).max(8),
  /** what to read beforehand, a line each */
  materials: z.array(lineShape(120)).max(5),
  /** as the branch had chosen when the day was published */
  ways: z.array(wayShape).min(1),
  /** when the organiser opened check-in by hand, earlier than the window would */
  openedAt: instantShape.exactOptional(),
  /** the code on the wall: opens the event, proves nothing */
  code: z.string(),
  notice: noticeShape.exactOptional(),
  /** the secretary's own voice, under its file */
  voice: z.strictObject({ fileId: idShape, seconds: z.int().min(1).max(60) }).exactOptional(),
  /** papers of the day that somebody wanted kept with it; none is ever asked for */
  attachments: z
    .array(z.strictObject({ fileId: idShape, name: lineShape(40), at: instantShape }))
    .max(mostAttachments)
    .exactOptional(),
  /** the list was confirmed; nothing is counted by itself any more */
  closedAt: instantShape.exactOptional(),
  closing: z.strictObject({ by: idShape, tally: tallyShape }).exactOptional(),
  /** by the town, each time with a reason; `closedAt` says since when the book had been closed */
  reopened: z.array(z.strictObject({ closedAt: instantShape, at: instantShape, by: idShape, reason: lineShape(60) })).exactOptional(),
})
export type ThemeDay = z.output<typeof themeDayShape>

/** What a branch keeps to from month to month. */
export const habitsShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  branchId: idShape,
  fixedDay: fixedDayShape.exactOptional(),
  ways: z.array(wayShape).min(1),
})
export type Habits = z.output<typeof habitsShape>

/** A town's topic for a month: a branch takes it, changes it, or leaves it. */
export const suggestionShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  committeeId: idShape,
  month: monthShape,
  topic: lineShape(60),
  materials: z.array(lineShape(120)).max(5),
})
export type Suggestion = z.output<typeof suggestionShape>

export const decisionShape = z.strictObject({
  topic: lineShape(60),
  for: z.int().min(0).max(999),
  against: z.int().min(0).max(999),
  abstain: z.int().min(0).max(999),
  conclusion: lineShape(120),
})

/** What was done and decided, under the theme day's id. */
export const minutesShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  branchId: idShape,
  version: z.int().min(1),
  parts: z
    .array(z.strictObject({ part: z.enum(dayParts), isDone: z.boolean(), note: lineShape(120).exactOptional() }))
    .max(dayParts.length),
  decisions: z.array(decisionShape).max(20),
})
export type Minutes = z.output<typeof minutesShape>

/** Who was on the roster when the list was confirmed, under the theme day's id: a closed book does not follow later changes. */
export const closedRosterShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  branchId: idShape,
  rows: z.array(
    z.strictObject({
      memberId: idShape,
      name: z.string(),
      groupId: idShape.exactOptional(),
      groupName: z.string().exactOptional(),
      membership: memberShape.shape.membership,
      participation: memberShape.shape.participation,
    }),
  ),
})
export type ClosedRoster = z.output<typeof closedRosterShape>
