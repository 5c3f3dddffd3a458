import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape } from '#shared/kernel/shapes'
import { sentKinds } from './ids'

export const files = {
  begin: action({
    summary: '支书要传一段录音或一个附件，先取一个地址，十分钟内传一次',
    kind: 'command',
    // The address lets its holder write: it is not kept, and a repeat is given a new one for the same file.
    remember: 'state',
    allow: { secretary: 'branch' },
    input: z.strictObject({ kind: z.enum(sentKinds), bytes: z.int().min(1) }),
    output: z.strictObject({
      fileId: idShape,
      /** where a PUT of the bare bytes goes: complete in the cloud, a path of our own door on one machine */
      address: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresAt: instantShape,
    }),
    refusals: {
      TOO_BIG: '太大了，最多 {most} 兆，请换一个小的',
      ENOUGH_TODAY: '今天传的录音和附件已经很多了，请明天再传',
      NO_ROOM: '存录音和附件的地方快满了，先不能传。请告诉管电脑的人',
    },
  }),
}
