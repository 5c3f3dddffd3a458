/** What is set: the start, what farmers pay, who checks, the yearly approval, its exceptions, hardship, and the opening lines. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, lineShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { notStarted, officers } from './contract-parts'
import { hardshipView } from './hardship-contract'
import { changeReasons, clauses, dueKinds, roundings } from './ids'
import { fenShape, yearShape } from './model'

const farmerRange = { FARMER_OUT_OF_RANGE: '务农党员每月 0.20 元到 1.00 元' } as const

export const approvalView = z.strictObject({
  from: monthShape,
  kind: z.enum(dueKinds),
  monthlyFen: fenShape,
  clause: z.enum(clauses),
  reason: z.enum(changeReasons).exactOptional(),
  by: z.string(),
  at: instantShape,
})

export const openingView = z.strictObject({
  paidThrough: monthShape,
  book: z.string(),
  page: z.string(),
  paidBy: z.string(),
  by: z.string(),
  signedBy: z.string().exactOptional(),
})

const openingLine = z.strictObject({
  memberId: idShape,
  paidThrough: monthShape,
  book: lineShape(20),
  page: lineShape(10),
  paidBy: lineShape(20),
})

export const setting = {
  getBook: action({
    summary: '看本支部党费怎么记：哪个月开始、务农交多少、谁核对、怎么交',
    kind: 'query',
    allow: { ...officers, groupLeader: 'branch', disciplineOfficer: 'branch' },
    input: z.strictObject({}),
    output: z.strictObject({
      rounding: z.enum(roundings),
      /** absent: the branch has not begun */
      book: z
        .strictObject({
          startMonth: monthShape,
          farmerFen: fenShape,
          howToPay: z.string().exactOptional(),
          /** opening lines may be entered until then; absent: that time is over */
          openingEndsAt: instantShape.exactOptional(),
          checkers: z.array(z.strictObject({ memberId: idShape, name: z.string() })),
        })
        .exactOptional(),
    }),
    refusals: {},
  }),
  start: action({
    summary: '支部定从哪个月开始记党费、务农党员交多少，以前的见纸质党费册',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ startMonth: monthShape, farmerFen: fenShape }),
    output: z.strictObject({ startMonth: monthShape }),
    refusals: {
      ...farmerRange,
      START_TOO_FAR: '只能从前后一年里的月份开始',
      BOOK_IN_USE: '已经记了账，开始的月份不能再改',
    },
  }),
  setHowToPay: action({
    summary: '写明本支部党费怎么交：哪天、在哪、交给谁',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ howToPay: lineShape(120) }),
    output: z.strictObject({ howToPay: z.string() }),
    refusals: notStarted,
  }),
  nameCheckers: action({
    summary: '支部指定谁核对党费，要是正式党员',
    kind: 'command',
    remember: 'answer',
    allow: { secretary: 'branch' },
    input: z.strictObject({ memberIds: z.array(idShape).min(1).max(5) }),
    output: z.strictObject({ memberIds: z.array(idShape) }),
    refusals: { ...notStarted, NOT_FULL: '{name}是预备党员，请指定正式党员' },
  }),
  getTerms: action({
    summary: '看全县党费的零头怎么算',
    kind: 'query',
    allow: { countyAdmin: 'unit' },
    input: z.strictObject({}),
    output: z.strictObject({ rounding: z.enum(roundings) }),
    refusals: {},
  }),
  setRounding: action({
    summary: '县里定党费的零头怎么算',
    kind: 'command',
    remember: 'answer',
    allow: { countyAdmin: 'unit' },
    input: z.strictObject({ rounding: z.enum(roundings) }),
    output: z.strictObject({ rounding: z.enum(roundings) }),
    refusals: {},
  }),
  listApprovals: action({
    summary: '看一年的党费核定：每位党员哪一类、每月多少、从哪个月起，去年的作参考',
    kind: 'query',
    allow: officers,
    input: z.strictObject({ year: yearShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        memberId: idShape,
        name: z.string(),
        groupName: z.string().exactOptional(),
        /** from when the year's approval counts; absent: the year was over before the member came */
        first: monthShape.exactOptional(),
        approvals: z.array(approvalView),
        /** last year's, for this one */
        proposal: z.strictObject({ kind: z.enum(dueKinds), monthlyFen: fenShape }).exactOptional(),
        isQuarterly: z.literal(true).exactOptional(),
        abroadUntil: monthShape.exactOptional(),
        excusedThrough: monthShape.exactOptional(),
        opening: openingView.exactOptional(),
        hardship: hardshipView.exactOptional(),
      }),
    ),
    refusals: notStarted,
  }),
  approve: action({
    summary: '核定一位党员一年里每月交多少；年内再改要选原因',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({
      memberId: idShape,
      from: monthShape,
      kind: z.enum(dueKinds),
      monthlyFen: fenShape,
      reason: z.enum(changeReasons).exactOptional(),
    }),
    output: z.strictObject({ approval: approvalView }),
    refusals: {
      ...notStarted,
      ...farmerRange,
      YEAR_TOO_FAR: '最多核定到明年，出国的到回来那年',
      FROM_OUTSIDE: '要从 {month} 或以后开始',
      REASON_NEEDED: '今年已经核定过了，要改请选原因',
      FIXED_IS_TWENTY: '这一类每月就是 0.20 元',
      ABOVE_USUAL: '每月一般不超过 {most} 元，多的算自愿多交',
      NO_AMOUNT: '请写每月交多少。有困难的请走困难减免',
      CHANGED_TOO_OFTEN: '这一年改的次数太多了，请在纸上写明',
    },
  }),
  arrange: action({
    summary: '记下支部同意一位党员按季交、出国到哪个月回来，或者有正当理由先不催',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({
      memberId: idShape,
      isQuarterly: z.boolean(),
      abroadUntil: monthShape.exactOptional(),
      excusedThrough: monthShape.exactOptional(),
    }),
    output: z.strictObject({ memberId: idShape }),
    refusals: { ...notStarted, MONTH_TOO_FAR: '最多写到三年以后' },
  }),
  enterOpening: action({
    summary: '照纸质党费册记一行：一位党员交到哪个月、哪一册哪一页、谁交的',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: openingLine,
    output: z.strictObject({ memberId: idShape }),
    refusals: {
      ...notStarted,
      OPENING_OVER: '纸质册的情况只能在 {day} 以前记',
      OPENING_SIGNED: '两个人都签过了，不能再改',
      PAID_TOO_FAR: '交到{months}太远了，请看一眼',
    },
  }),
  signOpening: action({
    summary: '支部指定的人对着纸质党费册核对一行，签上名',
    kind: 'command',
    remember: 'answer',
    allow: { member: 'branch' },
    /** the line as it was read, so that nobody signs another */
    input: openingLine,
    output: z.strictObject({ memberId: idShape }),
    refusals: {
      ...notStarted,
      OPENING_OVER: '纸质册的情况只能在 {day} 以前记',
      OPENING_SIGNED: '两个人都签过了，不能再改',
      OPENING_CHANGED: '这一行刚才改过，请再对着册子看一眼',
      NO_OPENING: '这一位还没有记纸质册的情况',
      NOT_NAMED: '核对的人要由支部指定，请问支书',
      SAME_HANDS: '记的人不能自己核对，请换一个人',
    },
  }),
}
