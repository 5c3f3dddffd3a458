/** What else an organiser wants to see of an arrival, on a screen and in the table. */

interface Arrival {
  readonly venueId?: string
  readonly lateMinutes?: number
  readonly isUploadedLate?: true
  readonly proof?: string
}

/** The place, the minutes, a code that came late, who says so. */
export function marksOf(
  { venueId, lateMinutes, isUploadedLate, proof }: Arrival,
  venues: readonly { readonly venueId: string; readonly name: string }[],
): readonly string[] {
  const venue = venues.find((one) => one.venueId === venueId)
  return [
    ...(venue === undefined ? [] : [venue.name]),
    ...(lateMinutes === undefined ? [] : [`迟到 ${lateMinutes} 分钟`]),
    ...(isUploadedLate ? ['晚传'] : []),
    ...(proof === undefined ? [] : [proof]),
  ]
}
