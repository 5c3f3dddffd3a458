/** Receipts: one person at a time, by those who collect; and what a member sees and says of their own dues. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { dayShape, idShape, instantShape, lineShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { datedAhead, datedTooEarly, notApproved, notStarted } from './contract-parts'
import { dueKinds, monthStates, noteStates, payWays, reversalReasons } from './ids'
import { fenShape, giftShape, payerShape, realDayShape, yearShape } from './model'

export const collectors = { secretary: 'branch', organisationOfficer: 'branch', groupLeader: 'unit' } as const

const monthRefusals = {
  MONTH_TWICE: '同一个月选了两遍',
  BEFORE_START: '{month}在纸质党费册上，这里不记',
  ON_PAPER: '{name}{month}在纸质党费册上已经交了',
  BEFORE_ADMISSION: '{name}{month}还没入党，不用交',
  TOO_FAR_AHEAD: '{month}太远了，最多提前交一年',
  MONTH_PAID: '{name}{month}的，{who} {when} 已经收过',
  NOTHING_DUE: '{name}{month}免交，不用收',
  ...notApproved,
} as const
const dayRefusals = {
  ...datedAhead,
  ...datedTooEarly,
  DAY_CLOSED: '{day}的账已经关了，请换一天记',
} as const

export const noteView = z.strictObject({
  month: monthShape,
  day: dayShape,
  way: z.enum(payWays),
  at: instantShape,
  state: z.enum(noteStates),
})

/** An entry as those may see it who may see the amount. */
export const entryView = z.strictObject({
  entryId: idShape,
  kind: z.enum(['receipt', 'reversal', 'elsewhere', 'elsewhereReversal']),
  /** of receipts and reversals: year and number are the receipt's name */
  year: yearShape,
  number: z.int().exactOptional(),
  day: dayShape,
  at: instantShape,
  months: z.array(monthShape),
  totalFen: fenShape,
  giftFen: fenShape.exactOptional(),
  way: z.enum(payWays).exactOptional(),
  /** who paid, in words: 本人 · 女儿张敏 */
  payer: z.string().exactOptional(),
  collector: z.string(),
  proof: z.string().exactOptional(),
  reason: z.enum(reversalReasons).exactOptional(),
  reversedNumber: z.int().exactOptional(),
  isReversed: z.literal(true).exactOptional(),
})

export const monthView = z.strictObject({
  month: monthShape,
  state: z.enum(monthStates),
  assessedFen: fenShape.exactOptional(),
})

export const collecting = {
  listMonth: action({
    summary: '按名单看一个月谁交了、谁没交、该交多少',
    kind: 'query',
    weighs: 4,
    allow: collectors,
    input: z.strictObject({ month: monthShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        memberId: idShape,
        name: z.string(),
        groupName: z.string().exactOptional(),
        kind: z.enum(dueKinds).exactOptional(),
        /** of the month that was asked for */
        state: z.enum(monthStates),
        assessedFen: fenShape.exactOptional(),
        /** that settled it */
        entry: entryView.exactOptional(),
        /** months before it that are overdue, oldest first */
        arrears: z.array(monthView),
        isQuarterly: z.literal(true).exactOptional(),
        abroadUntil: monthShape.exactOptional(),
        /** who paid the last time, when it was somebody else */
        lastPayer: payerShape.exactOptional(),
        note: noteView.exactOptional(),
      }),
    ),
    refusals: notStarted,
  }),
  listAhead: action({
    summary: '看一位党员往后几个月该交多少',
    kind: 'query',
    allow: collectors,
    input: z.strictObject({ memberId: idShape, months: z.array(monthShape).min(1).max(36) }),
    output: z.strictObject({ months: z.array(monthView) }),
    refusals: notStarted,
  }),
  recordPayment: action({
    summary: '收到一位党员的党费，记一笔，开一张有号的收据',
    kind: 'command',
    remember: 'answer',
    allow: collectors,
    input: z.strictObject({
      memberId: idShape,
      months: z.array(monthShape).max(36),
      /** what is due for the months, as the collector saw it */
      dueFen: fenShape,
      giftFen: giftShape.exactOptional(),
      day: realDayShape,
      way: z.enum(payWays),
      payer: payerShape,
      /** 支部同意代交 */
      hasConsent: z.literal(true).exactOptional(),
      branchNote: lineShape(60).exactOptional(),
      /** the three questions about a large gift, each said yes to */
      checklist: z
        .strictObject({ isWilling: z.literal(true), profileIsReady: z.literal(true), goesUpWhole: z.literal(true) })
        .exactOptional(),
      /** ticked without a signal, and sent later */
      tickedAt: instantShape.exactOptional(),
    }),
    output: z.strictObject({ entryId: idShape, year: yearShape, number: z.int(), totalFen: fenShape, at: instantShape }),
    refusals: {
      ...notStarted,
      ...monthRefusals,
      ...dayRefusals,
      NO_MONTH: '请选交哪个月的',
      AMOUNT_CHANGED: '{name}该交的数刚才变了，请看一眼再收',
      PAYER_UNNAMED: '请写明是谁替他交的',
      CONSENT_NEEDED: '替{name}交要支部同意，同意了请勾上',
      NOTE_NEEDED: '补交超过六个月，请写支部怎么说的',
      CHECKLIST_NEEDED: '一次多交 1000 元以上，请先看三件事',
    },
  }),
  recordElsewhere: action({
    summary: '一位党员凭流动党员活动证在外地交了，记下来，不算本支部的钱',
    kind: 'command',
    remember: 'answer',
    allow: collectors,
    input: z.strictObject({
      memberId: idShape,
      months: z.array(monthShape).min(1).max(12),
      proof: lineShape(60),
    }),
    output: z.strictObject({ entryId: idShape, at: instantShape }),
    refusals: { ...notStarted, ...monthRefusals },
  }),
  reverse: action({
    summary: '冲正一笔，写明为什么，原来那笔留着',
    kind: 'command',
    remember: 'answer',
    allow: collectors,
    input: z.strictObject({ entryId: idShape, reason: z.enum(reversalReasons) }),
    output: z.strictObject({ entryId: idShape, number: z.int().exactOptional(), at: instantShape }),
    refusals: {
      DAY_CLOSED: dayRefusals.DAY_CLOSED,
      NOT_REVERSIBLE: '这一笔本来就是冲正，不能再冲',
      ALREADY_REVERSED: '{number}已经冲正过了，不用再冲',
    },
  }),
  sayWaiting: action({
    summary: '收的人的手机说一声：这一天还有几笔没传上来',
    kind: 'command',
    remember: 'answer',
    allow: collectors,
    input: z.strictObject({ day: realDayShape, count: z.int().min(0).max(500) }),
    output: z.strictObject({ count: z.int() }),
    refusals: notStarted,
  }),
  answerNote: action({
    summary: '党员说交了，收的人没查到，回他一声',
    kind: 'command',
    remember: 'answer',
    allow: collectors,
    input: z.strictObject({ memberId: idShape, month: monthShape }),
    output: z.strictObject({ state: z.enum(noteStates) }),
    refusals: {},
  }),
  countMonth: action({
    summary: '这个月党费交了几个、应交几个，几个要上会，几个说交了等核对',
    kind: 'query',
    weighs: 5,
    allow: collectors,
    input: z.strictObject({ month: monthShape }),
    output: z.strictObject({
      /** absent: the branch has not begun */
      startMonth: monthShape.exactOptional(),
      paid: z.int(),
      expected: z.int(),
      /** whose amount of the year nobody has set */
      unset: z.int(),
      notes: z.int(),
      /** six months in a row without a reason: for a meeting */
      forMeeting: z.int(),
      /** days that are not closed by two */
      openDays: z.int(),
    }),
    refusals: {},
  }),
  listArrears: action({
    summary: '看谁欠着、连着几个月、该提醒还是该上支部会',
    kind: 'query',
    weighs: 4,
    allow: collectors,
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        memberId: idShape,
        name: z.string(),
        groupName: z.string().exactOptional(),
        months: z.array(monthView),
        run: z.int(),
        step: z.enum(['none', 'one', 'three', 'five', 'meeting']),
        excusedThrough: monthShape.exactOptional(),
      }),
    ),
    refusals: notStarted,
  }),
}
