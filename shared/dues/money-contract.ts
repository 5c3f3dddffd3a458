/** The branch's money: days closed by two, what goes up, comes back and is used; and what committee and county see of it. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { dayShape, idShape, instantShape, lineShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { datedAhead, datedTooEarly, notStarted, officers } from './contract-parts'
import { carryWays, dayStages, handInStates, lineKinds, payWays } from './ids'
import { fenShape, realDayShape, yearShape } from './model'
import { openingView } from './set-contract'

const collectors = { ...officers, groupLeader: 'branch' } as const
const readers = { ...officers, disciplineOfficer: 'branch' } as const

const netFen = z.int()

const dayView = z.strictObject({
  day: dayShape,
  stage: z.enum(dayStages),
  numbers: z.strictObject({ first: z.int(), last: z.int() }).exactOptional(),
  count: z.int(),
  sumFen: netFen,
  byWay: z.strictObject({ cash: netFen, transfer: netFen, bank: netFen }),
  largeFen: netFen,
  collectors: z.array(z.string()),
  /** phones that hold ticks */
  waiting: z.array(z.strictObject({ name: z.string(), count: z.int() })),
  counted: z.strictObject({ by: z.string(), at: instantShape }).exactOptional(),
  checked: z.strictObject({ by: z.string(), at: instantShape, isByCard: z.literal(true).exactOptional() }).exactOptional(),
  isHandedIn: z.boolean(),
})

const seen = { day: dayShape, count: z.int().min(0), sumFen: netFen }
const changed = { SUM_CHANGED: '刚才又记了一笔，请看一眼再来' } as const
const closing = {
  ...changed,
  DAY_CLOSED_ALREADY: '{day}的账已经关了',
  TICKS_WAITING: '{name}的手机里还有 {count} 笔没传上来，传完再关',
} as const
const checking = {
  ...closing,
  ...notStarted,
  NOT_COUNTED: '收的人还没点好数，请他先点',
  NOT_NAMED: '核对的人要由支部指定，请问支书',
  SAME_HANDS: '收的人不能自己核对，请换一个人',
} as const

const lineView = z.strictObject({
  lineId: idShape,
  kind: z.enum([...lineKinds, 'reversal']),
  day: dayShape,
  at: instantShape,
  fen: fenShape,
  /** what for; of a hand-in: who carried it */
  words: z.string(),
  way: z.enum(carryWays).exactOptional(),
  days: z.array(dayShape).exactOptional(),
  largeFen: netFen.exactOptional(),
  state: z.enum(handInStates).exactOptional(),
  received: z.strictObject({ at: instantShape, fen: fenShape, note: z.string().exactOptional() }).exactOptional(),
  by: z.string(),
  isReversed: z.literal(true).exactOptional(),
  reversedKind: z.enum(lineKinds).exactOptional(),
})

const sheetView = z.strictObject({
  year: yearShape,
  branchName: z.string(),
  startMonth: monthShape.exactOptional(),
  broughtFen: netFen,
  collectedFen: netFen,
  giftFen: netFen,
  largeFen: netFen,
  handedUpFen: netFen,
  givenBackFen: netFen,
  usedFen: netFen,
  inHandFen: netFen,
  receipts: z.int(),
  reversals: z.int(),
  elsewhereMonths: z.int(),
  /** members who owed anything in the year, and those of them who owe nothing any more */
  members: z.int(),
  settledMembers: z.int(),
  /** what was used, given back and handed up, one by one */
  lines: z.array(lineView),
})

export const moneyKeeping = {
  listDays: action({
    summary: '看哪些天收了党费：几笔、多少、关账没有、上缴没有',
    kind: 'query',
    allow: { ...readers, groupLeader: 'branch' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(dayView),
    refusals: {},
  }),
  countDay: action({
    summary: '收的人点好一天的数，请第二个人核对',
    kind: 'command',
    remember: 'answer',
    allow: collectors,
    input: z.strictObject(seen),
    output: z.strictObject({ stage: z.enum(dayStages) }),
    refusals: { ...closing, NOTHING_THAT_DAY: '这一天没有收党费' },
  }),
  listToCheck: action({
    summary: '看等我核对的：哪天的账、哪几行纸质册',
    kind: 'query',
    allow: { member: 'branch' },
    input: z.strictObject({}),
    output: z.strictObject({
      /** with the day's receipts: number and amount, no names */
      days: z.array(
        dayView.extend({
          receipts: z.array(
            z.strictObject({ number: z.int(), fen: netFen, way: z.enum(payWays), isReversal: z.literal(true).exactOptional() }),
          ),
        }),
      ),
      openings: z.array(openingView.extend({ memberId: idShape, name: z.string() })),
    }),
    refusals: {},
  }),
  checkDay: action({
    summary: '支部指定的人核对一天的账，关账',
    kind: 'command',
    remember: 'answer',
    allow: { member: 'branch' },
    input: z.strictObject(seen),
    output: z.strictObject({ stage: z.enum(dayStages) }),
    refusals: checking,
  }),
  checkDayByCard: action({
    summary: '核对的人没有手机：扫他的党员卡，他在纸条上签名',
    kind: 'command',
    remember: 'answer',
    allow: collectors,
    input: z.strictObject({ ...seen, code: z.string().min(1).max(40) }),
    output: z.strictObject({ stage: z.enum(dayStages), by: z.string() }),
    refusals: {
      ...checking,
      CARD_UNKNOWN: '这不是本支部的党员卡',
      CARD_REPLACED: '这张卡已经补过新的了',
      OWN_PRINT: '账是您经手的，这张卡也是您印的，算不上第二个人。请他用自己的手机核对，或者请没经手的人来扫卡',
    },
  }),
  handIn: action({
    summary: '把关了账的党费上缴，写明谁送的、哪天、怎么送',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ through: dayShape, sumFen: netFen, on: realDayShape, carrier: lineShape(20), way: z.enum(carryWays) }),
    output: z.strictObject({ lineId: idShape, fen: fenShape }),
    refusals: {
      ...changed,
      ...notStarted,
      DAY_OPEN: '{day}的账还没关，关了再上缴',
      NOTHING_TO_HAND_IN: '没有要上缴的党费',
      BEFORE_COLLECTED: '上缴的日子不能早于收的日子',
      ...datedAhead,
    },
  }),
  listLines: action({
    summary: '看本支部党费上缴、返还、使用的每一笔，手里还有多少',
    kind: 'query',
    allow: readers,
    input: z.strictObject({ year: yearShape }),
    output: z.strictObject({
      inHandFen: netFen,
      /** closed by two and not gone up */
      readyFen: netFen,
      /** what came back and was not used: the rest has to go up */
      usableFen: netFen,
      lines: z.array(lineView),
    }),
    refusals: {},
  }),
  recordLine: action({
    summary: '记一笔上级返还或者使用，写明做什么、谁定的',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ kind: z.enum(['givenBack', 'used']), fen: fenShape, on: realDayShape, purpose: lineShape(60) }),
    output: z.strictObject({ lineId: idShape }),
    refusals: {
      ...notStarted,
      NO_AMOUNT: '请写多少钱',
      ...datedAhead,
      ...datedTooEarly,
      NOT_ENOUGH: '能用的只有 {left} 元，收来的要先上缴',
    },
  }),
  reverseLine: action({
    summary: '冲正一笔上缴、返还或使用，写明为什么',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ lineId: idShape, purpose: lineShape(60) }),
    output: z.strictObject({ lineId: idShape }),
    refusals: {
      NOT_REVERSIBLE: '这一笔本来就是冲正，不能再冲',
      ALREADY_REVERSED: '这一笔已经冲正过了，不用再冲',
      HAND_IN_DONE: '上级已经收到了，不能再动',
      NOT_ENOUGH: '能用的只有 {left} 元，收来的要先上缴',
    },
  }),
  listHandIns: action({
    summary: '镇里看各支部送上来、还没点收的党费',
    kind: 'query',
    allow: { townOfficer: 'unit' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(lineView.extend({ branchName: z.string() })),
    refusals: {},
  }),
  receiveHandIn: action({
    summary: '镇里点收一笔上缴；数目不对就写明差在哪里',
    kind: 'command',
    remember: 'answer',
    allow: { townOfficer: 'unit' },
    input: z.strictObject({ lineId: idShape, fen: fenShape, note: lineShape(60).exactOptional() }),
    output: z.strictObject({ state: z.enum(handInStates) }),
    refusals: { HAND_IN_DONE: '这一笔已经点收或者冲正了', DIFFERENCE_UNNAMED: '数目不一样，请写差在哪里' },
  }),
  listBranches: action({
    summary: '镇里看各支部一个月党费交了几个、收了多少、上缴多少，只有总数',
    kind: 'query',
    weighs: 10,
    allow: { townOfficer: 'unit' },
    input: z.strictObject({ month: monthShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        branchId: idShape,
        branchName: z.string(),
        /** absent: the branch has not begun */
        totals: z.strictObject({ paid: z.int(), expected: z.int(), inHandFen: netFen, openDays: z.int() }).exactOptional(),
      }),
    ),
    refusals: {},
  }),
  getYearSheet: action({
    summary: '看一年的党费收缴、使用情况，只有总数；党员看过完了的年份',
    kind: 'query',
    weighs: 10,
    allow: { member: 'branch', ...readers },
    input: z.strictObject({ year: yearShape }),
    output: sheetView,
    refusals: { NOT_PUBLISHED: '今年的收支，明年初公布' },
  }),
}
