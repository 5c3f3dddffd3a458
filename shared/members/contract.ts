import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, pageInput, pageOf } from '#shared/kernel/shapes'

export const members = {
  list: action({
    summary: '支书看本支部名单，谁认领了',
    kind: 'query',
    allow: { secretary: 'branch' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        memberId: idShape,
        personId: idShape,
        name: z.string(),
        groupId: idShape.exactOptional(),
        groupName: z.string().exactOptional(),
        hasClaimed: z.boolean(),
      }),
    ),
    refusals: {},
  }),
}
