/** The card a member carries: printed for them, or shown on their own phone. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape } from '#shared/kernel/shapes'

const officers = { secretary: 'branch', organisationOfficer: 'branch' } as const

const coded = z.strictObject({ code: z.string() })

export const cards = {
  printCards: action({
    summary: '印党员卡，最多二十四位；已经有卡的还是原来的码',
    kind: 'command',
    remember: 'state',
    allow: officers,
    input: z.strictObject({ memberIds: z.array(idShape).min(1).max(24) }),
    output: z.strictObject({
      rows: z.array(coded.extend({ memberId: idShape, name: z.string(), groupName: z.string().exactOptional() })),
    }),
    refusals: {},
  }),
  replaceCard: action({
    summary: '党员卡丢了补一张，原来那张作废',
    kind: 'command',
    remember: 'state',
    allow: officers,
    input: z.strictObject({ memberId: idShape }),
    output: coded,
    refusals: {},
  }),
  /** A command, since a member who was never printed one gets theirs by asking. */
  getCard: action({
    summary: '党员看自己的党员卡',
    kind: 'command',
    remember: 'state',
    allow: { member: 'self' },
    input: z.strictObject({}),
    output: coded,
    refusals: {},
  }),
}
