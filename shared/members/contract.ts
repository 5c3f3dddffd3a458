import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { dayShape, idShape, instantShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { cards } from './card-contract'
import { educations, leavings, memberships, participations, sexes } from './kinds'
import { categoryShape, registerShape } from './model'
import { phonePattern } from './phone'
import { longestName, nameLetters } from './roster'

const nameShape = z
  .string()
  .regex(nameLetters)
  .refine((name) => [...name].length <= longestName)
const phoneShape = z.string().regex(phonePattern)

const officers = { secretary: 'branch', organisationOfficer: 'branch' } as const
const ofBranchAndGroup = { ...officers, groupLeader: 'unit' } as const

const memberRow = z.strictObject({
  memberId: idShape,
  personId: idShape,
  name: z.string(),
  groupId: idShape.exactOptional(),
  groupName: z.string().exactOptional(),
  initials: z.string(),
  membership: z.enum(memberships),
  participation: z.enum(participations),
})

/** `version`: the one that was looked at. */
const edited = { memberId: idShape, version: z.int().min(1) }
const stale = { STALE: '刚才有人改过了，请看一眼再存' } as const
const twice = {
  ON_ROSTER: '名单上已经有“{name}”，号码也一样，不用再加',
  ON_ANOTHER_ROSTER: '“{name}”在别的支部名单上，号码也一样。请先从那边转出来',
} as const
/** A number that is held against masked ones is counted: there are ten thousand ends to a masked one. */
const tooMany = { TOO_MANY_NUMBERS: '今天试过的号码太多了，请明天再来' } as const
const noSuchDay = { NO_SUCH_DAY: '日期不对，请看一眼' } as const

export const members = {
  ...cards,
  list: action({
    summary: '支书看本支部名单、小组长看本组名单，谁认领了',
    kind: 'query',
    allow: ofBranchAndGroup,
    input: z.strictObject({ ...pageInput }),
    output: pageOf(memberRow.extend({ hasClaimed: z.boolean() })),
    refusals: {},
  }),
  search: action({
    summary: '按姓名首字母、名字开头找人，最多三十位',
    kind: 'query',
    allow: ofBranchAndGroup,
    input: z.strictObject({ text: z.string().max(60) }),
    output: z.strictObject({ rows: z.array(memberRow).max(30), hasMore: z.boolean() }),
    refusals: {},
  }),
  /** A command, because whoever is found is told. */
  matchPhone: action({
    summary: '按整个手机号找人；找到谁给谁记一次，一天最多二十个号码',
    kind: 'command',
    remember: 'state',
    allow: ofBranchAndGroup,
    input: z.strictObject({ phone: phoneShape }),
    output: z.strictObject({ rows: z.array(memberRow).max(30) }),
    refusals: { ...tooMany },
  }),
  get: action({
    summary: '看一位党员的情况，号码只露头尾',
    kind: 'query',
    allow: ofBranchAndGroup,
    input: z.strictObject({ memberId: idShape }),
    output: memberRow.extend({
      version: z.int(),
      hasClaimed: z.boolean(),
      joinedOn: dayShape.exactOptional(),
      confirmedOn: dayShape.exactOptional(),
      /** `lost`: there is one, but the keys that opened it are gone */
      phone: z.union([z.strictObject({ masked: z.string() }), z.literal('lost')]).exactOptional(),
      /** for officers of the branch: what a group leader is not to know is left out */
      record: z
        .strictObject({
          category: categoryShape.extend({ decidedBy: z.string() }).exactOptional(),
          history: z.array(z.strictObject({ at: instantShape, by: z.string(), category: categoryShape.exactOptional() })),
          groups: z.array(z.strictObject({ groupId: idShape, name: z.string() })),
          /** there, though it may be empty, where the county has switched these fields on */
          register: registerShape.exactOptional(),
        })
        .exactOptional(),
    }),
    refusals: {},
  }),
  revealPhone: action({
    summary: '看一位党员的整个号码，看一次记一次',
    kind: 'command',
    remember: 'state',
    allow: ofBranchAndGroup,
    input: z.strictObject({ memberId: idShape }),
    output: z.strictObject({ phone: z.string() }),
    refusals: { NO_PHONE: '还没有他的号码，问到了请填上', PHONE_LOST: '存的号码打不开了，请重新问一遍填上' },
  }),
  add: action({
    summary: '往名单上加一位党员',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({
      name: nameShape,
      groupId: idShape.exactOptional(),
      phone: phoneShape.exactOptional(),
      membership: z.enum(memberships),
      joinedOn: dayShape.exactOptional(),
      isNamesake: z.boolean().exactOptional(),
    }),
    output: z.strictObject({ memberId: idShape, personId: idShape }),
    refusals: { ...twice, ...tooMany, ...noSuchDay, SAME_NAME: '名单上已经有一位“{name}”。真是两个人，就点“是另一位”' },
  }),
  update: action({
    summary: '改一位党员的情况，没写的不动，写空的去掉',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({
      ...edited,
      name: nameShape.exactOptional(),
      groupId: idShape.nullable().exactOptional(),
      phone: phoneShape.nullable().exactOptional(),
      membership: z.enum(memberships).exactOptional(),
      joinedOn: dayShape.nullable().exactOptional(),
      confirmedOn: dayShape.nullable().exactOptional(),
      participation: z.enum(participations).exactOptional(),
      birthMonth: monthShape.nullable().exactOptional(),
      sex: z.enum(sexes).nullable().exactOptional(),
      education: z.enum(educations).nullable().exactOptional(),
    }),
    output: z.strictObject({ version: z.int() }),
    refusals: {
      ...stale,
      ...twice,
      ...tooMany,
      ...noSuchDay,
      CONFIRMED_BEFORE: '转正的日子不能早于入党的日子',
      NOT_ON: '县里没有开通这几项，填了也存不下',
    },
  }),
  setCategory: action({
    summary: '定一位党员属于哪一类，不写就是去掉；每次都留底，不公开',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ ...edited, category: categoryShape.exactOptional() }),
    output: z.strictObject({ version: z.int() }),
    refusals: {
      ...stale,
      ...noSuchDay,
      RECHECK_BEFORE: '再看一次的日子要晚于开始的日子',
      DECISION_NEEDED: '定“后进”要写明是哪级组织定的，还要写到哪天为止',
      ENDS_BEFORE: '结束的日子要晚于开始的日子',
    },
  }),
  remove: action({
    summary: '把一位党员从名单上去掉，他的手机和认领码也不再认得',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ ...edited, reason: z.enum(leavings) }),
    output: z.strictObject({ memberId: idShape }),
    refusals: { ...stale, HOLDS_ROLE: '{name}还担着职务，请先交接好再去掉' },
  }),
}
