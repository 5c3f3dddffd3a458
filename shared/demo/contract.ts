import * as z from 'zod'
import { action } from '#shared/kernel/contract'

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
    input: z.strictObject({ person: z.string().min(1).max(40) }),
    output: z.strictObject({ token: z.string() }),
    refusals: { NOT_IN_CAST: '示范村里没有这个人' },
  }),
}
