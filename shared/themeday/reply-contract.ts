/** What members say about the day beside being there: leave, an opinion, being counted afterwards; and guests. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, lineShape } from '#shared/kernel/shapes'
import { lateCheckInReasons } from './ids'

const self = { member: 'self' } as const
const helpers = ['secretary', 'groupLeader'] as const
const organisers = { secretary: 'branch', groupLeader: 'unit' } as const

const cancelled = { CANCELLED: '这次党日取消了，不用再办' } as const
const bookClosed = { BOOK_CLOSED: '这次党日已经归档了，要改请镇里打开' } as const

export const replying = {
  askLeave: action({
    summary: '党员请假，不用写原因，可以给支书留一句话',
    kind: 'command',
    remember: 'answer',
    allow: self,
    assist: helpers,
    input: z.strictObject({ themeDayId: idShape, note: lineShape(40).exactOptional() }),
    output: z.strictObject({ at: instantShape }),
    refusals: { ...cancelled, STARTED: '已经开始了，请直接告诉支书', ALREADY_CHECKED_IN: '您 {at} 已经签到了，不用请假' },
  }),
  withdrawLeave: action({
    summary: '党员不请假了',
    kind: 'command',
    remember: 'answer',
    allow: self,
    assist: helpers,
    input: z.strictObject({ themeDayId: idShape }),
    output: z.strictObject({ at: instantShape }),
    refusals: { STARTED: '已经开始了，来了直接签到就行' },
  }),
  giveOpinion: action({
    summary: '党员对议题说一句意见，来不了的也能说',
    kind: 'command',
    remember: 'answer',
    allow: self,
    assist: helpers,
    input: z.strictObject({ themeDayId: idShape, words: lineShape(100) }),
    output: z.strictObject({ at: instantShape }),
    refusals: { ...cancelled, ...bookClosed },
  }),
  lateCheckIn: action({
    summary: '党员补签，等支书点头',
    kind: 'command',
    remember: 'insert',
    allow: self,
    assist: helpers,
    input: z.strictObject({ themeDayId: idShape, why: z.enum(lateCheckInReasons) }),
    output: z.strictObject({ state: z.enum(['waiting']), at: instantShape }),
    refusals: {
      ...cancelled,
      NOT_OVER: '签到还开着，直接签就行',
      TOO_LATE: '补签只有三天，已经过了，请告诉支书',
      SENT_BACK: '支书没有认下，请找支书问问',
      ALREADY_CHECKED_IN: '您 {at} 已经签过了，不用再签',
    },
  }),
  addGuest: action({
    summary: '支书或小组长记一位别的支部来的客人',
    kind: 'command',
    remember: 'insert',
    allow: organisers,
    input: z.strictObject({ themeDayId: idShape, name: lineShape(20), from: lineShape(30) }),
    output: z.strictObject({ name: z.string() }),
    refusals: { NOT_BEGUN: '党日还没开始，到了那天再记', CANCELLED: '这次党日取消了，不用记', ...bookClosed },
  }),
}
