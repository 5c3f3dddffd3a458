import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { orgLevels } from '#shared/kernel/organisation'
import { idShape, instantShape, lineShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { longestName, nameLetters } from '#shared/members/roster'
import { groupKinds } from './kinds'

/** The same letters the phone takes from a pasted list: what it showed back is what is stored. */
const nameShape = z
  .string()
  .regex(nameLetters)
  .refine((name) => [...name].length <= longestName)

const unitName = lineShape(30)
const kindShape = z.enum(groupKinds)
const levelShape = z.enum(orgLevels)

const namedPerson = z.strictObject({ personId: idShape, name: z.string() })

export const organisation = {
  foundBranch: action({
    summary: '县里按名单建一个党支部，并定下第一任书记',
    kind: 'command',
    weighs: 10,
    remember: 'answer',
    allow: { countyAdmin: 'unit' },
    input: z.strictObject({
      committee: z.union([
        z.strictObject({ committeeId: idShape, generalBranchId: idShape.exactOptional() }),
        z.strictObject({ name: unitName, officerName: nameShape.exactOptional() }),
      ]),
      name: unitName,
      phone: z
        .string()
        .regex(/^[0-9-]{7,20}$/)
        .exactOptional(),
      members: z
        .array(
          z.strictObject({
            name: nameShape,
            group: lineShape(12).exactOptional(),
            post: z.enum(['secretary', 'groupLeader']).exactOptional(),
          }),
        )
        .min(1)
        .max(300),
    }),
    output: z.strictObject({
      branchId: idShape,
      committeeId: idShape,
      memberCount: z.int(),
      secretary: namedPerson.extend({ memberId: idShape }),
      townOfficer: namedPerson.exactOptional(),
    }),
    refusals: {
      NO_SECRETARY: '还没标出谁是书记，请在他的名字后面写“书记”',
      TWO_SECRETARIES: '书记只能有一位，请留一位',
      LEADER_WITHOUT_GROUP: '{name}是小组长，请写上是哪个组',
      TWO_LEADERS: '{group}写了两位组长，请留一位',
      BRANCH_EXISTS: '这个乡镇已经有“{name}”了',
      COMMITTEE_EXISTS: '已经有“{name}”了，请直接选它',
    },
  }),
  listCommittees: action({
    summary: '县里看有哪些乡镇',
    kind: 'query',
    allow: { countyAdmin: 'unit' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        committeeId: idShape,
        name: z.string(),
        officer: z.strictObject({ personId: idShape, name: z.string(), hasClaimed: z.boolean() }).exactOptional(),
      }),
    ),
    refusals: {},
  }),
  listBranches: action({
    summary: '县里、镇里看有哪些支部，支书认领了没有',
    kind: 'query',
    allow: { countyAdmin: 'unit', townOfficer: 'unit' },
    input: z.strictObject({ committeeId: idShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        branchId: idShape,
        name: z.string(),
        memberCount: z.int(),
        foundedAt: instantShape,
        secretary: z.strictObject({ personId: idShape, name: z.string(), hasClaimed: z.boolean() }).exactOptional(),
      }),
    ),
    refusals: {},
  }),
  createUnit: action({
    summary: '县里建乡镇党委，县里、镇里建党总支，支书建党小组',
    kind: 'command',
    remember: 'answer',
    allow: { countyAdmin: 'unit', townOfficer: 'unit', secretary: 'unit' },
    input: z.discriminatedUnion('level', [
      z.strictObject({ level: z.literal(['committee', 'generalBranch']), parentId: idShape, name: unitName }),
      z.strictObject({ level: z.literal('group'), parentId: idShape, name: unitName, kind: kindShape }),
    ]),
    output: z.strictObject({ unitId: idShape }),
    refusals: {
      LEVEL_NOT_HERE: '“{parent}”下面不能建{level}，请换个地方建',
      PARENT_CLOSED: '“{name}”已经撤了，请换个地方建',
      NAME_TAKEN: '这里已经有“{name}”了，请换个名字',
    },
  }),
  renameUnit: action({
    summary: '给一个组织改名，党小组也可以改类别',
    kind: 'command',
    remember: 'answer',
    allow: { countyAdmin: 'unit', townOfficer: 'unit', secretary: 'unit' },
    input: z.strictObject({ unitId: idShape, name: unitName, kind: kindShape.exactOptional() }),
    output: z.strictObject({ unitId: idShape }),
    refusals: {
      UNIT_CLOSED: '“{name}”已经撤了，不能再改',
      NAME_TAKEN: '这里已经有“{name}”了，请换个名字',
    },
  }),
  moveUnit: action({
    summary: '把一个党支部搬到另一个党委或党总支下面，党小组跟着走',
    kind: 'command',
    remember: 'answer',
    allow: { countyAdmin: 'unit', townOfficer: 'unit' },
    input: z.strictObject({ unitId: idShape, parentId: idShape }),
    output: z.strictObject({ unitId: idShape }),
    refusals: {
      LEVEL_NOT_HERE: '“{name}”不能搬到“{parent}”下面，请另选一个',
      UNIT_CLOSED: '“{name}”已经撤了，不能再搬',
      PARENT_CLOSED: '“{name}”已经撤了，请另选一个',
      NAME_TAKEN: '那边已经有“{name}”了，请先改名再搬',
      DUES_WAIT: '“{name}”{what}，请等镇里办完再搬',
    },
  }),
  closeUnit: action({
    summary: '撤一个没有党员、下面也没有组织的单位',
    kind: 'command',
    remember: 'answer',
    allow: { countyAdmin: 'unit', townOfficer: 'unit', secretary: 'unit' },
    input: z.strictObject({ unitId: idShape }),
    output: z.strictObject({ closedAt: instantShape }),
    refusals: {
      HAS_MEMBERS: '“{name}”还有 {count} 名党员，请先把他们转走',
      HAS_UNITS: '“{name}”下面还有 {count} 个没撤，请先撤下面的',
      HOLDS_DUES: '“{name}”{what}，请先结清再撤',
    },
  }),
  listUnits: action({
    summary: '一个组织下面有哪些，撤了的也列',
    kind: 'query',
    allow: { countyAdmin: 'unit', townOfficer: 'unit', secretary: 'unit', organisationOfficer: 'unit' },
    input: z.strictObject({
      parentId: idShape,
      /** only these; a town's general branches are few among its branches */
      level: levelShape.exactOptional(),
      ...pageInput,
    }),
    output: pageOf(
      z.strictObject({
        unitId: idShape,
        level: levelShape,
        name: z.string(),
        kind: kindShape.exactOptional(),
        closedAt: instantShape.exactOptional(),
      }),
    ),
    refusals: {},
  }),
  getUnit: action({
    summary: '一个组织叫什么，在哪里',
    kind: 'query',
    allow: { countyAdmin: 'unit', townOfficer: 'unit', secretary: 'unit', organisationOfficer: 'unit' },
    input: z.strictObject({ unitId: idShape }),
    output: z.strictObject({
      unitId: idShape,
      level: levelShape,
      name: z.string(),
      kind: kindShape.exactOptional(),
      closedAt: instantShape.exactOptional(),
      parentId: idShape.exactOptional(),
      committeeId: idShape.exactOptional(),
      branchId: idShape.exactOptional(),
      /** what it lies in, from the county down, without itself */
      path: z.array(z.strictObject({ unitId: idShape, level: levelShape, name: z.string() })),
    }),
    refusals: {},
  }),
}
