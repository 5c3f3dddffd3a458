/** Stored nouns of the organisation tree. */
import * as z from 'zod'
import { orgLevels } from '#shared/kernel/organisation'
import { grantShape, idShape, instantShape, lineShape, madeShape } from '#shared/kernel/shapes'
import { groupKinds } from './kinds'

const stored = { _id: idShape, v: z.literal(1), made: madeShape }

/**
 * One unit of the tree. `countyId`, `committeeId`, `branchId` name the unit above at that level (a branch carries its own
 * id in `branchId`), so that everything below a unit is one indexed list.
 */
export const unitShape = z.strictObject({
  ...stored,
  level: z.enum(orgLevels),
  name: lineShape(30),
  parentId: idShape.exactOptional(),
  countyId: idShape,
  committeeId: idShape.exactOptional(),
  branchId: idShape.exactOptional(),
  /** the branch's own telephone, for posters and refusals; not a person's */
  phone: z.string().exactOptional(),
  /** groups alone; absent: an ordinary one */
  kind: z.enum(groupKinds).exactOptional(),
  /** Closing is soft: what was recorded here still names it. */
  closedAt: instantShape.exactOptional(),
  /** How often a unit or a member was put into it, or something sent up from it: who counted before the last of them counted wrongly. */
  arrivals: z.int().min(1).exactOptional(),
  /** `0001`: the order in which units of one parent were founded */
  sortKey: z.string(),
})
export type Unit = z.output<typeof unitShape>

/** A name in use among the open units of one parent. Its id is made of the name, so that two phones cannot both take it. */
export const unitNameShape = z.strictObject({ ...stored, parentId: idShape, unitId: idShape })
export type UnitName = z.output<typeof unitNameShape>

/** A role held by a person in a unit; the truth from which every device's rights are written. */
export const roleGrantShape = z.strictObject({ ...stored, ...grantShape.shape, personId: idShape })
export type RoleGrant = z.output<typeof roleGrantShape>
