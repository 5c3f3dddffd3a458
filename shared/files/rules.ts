import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs } from '#shared/kernel/day'
import type { SentKind } from './ids'
import type { Begun, FileTicket } from './model'

/** Said before a byte is sent. */
export function decideSize(bytes: number, largestBytes: number): Outcome<true, 'TOO_BIG'> {
  return bytes > largestBytes ? refuse('TOO_BIG', { most: String(largestBytes / 1_000_000) }) : accept(true)
}

/** Whose day it is that is counted. */
export type Counted = 'person' | 'branch' | 'county'

type Amount = Pick<Begun, 'files' | 'bytes'>

/**
 * What may be begun on a day. A theme day's five papers and a voice said over a few times are 30 MB at the most; a county is three
 * hundred branches, of which not all send on one day.
 */
export const mostADay: Readonly<Record<Counted, Amount>> = {
  person: { files: 40, bytes: 60_000_000 },
  branch: { files: 80, bytes: 120_000_000 },
  county: { files: 8_000, bytes: 4_000_000_000 },
}

/** A day's count with one more file in it, or that it was enough. */
export function countBegun(counted: Counted, begun: Amount | undefined, bytes: number): Outcome<Amount, 'ENOUGH_TODAY'> {
  const more = { files: (begun?.files ?? 0) + 1, bytes: (begun?.bytes ?? 0) + bytes }
  const most = mostADay[counted]
  return more.files > most.files || more.bytes > most.bytes ? refuse('ENOUGH_TODAY') : accept(more)
}

interface Use {
  readonly by: string
  readonly as: SentKind
  /** ms */
  readonly now: number
}

/** A file is used by whoever began it, as what it was begun for, once, and within a day (architecture, "Files"). */
export function mayUse({ made, kind, usedAt }: FileTicket, { by, as, now }: Use): boolean {
  return made.by === by && kind === as && usedAt === undefined && now < made.at + dayMs
}
