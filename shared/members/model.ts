/** Persons and members: an account belongs to a Person; a Member is a Person on a branch's roster. */
import * as z from 'zod'
import { idShape, instantShape, lineShape, madeShape } from '#shared/kernel/shapes'

const stored = { _id: idShape, v: z.literal(1), made: madeShape }

/** The claim a person can be recognised by; the code itself is never stored, it follows from key, person and serial. */
export const claimStateShape = z.strictObject({
  serial: z.int().min(1),
  expiresAt: instantShape,
  /** the request that gave the code: asked again, it hears the same code */
  requestId: z.string(),
  usedAt: instantShape.exactOptional(),
  /** the device that used it: asking again from there is the same answer */
  usedBy: z.string().exactOptional(),
})

export const personShape = z.strictObject({
  ...stored,
  name: lineShape(40),
  /** the unit the person was named in: a branch, or a committee or county for officers without membership */
  unitId: idShape,
  memberId: idShape.exactOptional(),
  branchId: idShape.exactOptional(),
  groupId: idShape.exactOptional(),
  /** the member's place on the roster, so that persons and members of a branch page alike */
  sortKey: z.string().exactOptional(),
  claim: claimStateShape.exactOptional(),
  /** devices the person is known on, at most five */
  devices: z.array(z.string()).max(5),
})
export type Person = z.output<typeof personShape>

export const memberShape = z.strictObject({
  ...stored,
  personId: idShape,
  name: lineShape(40),
  branchId: idShape,
  groupId: idShape.exactOptional(),
  /** place on the branch's roster, unique within the branch */
  sortKey: z.string(),
})
export type Member = z.output<typeof memberShape>
