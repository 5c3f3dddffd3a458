/** When a county turned a system on or off, and by which document; entries are only added. */
import * as z from 'zod'
import { dayShape, instantShape, lineShape } from '#shared/kernel/shapes'
import { systems } from './ids'

export const switchShape = z.strictObject({
  system: z.enum(systems),
  isOn: z.boolean(),
  /** from the beginning of this day */
  since: dayShape,
  /** the paper behind it: 青组发〔2026〕3号 */
  document: lineShape(60),
  at: instantShape,
  by: z.string(),
})
export type Switch = z.output<typeof switchShape>
