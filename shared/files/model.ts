/** Stored nouns of files: the bytes lie elsewhere, under the same id. */
import * as z from 'zod'
import { idShape, instantShape, madeShape } from '#shared/kernel/shapes'
import { sentKinds } from './ids'

/** Who began to send a file, as what, and whether anything uses it yet. */
export const fileTicketShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  kind: z.enum(sentKinds),
  usedAt: instantShape.exactOptional(),
})
export type FileTicket = z.output<typeof fileTicketShape>
