/**
 * The one rule by which a day is counted, for screens, paper, table and town alike (Regulation of 2019, article 16 and 23; seed 001,
 * A102; product decision 10).
 *
 * - **应到** are those who have to come, and everybody else who took part. Whoever is taught at home or by telephone does not
 *   have to come, so their absence lowers nothing, and their taking part counts in full.
 * - **实到** are those whose last entry says that they were there, whichever way.
 * - **请假** are those who have to come, were not there, and had asked leave beforehand.
 * - **缺席** are the rest of those who have to come. 应到 = 实到 + 请假 + 缺席.
 * - A vote needs more than half of the full members who are expected to be there in person.
 */
import type { Member } from '#shared/members/model'
import type { AttendanceSource } from './ids'
import { isInPerson } from './standing'

export interface CountedMember extends Pick<Member, 'membership' | 'participation'> {
  readonly memberId: string
}

export interface CountedAttendance {
  readonly source: AttendanceSource
  readonly isProxy: boolean
}

export interface TallyFacts {
  readonly roster: readonly CountedMember[]
  /** standing attendances by member; of people who have left the roster as well */
  readonly present: ReadonlyMap<string, CountedAttendance>
  /** members with a leave that was not withdrawn */
  readonly onLeave: ReadonlySet<string>
  readonly guests: number
}

export type Standing = 'present' | 'leave' | 'absent' | 'excused'

/** Of whom something was said: a set of members, or a map by member. */
type Named = Pick<ReadonlySet<string>, 'has'>

export function standingOf(member: CountedMember, { present, onLeave }: { readonly present: Named; readonly onLeave: Named }): Standing {
  if (present.has(member.memberId)) return 'present'
  if (member.participation !== 'inPerson') return 'excused'
  return onLeave.has(member.memberId) ? 'leave' : 'absent'
}

export interface Tally {
  readonly expected: number
  readonly present: number
  readonly leave: number
  readonly absent: number
  readonly excused: number
  readonly guests: number
  readonly proxies: number
  readonly voters: number
  readonly votersPresent: number
}

export function tallyOf(facts: TallyFacts): Tally {
  const { roster, present, guests } = facts
  const standings = roster.map((member) => ({ ...member, standing: standingOf(member, facts) }))
  const count = (standing: Standing) => standings.filter((one) => one.standing === standing).length
  // Who came and has left the roster since was there all the same.
  const left = [...present.keys()].filter((memberId) => roster.every((member) => member.memberId !== memberId)).length
  const here = count('present') + left
  const inPerson = ({ memberId }: CountedMember) => {
    const attendance = present.get(memberId)
    return attendance !== undefined && isInPerson(attendance.source)
  }
  // Who is taught at home is expected in person by nobody; who comes all the same has a vote like everybody.
  const voters = standings.filter((one) => one.membership === 'full' && (one.participation === 'inPerson' || inPerson(one)))
  return {
    expected: here + count('leave') + count('absent'),
    present: here,
    leave: count('leave'),
    absent: count('absent'),
    excused: count('excused'),
    guests,
    proxies: [...present.values()].filter(({ isProxy }) => isProxy).length,
    voters: voters.length,
    votersPresent: voters.filter(inPerson).length,
  }
}

/** More than half (seed 003, A303; Party constitution: a vote needs more than half of those with the right to one). */
export function hasQuorum({ voters, votersPresent }: Pick<Tally, 'voters' | 'votersPresent'>): boolean {
  return votersPresent * 2 > voters
}

/** How many more would make it one. */
export function missingForQuorum({ voters, votersPresent }: Pick<Tally, 'voters' | 'votersPresent'>): number {
  return Math.max(0, Math.floor(voters / 2) + 1 - votersPresent)
}

/** Whole per cent, half up; 0 where nobody was expected. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 200 + whole) / (whole * 2))
}

/** Above this the town looks at it (ux.md T5): a share of proxies in per cent of those present. */
export const muchByProxyPercent = 30
