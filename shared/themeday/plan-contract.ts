/** The theme day before it begins: habits, the town's suggestion, plan, notice. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { dayShape, idShape, instantShape, lineShape, monthShape, timeShape } from '#shared/kernel/shapes'
import { fixedDayShape } from './fixed-day-model'
import { noticeKinds, venueKinds } from './ids'
import { partShape, wayShape } from './model'

const branchSecretary = { secretary: 'branch' } as const

const planInput = {
  day: dayShape,
  from: timeShape,
  to: timeShape,
  topic: lineShape(60),
  place: lineShape(40),
  parts: z.array(partShape).max(5).exactOptional(),
  venues: z
    .array(z.strictObject({ kind: z.enum(venueKinds), name: lineShape(30), organiser: lineShape(20) }))
    .max(8)
    .exactOptional(),
  materials: z.array(lineShape(120)).max(5).exactOptional(),
}

const badPlan = {
  NO_SUCH_DAY: '没有这一天，请重新选日子',
  DAY_PAST: '这一天已经过去了，请另选一天',
  ENDS_BEFORE_START: '结束要晚于开始，请改一下时间',
  PART_TWICE: '同一项写了两遍，请去掉一遍',
} as const

const cancelled = { CANCELLED: '这次党日已经取消了，请重新定一次' } as const
const bookClosed = { BOOK_CLOSED: '这次党日已经归档了，要改请镇里打开' } as const

export const planning = {
  create: action({
    summary: '支书先拟好一个月的主题党日，发布前别人看不到',
    kind: 'command',
    remember: 'answer',
    allow: branchSecretary,
    input: z.strictObject(planInput),
    output: z.strictObject({ themeDayId: idShape, code: z.string(), version: z.int() }),
    refusals: { ...badPlan, MONTH_TAKEN: '{month}的党日已经定在{day}了' },
  }),
  publish: action({
    summary: '支书发布主题党日，党员就看得到了',
    kind: 'command',
    remember: 'answer',
    allow: branchSecretary,
    input: z.strictObject({ themeDayId: idShape }),
    output: z.strictObject({ publishedAt: instantShape }),
    refusals: { ...cancelled, DAY_PAST: '这一天已经过去了，请改个日子再发布' },
  }),
  update: action({
    summary: '支书改主题党日，发布过的会告诉党员',
    kind: 'command',
    remember: 'answer',
    allow: branchSecretary,
    input: z.strictObject({ themeDayId: idShape, version: z.int().min(1), ...planInput, words: lineShape(120).exactOptional() }),
    output: z.strictObject({ version: z.int() }),
    refusals: {
      ...badPlan,
      ...cancelled,
      STALE: '刚才有人改过了，请看一眼再存',
      OTHER_MONTH: '改到别的月份，请先取消这一次，再定那个月的',
      STARTED: '已经开始签到了，不能再改',
    },
  }),
  cancel: action({
    summary: '支书取消主题党日，并告诉党员',
    kind: 'command',
    remember: 'answer',
    allow: branchSecretary,
    input: z.strictObject({ themeDayId: idShape, words: lineShape(120).exactOptional() }),
    output: z.strictObject({ cancelledAt: instantShape }),
    refusals: { STARTED: '已经开始签到了，不能再取消', ...bookClosed },
  }),
  open: action({
    summary: '支书现在就开始签到',
    kind: 'command',
    remember: 'state',
    allow: branchSecretary,
    input: z.strictObject({ themeDayId: idShape }),
    output: z.strictObject({ opensAt: instantShape }),
    refusals: { NOT_TODAY: '还没到这一天，{day}再开始', OVER: '这次党日已经结束了', ...cancelled },
  }),
  setVoice: action({
    summary: '支书把一段录音放到主题党日上，不写是哪段就拿掉',
    kind: 'command',
    remember: 'answer',
    allow: branchSecretary,
    input: z.strictObject({
      themeDayId: idShape,
      voice: z.strictObject({ fileId: idShape, seconds: z.int().min(1).max(60) }).exactOptional(),
    }),
    output: z.strictObject({ hasVoice: z.boolean() }),
    refusals: { ...cancelled, FILE_NOT_SOUND: '这段录音打不开，请重新录一遍' },
  }),
  getVoice: action({
    summary: '听支书给主题党日录的话',
    kind: 'query',
    allow: { member: 'branch', secretary: 'branch', groupLeader: 'branch' },
    input: z.strictObject({ themeDayId: idShape }),
    /** the address holds for a while only */
    output: z.strictObject({ address: z.string(), seconds: z.int() }),
    refusals: {},
  }),
  getHabits: action({
    summary: '看本支部固定哪天办党日、用哪些签到办法',
    kind: 'query',
    allow: branchSecretary,
    input: z.strictObject({}),
    output: z.strictObject({ fixedDay: fixedDayShape.exactOptional(), ways: z.array(wayShape) }),
    refusals: {},
  }),
  setHabits: action({
    summary: '支书定下本支部固定哪天办党日、用哪些签到办法',
    kind: 'command',
    remember: 'answer',
    allow: branchSecretary,
    input: z.strictObject({ fixedDay: fixedDayShape.exactOptional(), ways: z.array(wayShape).min(1).max(5) }),
    output: z.strictObject({ ways: z.array(wayShape) }),
    refusals: { ROLL_CALL_STAYS: '点名不能关，没手机的人靠它' },
  }),
  suggest: action({
    summary: '镇里给一个月的主题党日提个主题和学习材料',
    kind: 'command',
    remember: 'answer',
    allow: { townOfficer: 'unit' },
    input: z.strictObject({ month: monthShape, topic: lineShape(60), materials: z.array(lineShape(120)).max(5) }),
    output: z.strictObject({ month: monthShape }),
    refusals: { MONTH_PAST: '这个月已经过去了' },
  }),
  getSuggestion: action({
    summary: '看镇里给这个月提的主题',
    kind: 'query',
    allow: { secretary: 'branch', townOfficer: 'unit' },
    input: z.strictObject({ month: monthShape }),
    output: z.strictObject({
      suggestion: z.strictObject({ topic: z.string(), materials: z.array(z.string()), at: instantShape }).exactOptional(),
    }),
    refusals: {},
  }),
  acknowledge: action({
    summary: '党员知道了主题党日的通知',
    kind: 'command',
    remember: 'insert',
    allow: { member: 'self' },
    input: z.strictObject({ themeDayId: idShape, number: z.int().min(1).max(99) }),
    output: z.strictObject({ number: z.int() }),
    refusals: {},
  }),
}

/** As a plan is shown to whoever may see the day. */
export const noticeView = z.strictObject({
  number: z.int(),
  kind: z.enum(noticeKinds),
  at: instantShape,
  words: z.string().exactOptional(),
  /** I said that I know */
  isSeen: z.boolean(),
})
