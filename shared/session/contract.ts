import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, roleShape } from '#shared/kernel/shapes'

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
}
