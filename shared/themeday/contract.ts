import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { dayShape, idShape, instantShape, lineShape, monthShape, pageInput, pageOf, timeShape } from '#shared/kernel/shapes'
import { attendanceSources, lateReasons, lateStates, themeDayStates } from './ids'

const mine = z.strictObject({ at: instantShape, source: z.enum(attendanceSources) })

const themeDayView = z.strictObject({
  themeDayId: idShape,
  branchId: idShape,
  month: monthShape,
  topic: z.string(),
  place: z.string(),
  startsAt: instantShape,
  endsAt: instantShape,
  /** from when check-in counts */
  opensAt: instantShape,
  state: z.enum(themeDayStates),
  code: z.string(),
  /** my own attendance */
  mine: mine.exactOptional(),
})

/** When the button was tapped: a check-in may have waited in the phone for a signal. */
const tapped = z.strictObject({
  /** by the phone's clock, set right by the last answer it had */
  at: instantShape,
  /** how far that clock was off then; absent: it never had an answer */
  clockOffMs: z.int().exactOptional(),
})

const readers = { member: 'branch', groupLeader: 'branch', secretary: 'branch' } as const
const organisers = { secretary: 'branch', groupLeader: 'unit' } as const

export const themeday = {
  create: action({
    summary: '支书定下一个月的主题党日',
    kind: 'command',
    remember: 'answer',
    allow: { secretary: 'branch' },
    input: z.strictObject({ day: dayShape, from: timeShape, to: timeShape, topic: lineShape(60), place: lineShape(40) }),
    output: z.strictObject({ themeDayId: idShape, code: z.string() }),
    refusals: {
      NO_SUCH_DAY: '没有这一天，请重新选日子',
      DAY_PAST: '这一天已经过去了，请另选一天',
      ENDS_BEFORE_START: '结束要晚于开始，请改一下时间',
      MONTH_TAKEN: '{month}的党日已经定在{day}了',
    },
  }),
  open: action({
    summary: '支书现在就开始签到',
    kind: 'command',
    remember: 'state',
    allow: { secretary: 'branch' },
    input: z.strictObject({ themeDayId: idShape }),
    output: z.strictObject({ opensAt: instantShape }),
    refusals: { NOT_TODAY: '还没到这一天，{day}再开始', OVER: '这次党日已经结束了' },
  }),
  checkIn: action({
    summary: '党员参加主题党日签到',
    kind: 'command',
    remember: 'insert',
    allow: { member: 'self' },
    assist: ['secretary', 'groupLeader'],
    input: z.strictObject({ themeDayId: idShape, via: z.enum(['code', 'home']), tapped: tapped.exactOptional() }),
    /** `waiting`: it arrived after the day, and the organiser has to approve it */
    output: z.strictObject({ state: z.enum(['counted', 'waiting']), at: instantShape }),
    refusals: {
      NOT_OPEN: '还没到时间，{time}开始签到',
      CLOSED: '签到已经结束了，请告诉支书',
      TOO_LATE: '过了三天才传上来，记不上了，请告诉支书',
      OTHER_BRANCH: '这是别的支部的党日，您的到会记在自己支部',
      ALREADY_CHECKED_IN: '您 {at} 已经签过了，不用再签',
    },
  }),
  rollCall: action({
    summary: '支书或小组长点名',
    kind: 'command',
    remember: 'answer',
    allow: organisers,
    input: z.strictObject({ themeDayId: idShape, memberIds: z.array(idShape).min(1).max(50) }),
    output: z.strictObject({ recorded: z.array(idShape), already: z.array(idShape) }),
    refusals: {
      NOT_OPEN: '还没到时间，{time}开始签到',
      CLOSED: '那天已经过去了，这里不能再点名',
    },
  }),
  approveLate: action({
    summary: '支书认下一个晚传上来的签到',
    kind: 'command',
    remember: 'state',
    allow: { secretary: 'branch' },
    input: z.strictObject({ themeDayId: idShape, memberId: idShape }),
    output: z.strictObject({ state: z.enum(lateStates) }),
    refusals: {},
  }),
  sendBackLate: action({
    summary: '支书不认一个晚传上来的签到，说明为什么',
    kind: 'command',
    remember: 'state',
    allow: { secretary: 'branch' },
    input: z.strictObject({ themeDayId: idShape, memberId: idShape, reason: z.enum(lateReasons) }),
    output: z.strictObject({ state: z.enum(lateStates) }),
    refusals: { ALREADY_APPROVED: '这个已经认下了，不能再退回' },
  }),
  listLate: action({
    summary: '看晚传上来、等支书点头的签到',
    kind: 'query',
    allow: { secretary: 'branch' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        themeDayId: idShape,
        month: monthShape,
        memberId: idShape,
        name: z.string(),
        /** when they tapped; where the clock is not sure, when it arrived */
        at: instantShape,
        isClockSure: z.boolean(),
      }),
    ),
    refusals: {},
  }),
  getLate: action({
    summary: '看自己晚传上去的签到认下没有',
    kind: 'query',
    allow: { member: 'self' },
    input: z.strictObject({ themeDayId: idShape }),
    output: z.strictObject({ state: z.enum(lateStates), at: instantShape, reason: z.enum(lateReasons).exactOptional() }),
    refusals: {},
  }),
  get: action({
    summary: '看一次主题党日',
    kind: 'query',
    allow: readers,
    input: z.strictObject({ themeDayId: idShape }),
    output: themeDayView,
    refusals: {},
  }),
  list: action({
    summary: '看本支部的主题党日，新的在前',
    kind: 'query',
    allow: readers,
    input: z.strictObject({ after: z.string().max(200).exactOptional(), limit: z.int().min(1).max(12).exactOptional() }),
    output: pageOf(themeDayView),
    refusals: {},
  }),
  countAttendance: action({
    summary: '到了几个，应到几个',
    kind: 'query',
    allow: organisers,
    input: z.strictObject({ themeDayId: idShape }),
    output: z.strictObject({ expected: z.int(), present: z.int() }),
    refusals: {},
  }),
  listAttendance: action({
    summary: '按名单看谁到了、怎么到的',
    kind: 'query',
    allow: organisers,
    input: z.strictObject({ themeDayId: idShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        memberId: idShape,
        name: z.string(),
        groupName: z.string().exactOptional(),
        attendance: z
          .strictObject({
            at: instantShape,
            source: z.enum(attendanceSources),
            recordedBy: z.string().exactOptional(),
            /** another of those listed checked in from the same phone */
            samePhone: z.literal(true).exactOptional(),
          })
          .exactOptional(),
      }),
    ),
    refusals: {},
  }),
}
