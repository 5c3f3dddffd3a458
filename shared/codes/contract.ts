import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape } from '#shared/kernel/shapes'

export const codes = {
  resolve: action({
    summary: '扫到的码是什么',
    kind: 'query',
    allow: 'anyone',
    input: z.strictObject({ code: z.string().min(1).max(40) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('themeDay'),
        themeDayId: idShape,
        month: z.string(),
        branchId: idShape,
        branchName: z.string(),
        phone: z.string().exactOptional(),
        topic: z.string(),
        place: z.string(),
        startsAt: instantShape,
        endsAt: instantShape,
      }),
      z.strictObject({ kind: z.literal('claim') }),
      /** whose it is, is not told: whoever finds one reads what to do with it */
      z.strictObject({ kind: z.literal('card') }),
    ]),
    refusals: {
      CODE_UNKNOWN: '这个码不认识，可能旧了',
      TOO_MANY_TRIES: '试的次数太多了，过一个钟头再试，或者请支书帮忙',
      CODES_PAUSED: '这会儿乱试码的太多，先停一停，过一个钟头再试，或者请支书帮忙',
    },
  }),
}
