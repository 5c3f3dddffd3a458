/** Claims: how a device comes to be known as a person's. */
import * as z from 'zod'
import { idShape, madeShape } from '#shared/kernel/shapes'

/** Found by the HMAC of the code, so that a stolen store gives no codes away. */
export const claimShape = z.strictObject({
  _id: z.string(),
  v: z.literal(1),
  made: madeShape,
  personId: idShape,
  serial: z.int().min(1),
})
export type Claim = z.output<typeof claimShape>

/** Somebody said that a phone had been made known as a person it does not belong to; whose phone it was is not kept. */
export const wrongPersonReportShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  made: madeShape,
  personId: idShape,
  branchId: idShape,
  state: z.enum(['open', 'closed']),
})
export type WrongPersonReport = z.output<typeof wrongPersonReportShape>
