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
  /** how many were said, and so many may come; absent on what was begun before they were counted */
  bytes: z.int().min(1).exactOptional(),
  usedAt: instantShape.exactOptional(),
})
export type FileTicket = z.output<typeof fileTicketShape>

/** What a person, a branch or the county has begun on one day, used or not. */
export const begunShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  files: z.int().min(0),
  bytes: z.int().min(0),
})
export type Begun = z.output<typeof begunShape>
