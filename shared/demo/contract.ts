import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape } from '#shared/kernel/shapes'

/** Only served where the demonstration village is laid. */
export const demo = {
  listCast: action({
    summary: '示范村里可以试着当谁',
    kind: 'query',
    allow: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(z.strictObject({ person: z.string(), name: z.string(), about: z.string() })) }),
    refusals: {},
  }),
  become: action({
    summary: '在示范村里当一回这个人',
    kind: 'command',
    remember: 'state',
    allow: 'anyone',
    input: z.strictObject({ person: idShape }),
    output: z.strictObject({ token: z.string() }),
    refusals: { NOT_IN_CAST: '示范村里没有这个人' },
  }),
}
