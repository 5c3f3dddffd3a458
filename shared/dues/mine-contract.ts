/** What a member sees and says of their own dues. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { monthShape } from '#shared/kernel/shapes'
import { entryView, monthView, noteView } from './collect-contract'
import { datedAhead, notStarted } from './contract-parts'
import { noteStates, payWays } from './ids'
import { fenShape, realDayShape, yearShape } from './model'
import { approvalView, openingView } from './set-contract'

/** How the reminder goes (article 13): words, and never more. */
const reminder = z.enum(['none', 'one', 'three', 'five', 'meeting'])

export const ofMine = {
  getHome: action({
    summary: '首页上的党费：这个月交了没有，前面欠几个月，有没有请我核对的',
    kind: 'query',
    allow: { member: 'branch' },
    input: z.strictObject({}),
    output: z.strictObject({
      /** absent: the branch has not begun */
      now: monthView.exactOptional(),
      arrears: z.int(),
      reminder,
      /** days and lines of paper that wait for me as the second pair of eyes */
      daysToCheck: z.int(),
      openingsToSign: z.int(),
    }),
    refusals: {},
  }),
  sayPaid: action({
    summary: '党员说一声“我交了，请核对”；收的人记了才算',
    kind: 'command',
    remember: 'answer',
    allow: { member: 'self' },
    input: z.strictObject({ month: monthShape, day: realDayShape, way: z.enum(payWays) }),
    output: z.strictObject({ state: z.enum(noteStates) }),
    refusals: {
      ...notStarted,
      ...datedAhead,
      PAID_ALREADY: '这个月已经记上了，不用再说',
    },
  }),
  getMine: action({
    summary: '看自己的党费：这个月、为什么是这个数、一年里交了哪些、怎么交',
    kind: 'query',
    allow: { member: 'self' },
    input: z.strictObject({ year: yearShape.exactOptional() }),
    output: z.strictObject({
      year: yearShape,
      /** absent: the branch has not begun */
      startMonth: monthShape.exactOptional(),
      months: z.array(monthView),
      /** this month, whatever year is looked at */
      now: monthView.exactOptional(),
      /** what holds this month, and why */
      approval: approvalView.exactOptional(),
      relief: z.strictObject({ from: monthShape, to: monthShape, monthlyFen: fenShape }).exactOptional(),
      /** overdue, oldest first; and how the reminder goes */
      arrears: z.array(monthView),
      reminder,
      entries: z.array(entryView),
      notes: z.array(noteView),
      opening: openingView.exactOptional(),
      howToPay: z.string().exactOptional(),
      /** whom to ask: those who collect from this member */
      collectors: z.array(z.string()),
    }),
    refusals: {},
  }),
}
