/** Cards, as stored. What a code says is no secret of the person's: it opens nothing, so it never runs out. */
import * as z from 'zod'
import { idShape, madeShape } from '#shared/kernel/shapes'

/** The card a member has now; its id is the member's. */
export const memberCardShape = z.strictObject({
  _id: idShape,
  v: z.literal(1),
  /** by the request that gave the card: asked again, it hears the same code */
  made: madeShape,
  serial: z.int().min(1),
  /** who had the code shown or printed: they could use it without the card; absent on cards of an earlier program */
  shownTo: z.array(idShape).exactOptional(),
})
export type MemberCard = z.output<typeof memberCardShape>

/** Found by the HMAC of the code. Those of replaced cards stay. */
export const memberCardCodeShape = z.strictObject({
  _id: z.string(),
  v: z.literal(1),
  made: madeShape,
  memberId: idShape,
  serial: z.int().min(1),
})
export type MemberCardCode = z.output<typeof memberCardCodeShape>
