import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs } from '#shared/kernel/day'
import type { SentKind } from './ids'
import type { FileTicket } from './model'

/** Said before a byte is sent; what is sent all the same is cut off by the door and judged by whoever uses it. */
export function decideBegin(bytes: number, largestBytes: number): Outcome<true, 'TOO_BIG'> {
  return bytes > largestBytes ? refuse('TOO_BIG', { most: String(largestBytes / 1_000_000) }) : accept(true)
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
