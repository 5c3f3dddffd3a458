/** A branch's fixed day of the month (seed 001 leaves the day blank, seed 003 says the first Saturday: each branch sets its own). */
import * as z from 'zod'

export const fixedDayShape = z.discriminatedUnion('kind', [
  /** the 25th; in a shorter month its last day */
  z.strictObject({ kind: z.literal('dayOfMonth'), day: z.int().min(1).max(31) }),
  /** the first Saturday: `nth` 1 to 4, or 5 for the last one; `weekday` 0 is Sunday */
  z.strictObject({ kind: z.literal('weekday'), nth: z.int().min(1).max(5), weekday: z.int().min(0).max(6) }),
])
export type FixedDay = z.output<typeof fixedDayShape>
