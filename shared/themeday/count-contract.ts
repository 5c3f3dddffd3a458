/** The ways to be counted on the day, and what arrives after it. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, lineShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { awaySources, lateCheckInReasons, lateReasons, lateStates } from './ids'

/** When the button was tapped: a check-in may have waited in the phone for a signal. */
const tapped = z.strictObject({
  /** by the phone's clock, set right by the last answer it had */
  at: instantShape,
  /** how far that clock was off then; absent: it never had an answer */
  clockOffMs: z.int().exactOptional(),
})

/** A code that changes every fifteen seconds, as it was shown (`rotating.ts`). */
const proof = z.strictObject({ step: z.int().min(0), mac: z.string().regex(/^[0-9A-Za-z_-]{12}$/) })

const venue = z.string().regex(/^[1-9]$/)

const organisers = { secretary: 'branch', groupLeader: 'unit' } as const
const themeDayOf = z.strictObject({ themeDayId: idShape })

const window = { NOT_OPEN: '还没到时间，{time}开始签到', CANCELLED: '这次党日取消了，不用签到' } as const
const wayNotChosen = { WAY_NOT_CHOSEN: '支部这次不用这种签到，请到支书那里签' } as const
const rollWindow = { ...window, CLOSED: '那天已经过去了，请用“补录纸质名单”' } as const
const bookClosed = { BOOK_CLOSED: '这次党日已经归档了，要改请镇里打开' } as const
const noSuchVenue = { NO_SUCH_VENUE: '这次党日没有这个会场' } as const

/** What became of one name. `already`: they had been counted, or were taken back after it was said; the saying is kept beside it. */
const recordedOne = z.strictObject({ memberId: idShape, name: z.string(), state: z.enum(['recorded', 'already']), at: instantShape })

export const counting = {
  checkIn: action({
    summary: '党员参加主题党日签到',
    kind: 'command',
    remember: 'insert',
    allow: { member: 'self' },
    assist: ['secretary', 'groupLeader'],
    input: z.strictObject({
      themeDayId: idShape,
      via: z.enum(['code', 'home', 'screen']),
      tapped: tapped.exactOptional(),
      proof: proof.exactOptional(),
      venueId: venue.exactOptional(),
      /** said by who helps: 我看见他本人到场了 */
      isSeen: z.literal(true).exactOptional(),
    }),
    /** `waiting`: it arrived after the day, or by a clock nobody can believe, and the organiser has to approve it */
    output: z.strictObject({ state: z.enum(['counted', 'waiting']), at: instantShape }),
    refusals: {
      ...window,
      ...wayNotChosen,
      ...noSuchVenue,
      CODE_FORGED: '这个码不对，请对着屏幕再扫一次',
      CODE_EXPIRED: '这个码过期了，请再扫一次',
      NOT_SEEN: '看见本人到场了，才能帮他签',
      CLOSED: '签到已经结束了，可以补签',
      TOO_LATE: '过了三天才传上来，记不上了，请告诉支书',
      OTHER_BRANCH: '这是别的支部的党日，您的到会记在自己支部',
      ALREADY_CHECKED_IN: '您 {at} 已经签过了，不用再签',
      TAKEN_BACK: '支书撤销了您这次签到，请找支书问问',
      SENT_BACK: '支书没有认下，请找支书问问',
    },
  }),
  rollCall: action({
    summary: '支书或小组长点名，或者请人在门口点自己的名字',
    kind: 'command',
    remember: 'answer',
    allow: organisers,
    input: z.strictObject({
      themeDayId: idShape,
      memberIds: z.array(idShape).min(1).max(50),
      way: z.enum(['rollCall', 'door']).exactOptional(),
      venueId: venue.exactOptional(),
      /** ticked without a signal, and sent later */
      tapped: tapped.exactOptional(),
    }),
    output: z.strictObject({ recorded: z.array(idShape), already: z.array(idShape) }),
    refusals: { ...rollWindow, ...wayNotChosen, ...noSuchVenue, ...bookClosed },
  }),
  enterPaper: action({
    summary: '支书补录一张纸质签到名单，写明还有谁看过',
    kind: 'command',
    remember: 'answer',
    allow: { secretary: 'branch' },
    input: z.strictObject({
      themeDayId: idShape,
      memberIds: z.array(idShape).min(1).max(50),
      /** the second name under the list */
      witnessId: idShape,
    }),
    output: z.strictObject({ recorded: z.array(idShape), already: z.array(idShape) }),
    refusals: {
      NOT_BEGUN: '党日还没开始，没有名单可录',
      CANCELLED: '这次党日取消了，不用签到',
      SAME_PERSON: '第二个名字要是另一位党员',
      ...bookClosed,
    },
  }),
  scanCard: action({
    summary: '支书或小组长扫一张党员卡，记他到了',
    kind: 'command',
    remember: 'answer',
    allow: organisers,
    input: z.strictObject({
      themeDayId: idShape,
      code: z.string().min(1).max(40),
      venueId: venue.exactOptional(),
      tapped: tapped.exactOptional(),
    }),
    output: recordedOne,
    refusals: {
      ...rollWindow,
      ...wayNotChosen,
      ...noSuchVenue,
      ...bookClosed,
      CARD_UNKNOWN: '这不是本支部的党员卡，请点名',
      CARD_REPLACED: '这张卡已经补过新的了，请点名',
    },
  }),
  carry: action({
    summary: '支书或小组长用自己的手机，把党员手机里没传上去的签到带上来',
    kind: 'command',
    remember: 'answer',
    allow: organisers,
    input: z.strictObject({
      themeDayId: idShape,
      memberId: idShape,
      /** of the member's own check-in: when it comes by itself later, it is the same one */
      requestId: z.string().regex(/^[0-9A-Za-z_-]{8,64}$/),
      tapped,
    }),
    output: recordedOne,
    refusals: { ...rollWindow, ...bookClosed },
  }),
  getDayKey: action({
    summary: '支书或小组长取这次党日动态码的钥匙，归档后作废',
    kind: 'query',
    allow: organisers,
    input: themeDayOf,
    output: z.strictObject({ key: z.string(), now: instantShape }),
    refusals: { ...wayNotChosen, ...bookClosed, CANCELLED: '这次党日取消了，不用签到' },
  }),
  record: action({
    summary: '支书或小组长记一位党员送学上门、电话参会或在外参会',
    kind: 'command',
    remember: 'answer',
    allow: organisers,
    input: z.strictObject({ themeDayId: idShape, memberId: idShape, source: z.enum(awaySources), proof: lineShape(60).exactOptional() }),
    output: recordedOne,
    refusals: {
      NOT_BEGUN: '党日还没开始，到了那天再记',
      CANCELLED: '这次党日取消了，不用签到',
      PROOF_NEEDED: '请写在哪里参会、谁证明',
      ...bookClosed,
    },
  }),
  approveLate: action({
    summary: '支书认下一个晚传上来的签到或补签',
    kind: 'command',
    remember: 'answer',
    allow: { secretary: 'branch' },
    input: z.strictObject({ themeDayId: idShape, memberId: idShape }),
    output: z.strictObject({ state: z.enum(lateStates) }),
    refusals: {},
  }),
  sendBackLate: action({
    summary: '支书不认一个晚传上来的签到或补签，说明为什么',
    kind: 'command',
    remember: 'answer',
    allow: { secretary: 'branch' },
    input: z.strictObject({ themeDayId: idShape, memberId: idShape, reason: z.enum(lateReasons) }),
    output: z.strictObject({ state: z.enum(lateStates) }),
    refusals: { ALREADY_APPROVED: '这个已经认下了，不能再退回' },
  }),
  listLate: action({
    summary: '看等支书点头的签到和补签',
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
        /** asked for afterwards, and why; absent: it was tapped on the day */
        why: z.enum(lateCheckInReasons).exactOptional(),
      }),
    ),
    refusals: {},
  }),
  getLate: action({
    summary: '看自己晚传上去的签到、补签认下没有',
    kind: 'query',
    allow: { member: 'self' },
    input: themeDayOf,
    output: z.strictObject({ state: z.enum(lateStates), at: instantShape, reason: z.enum(lateReasons).exactOptional() }),
    refusals: {},
  }),
}
