import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, lineShape, monthShape, pageInput, pageOf, roleShape } from '#shared/kernel/shapes'
import { longestName, nameLetters } from '#shared/members/roster'
import { grantedRoles } from './rules'

const term = { from: instantShape.exactOptional(), until: instantShape.exactOptional(), isActing: z.boolean().exactOptional() }
const newName = lineShape(longestName).regex(nameLetters)

const openItems = z.strictObject({
  themeDays: z.array(z.strictObject({ month: monthShape, topic: z.string(), startsAt: instantShape, state: z.enum(['planned', 'open']) })),
  /** taps that arrived late and that nobody decided on; a hundred stands for more */
  lateWaiting: z.int(),
  /** dues in the branch's hands, in fen, and days of collecting that are not closed; absent where there is neither */
  dues: z.strictObject({ inHandFen: z.int(), openDays: z.int() }).exactOptional(),
  /** who holds an office here and is known on no phone */
  unclaimed: z.array(z.strictObject({ name: z.string(), role: roleShape })),
})

const branchOfficers = { secretary: 'branch', townOfficer: 'unit', countyAdmin: 'unit' } as const
const above = { townOfficer: 'unit', countyAdmin: 'unit' } as const

const rights = {
  ABOVE_YOU: '这个身份要由上一级来定，请打给上一级',
  YOURSELF: '自己的身份要由别人来定，请打给上一级',
} as const

export const roles = {
  grant: action({
    summary: '给一个人一个身份：从哪天到哪天，是不是代理',
    kind: 'command',
    remember: 'answer',
    allow: branchOfficers,
    input: z.strictObject({
      unitId: idShape,
      role: z.enum(grantedRoles),
      to: z.union([z.strictObject({ personId: idShape }), z.strictObject({ name: newName })]),
      ...term,
    }),
    output: z.strictObject({ grantId: idShape, personId: idShape, name: z.string(), hasClaimed: z.boolean() }),
    refusals: {
      ...rights,
      NOT_HELD_HERE: '这个身份不设在这一级，请换个地方设',
      MEMBER_NEEDED: '这个身份要由本支部的党员来当，请从名单里选',
      HAS_SECRETARY: '这里已经有书记了，换人请用“交接”',
      ENDS_FIRST: '结束的日子要晚于开始，也要晚于今天',
      TERM_TOO_LONG: '一任最长五年，请把日子改早一点',
      ACTING_NEEDS_DATES: '代理要写清从哪天到哪天',
      ACTING_TOO_LONG: '代理最长一年，请把结束的日子改早一点',
    },
  }),
  revoke: action({
    summary: '收回一个身份，他的手机马上就变',
    kind: 'command',
    remember: 'answer',
    allow: branchOfficers,
    input: z.strictObject({ grantId: idShape }),
    output: z.strictObject({ grantId: idShape, until: instantShape }),
    refusals: { ...rights, LAST_SECRETARY: '书记不能空着，请用“交接”换人' },
  }),
  list: action({
    summary: '看这里谁有什么身份，到哪天，认领了没有',
    kind: 'query',
    allow: branchOfficers,
    input: z.strictObject({ unitId: idShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        grantId: idShape,
        role: roleShape,
        unitName: z.string(),
        personId: idShape,
        name: z.string(),
        isMember: z.boolean(),
        hasClaimed: z.boolean(),
        ...term,
        /** the asker may take it back or change it */
        mayRevoke: z.boolean(),
      }),
    ),
    refusals: {},
  }),
  listCandidates: action({
    summary: '看这里有哪些人能当：支部看名单，总支看下面的书记',
    kind: 'query',
    allow: branchOfficers,
    input: z.strictObject({ unitId: idShape, ...pageInput }),
    output: pageOf(z.strictObject({ personId: idShape, name: z.string(), groupName: z.string().exactOptional() })),
    refusals: {},
  }),
  lookHandOver: action({
    summary: '交接之前看一眼：现在的书记是谁，还有什么没办完',
    kind: 'query',
    allow: above,
    input: z.strictObject({ unitId: idShape }),
    output: z.strictObject({
      unitName: z.string(),
      secretaries: z.array(z.strictObject({ personId: idShape, name: z.string(), ...term })),
      openItems,
    }),
    refusals: { NO_SECRETARY_HERE: '只有支部和总支有书记，请选一个支部' },
  }),
  handOver: action({
    summary: '书记换人：老的马上不能管，没用的认领码作废；新的手机是上级的码认的就马上能管，不是就用新码认一次',
    kind: 'command',
    remember: 'answer',
    allow: above,
    input: z.strictObject({ unitId: idShape, to: z.strictObject({ personId: idShape }), claimsToo: z.boolean() }),
    output: z.strictObject({
      unitName: z.string(),
      at: instantShape,
      from: z.array(z.string()),
      to: z.strictObject({ personId: idShape, name: z.string(), hasClaimed: z.boolean() }),
      /** unused codes of the branch's officers that open nothing any more */
      closedCodes: z.int(),
      openItems,
    }),
    refusals: {
      YOURSELF: rights.YOURSELF,
      NO_SECRETARY_HERE: '只有支部和总支有书记，请选一个支部',
      ALREADY_SECRETARY: '{name}已经是这里的书记了，请选别人',
    },
  }),
}
