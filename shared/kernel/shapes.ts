/** zod shapes that every feature's contract shares. Values: never imported by a screen. */
import * as z from 'zod'
import { dayPattern, monthPattern, timePattern } from './day'
import { orgLevels, roles } from './organisation'

/** An id on the wire. The length bound keeps keys small on every side. */
export const longestOnWire = 64
export const idShape = z.string().regex(new RegExp(`^[0-9A-Za-z_-]{1,${longestOnWire}}$`))
/** ms since 1970 */
export const instantShape = z.int().min(0)
export const dayShape = z.string().regex(dayPattern)
export const monthShape = z.string().regex(monthPattern)
export const timeShape = z.string().regex(timePattern)

/** A line a person writes: trimmed, not empty, no control characters. */
export const lineShape = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)

/** How a list is asked for: `after` is the `next` of the page before. */
export const pageInput = { after: z.string().max(200).exactOptional(), limit: z.int().min(1).max(100).exactOptional() }
export const pageOf = <Row extends z.ZodType>(row: Row) => z.strictObject({ rows: z.array(row), next: z.string().exactOptional() })

export const roleShape = z.enum(roles)
export const grantShape = z.strictObject({
  role: roleShape,
  unitId: idShape,
  level: z.enum(orgLevels),
  branchId: idShape.exactOptional(),
  from: instantShape.exactOptional(),
  until: instantShape.exactOptional(),
  isActing: z.boolean().exactOptional(),
})

/** Who made a stored document, by which action and request; the audit entry of a single insert. */
export const madeShape = z.strictObject({
  action: z.string(),
  by: z.string(),
  onBehalfOf: idShape.exactOptional(),
  at: instantShape,
  requestId: z.string(),
  via: z.string(),
  /** keyed hash of the input, base64url: the same request with other input is told apart, and nothing can be guessed from it */
  inputHash: z.string(),
})
export type Made = z.output<typeof madeShape>
