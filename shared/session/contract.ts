import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import type { Reach, Role } from '#shared/kernel/organisation'
import { idShape, instantShape, roleShape } from '#shared/kernel/shapes'
import { systems } from '#shared/systems/ids'

/** What concerns oneself alone is open to whoever is known, whatever they do here. */
const everyone = {
  member: 'self',
  groupLeader: 'self',
  liaison: 'self',
  shopkeeper: 'self',
  villageContact: 'self',
  disciplineOfficer: 'self',
  organisationOfficer: 'self',
  secretary: 'self',
  townOfficer: 'self',
  countyAdmin: 'self',
} as const satisfies Readonly<Record<Role, Reach>>

export const session = {
  who: action({
    summary: '这部手机认的是谁，能做什么',
    kind: 'query',
    allow: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      now: instantShape,
      /** true on a demonstration village, where anyone may try on a person */
      isDemonstration: z.boolean(),
      countyName: z.string().exactOptional(),
      /** what the county has turned on; of anything else nothing is shown */
      systems: z.array(z.enum(systems)),
      persons: z.array(
        z.strictObject({
          personId: idShape,
          name: z.string(),
          memberId: idShape.exactOptional(),
          branchName: z.string().exactOptional(),
          groupName: z.string().exactOptional(),
          phone: z.string().exactOptional(),
          roles: z.array(z.strictObject({ role: roleShape, unitId: idShape, unitName: z.string() })),
        }),
      ),
    }),
    refusals: {},
  }),
  devices: action({
    summary: '看自己在哪几部手机、浏览器上认过',
    kind: 'query',
    allow: everyone,
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          /** tells a person's few devices apart; not enough of the stored name to find one by */
          deviceKey: idShape,
          kind: z.enum(['weapp', 'h5']).exactOptional(),
          since: instantShape.exactOptional(),
          /** to the day; absent in WeChat, where nothing is written down at each use */
          lastSeenAt: instantShape.exactOptional(),
          isThis: z.boolean(),
        }),
      ),
    }),
    refusals: {},
  }),
  letGo: action({
    summary: '让自己的一部手机不再认得自己，不写是哪部就是这一部',
    kind: 'command',
    remember: 'answer',
    allow: everyone,
    input: z.strictObject({ deviceKey: idShape.exactOptional() }),
    output: z.strictObject({ left: z.int() }),
    refusals: {},
  }),
}
