/** Writing people down: the same few steps whoever does it, by whichever way. */

import type { Attendance } from '#shared/themeday/entry-model'
import { entryId } from '#shared/themeday/ids'
import type { Transaction } from '../runtime/database'
import { isAnothers, surplusOf } from './entry-store'
import type { ThemeDayStore } from './store'

/** An attendance that has not been given its place among the member's entries. */
export type Saying = Omit<Attendance, '_id' | 'kind'>

export type Entered = 'recorded' | 'already'

/**
 * Who is there already stays as they are, and what was said now is kept beside it where somebody else said it. Whose attendance was
 * taken back is written down anew behind it.
 */
export async function enter(
  themeDays: ThemeDayStore,
  tx: Transaction,
  saying: Saying,
): Promise<{ readonly state: Entered; readonly at: number }> {
  const { themeDayId, memberId } = saying
  const { nextSerial, attendance: there } = await themeDays.standingIn(tx, themeDayId, memberId)
  if (there !== undefined) {
    const later = attendanceOf(saying, 1)
    if (isAnothers(there, later)) await themeDays.keepSurplusIn(tx, surplusOf(later))
    return { state: 'already', at: there.at }
  }
  // Five entries say often enough that it has to be settled on paper: the last word stands.
  if (nextSerial !== undefined) await themeDays.insertEntry(tx, attendanceOf(saying, nextSerial))
  return { state: nextSerial === undefined ? 'already' : 'recorded', at: saying.at }
}

function attendanceOf(saying: Saying, serial: number): Attendance {
  return { ...saying, kind: 'attendance', _id: entryId(saying.themeDayId, saying.memberId, serial) }
}
