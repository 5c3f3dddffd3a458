/** Writing people down: the same few steps whoever does it, by whichever way. */

import { isOutdated } from '#shared/themeday/counting'
import type { Attendance } from '#shared/themeday/entry-model'
import { entryId } from '#shared/themeday/ids'
import type { Transaction } from '../runtime/database'
import { isAnothers, surplusOf, type TakenBack } from './entry-store'
import type { ThemeDayStore } from './store'

/** An attendance that has not been given its place among the member's entries. */
export type Saying = Omit<Attendance, '_id' | 'kind'>

/** What is said now, or was ticked at `tickedAt` and waited in a phone until now. */
export interface When {
  readonly now: number
  readonly tickedAt?: number
}

export type Entered = 'recorded' | 'already'

/**
 * Who is there already stays as they are, and what was said now is kept beside it where somebody else said it. Whose attendance was
 * taken back is written down anew behind it, but not by what was said before: that is kept beside it as well.
 */
export async function enter(
  themeDays: ThemeDayStore,
  tx: Transaction,
  saying: Saying,
  said: When,
): Promise<{ readonly state: Entered; readonly at: number }> {
  const { themeDayId, memberId } = saying
  const { nextSerial, attendance, takenBack } = await themeDays.standingIn(tx, themeDayId, memberId)
  const there = attendance ?? (takenBack !== undefined && isSettled(saying, said, takenBack) ? takenBack.attendance : undefined)
  if (there !== undefined) {
    const later = attendanceOf(saying, 1)
    if (isAnothers(there, later)) await themeDays.keepSurplusIn(tx, surplusOf(later))
    return { state: 'already', at: there.at }
  }
  // Five entries say often enough that it has to be settled on paper: the last word stands.
  if (nextSerial !== undefined) await themeDays.insertEntry(tx, attendanceOf(saying, nextSerial))
  return { state: nextSerial === undefined ? 'already' : 'recorded', at: saying.at }
}

/** Whoever took it back knew of it: the very tap once more, on another phone, or a tick from before. */
function isSettled({ carried }: Saying, { now, tickedAt = now }: When, { at, attendance }: TakenBack): boolean {
  const isSameTap = carried !== undefined && [attendance.made.requestId, attendance.carried].includes(carried)
  return isSameTap || isOutdated({ saidAt: tickedAt, takenBackAt: at, now })
}

function attendanceOf(saying: Saying, serial: number): Attendance {
  return { ...saying, kind: 'attendance', _id: entryId(saying.themeDayId, saying.memberId, serial) }
}
