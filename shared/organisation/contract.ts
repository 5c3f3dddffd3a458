import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, lineShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { longestName, nameLetters } from '#shared/members/roster'

/** The same letters the phone takes from a pasted list: what it showed back is what is stored. */
const nameShape = z
  .string()
  .regex(nameLetters)
  .refine((name) => [...name].length <= longestName)

const namedPerson = z.strictObject({ personId: idShape, name: z.string() })

export const organisation = {
  foundBranch: action({
    summary: '县里按名单建一个党支部，并定下第一任书记',
    kind: 'command',
    remember: 'answer',
    allow: { countyAdmin: 'unit' },
    input: z.strictObject({
      committee: z.union([
        z.strictObject({ committeeId: idShape }),
        z.strictObject({ name: lineShape(30), officerName: nameShape.exactOptional() }),
      ]),
      name: lineShape(30),
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
}
