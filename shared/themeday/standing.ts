/** One member's entries of a day → whether they were there, and who is thanked for it. */
import { type AttendanceSource, attendanceId, awaySources } from './ids'

interface EntryLike {
  readonly kind: 'attendance' | 'reversal'
  readonly _id: string
  readonly themeDayId: string
  readonly memberId: string
}

/** Entries are numbered, and the last one stands: it says that they were there, or takes that back. */
export function standingAttendance<Entry extends EntryLike>(entries: readonly Entry[]): Extract<Entry, { kind: 'attendance' }> | undefined {
  const last = [...entries].sort((one, other) => serialOf(one) - serialOf(other)).at(-1)
  return isAttendance(last) ? last : undefined
}

function isAttendance<Entry extends EntryLike>(entry: Entry | undefined): entry is Extract<Entry, { kind: 'attendance' }> {
  return entry?.kind === 'attendance'
}

/** What was asked and said about a plan that was cancelled says nothing about the one made for the same month after it. */
export function isOfPlan({ at }: { readonly at: number }, plan: { readonly made: { readonly at: number } }): boolean {
  return at >= plan.made.at
}

/** Read off the id (`entryId`): the first one carries no number. */
export function serialOf({ _id, themeDayId, memberId }: Pick<EntryLike, '_id' | 'themeDayId' | 'memberId'>): number {
  const tail = _id.slice(attendanceId(themeDayId, memberId).length)
  return tail === '' ? 1 : Number(tail.slice(1))
}

/** In the room, as a vote asks for it: not by telephone, not at home, and not afterwards. */
export function isInPerson(source: AttendanceSource): boolean {
  const isAway = awaySources.some((away) => away === source)
  return !isAway && source !== 'lateCheckIn'
}

/** Those who checked in by themselves, whose clock says when they came; a called name only says that they did. */
const byTheirOwnClock: readonly AttendanceSource[] = ['code', 'home', 'screen', 'card', 'door', 'carried', 'lateArrival']

/** Whole minutes after the start; 0 for who was in time, and for who was only called. */
export function lateMinutesOf({ source, at }: { readonly source: AttendanceSource; readonly at: number }, startsAt: number): number {
  return byTheirOwnClock.includes(source) ? Math.max(0, Math.floor((at - startsAt) / 60_000)) : 0
}
