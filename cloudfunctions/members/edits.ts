/** A member with what an officer changed: what was left out stays, what was emptied goes. */
import type { ParsedInputOf } from '#shared/kernel/contract'
import type { members } from '#shared/members/contract'
import type { Member, Person } from '#shared/members/model'
import { registerOf } from './register'
import { type MemberStore, namedMember } from './store'

export type Changes = Omit<ParsedInputOf<typeof members.update>, 'memberId' | 'version'>

/** `null` takes a value away, `undefined` leaves what was there. */
function pick<Value>(changed: Value | null | undefined, there: Value | undefined): Value | undefined {
  return changed === undefined ? there : (changed ?? undefined)
}

export function editedMember(store: MemberStore, member: Member, changes: Changes, initials: string): Member {
  const { groupId, joinedOn, confirmedOn, phone, phoneKey, birthMonth, sex, education, ...rest } = member
  const group = pick(changes.groupId, groupId)
  const joined = pick(changes.joinedOn, joinedOn)
  const confirmed = pick(changes.confirmedOn, confirmedOn)
  const kept = { ...(phone === undefined ? {} : { phone }), ...(phoneKey === undefined ? {} : { phoneKey }) }
  const sealed = changes.phone === undefined ? kept : changes.phone === null ? {} : store.sealedPhone(member._id, changes.phone)
  const register = {
    birthMonth: pick(changes.birthMonth, birthMonth),
    sex: pick(changes.sex, sex),
    education: pick(changes.education, education),
  }
  return {
    ...rest,
    ...namedMember(member._id, changes.name ?? member.name, initials),
    version: member.version + 1,
    membership: changes.membership ?? member.membership,
    participation: changes.participation ?? member.participation,
    ...(group === undefined ? {} : { groupId: group }),
    ...(joined === undefined ? {} : { joinedOn: joined }),
    ...(confirmed === undefined ? {} : { confirmedOn: confirmed }),
    ...sealed,
    ...registerOf(register),
  }
}

/** The person as the member's record now has them. */
export function personAfter({ groupId: _, ...person }: Person, { name, groupId }: Member): Person {
  return { ...person, name, ...(groupId === undefined ? {} : { groupId }) }
}

/** A person who is on no roster any more: their name stays beside what was recorded, no phone and no code knows them. */
export function personGone({ memberId: _m, branchId: _b, groupId: _g, sortKey: _s, claim: _c, ...person }: Person): Person {
  return person
}
