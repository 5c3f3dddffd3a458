/** Making a device known as a person's, and unknown again on the device that falls off. */

import { decideBinding, devicesAfter } from '#shared/claims/rules'
import { accept, type Outcome } from '#shared/kernel/contract'
import type { Grant } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Person } from '#shared/members/model'
import type { RoleGrant } from '#shared/organisation/model'
import type { MemberStore } from '../members/store'
import type { Transaction } from '../runtime/database'
import { actors, type KnownPerson, personsNow, sessionLengthOf } from '../runtime/identity'

export interface Binding {
  readonly made: Made
  readonly device: string
  /** as read in this transaction */
  readonly person: Person
  readonly grants: readonly RoleGrant[]
}

/** Writes both ends: the person among the device's, the device among the person's. */
export async function bindDevice(
  tx: Transaction,
  members: MemberStore,
  { made, device, person, grants }: Binding,
): Promise<Outcome<true, 'PHONE_FULL'>> {
  const known = await tx.get(actors, device)
  const others = personsNow(known, made.at).filter(({ personId }) => personId !== person._id)
  const decision = decideBinding({ personsOnDevice: others.length })
  if (!decision.ok) return decision
  await tx.put(actors, { _id: device, v: 1, made, persons: [...others, knownPerson(person, grants, made)] })
  const { kept, dropped } = devicesAfter(person.devices, device)
  for (const gone of dropped) await forget(tx, gone, person._id)
  await members.putPerson(tx, { ...person, devices: kept })
  return accept(true)
}

async function forget(tx: Transaction, device: string, personId: string): Promise<void> {
  const known = await tx.get(actors, device)
  if (known === undefined) return
  const persons = known.persons.filter((person) => person.personId !== personId)
  if (persons.length === 0) await tx.remove(actors, device)
  else await tx.put(actors, { ...known, persons })
}

/** Membership is a role like the others: it comes with the roster instead of an appointment. */
function knownPerson(person: Person, granted: readonly RoleGrant[], made: Made): KnownPerson {
  const { memberId, branchId, groupId } = person
  const appointments: readonly Grant[] = granted.map(({ role, unitId, level, branchId: branch, until }) => ({
    role,
    unitId,
    level,
    branchId: branch,
    until,
  }))
  const membership: readonly Grant[] =
    memberId === undefined || branchId === undefined
      ? []
      : [{ role: 'member', unitId: groupId ?? branchId, level: groupId === undefined ? 'branch' : 'group', branchId }]
  const grants = [...membership, ...appointments]
  const length = sessionLengthOf(grants, made.via)
  return {
    personId: person._id,
    name: person.name,
    ...(memberId === undefined ? {} : { memberId }),
    ...(branchId === undefined ? {} : { branchId }),
    ...(groupId === undefined ? {} : { groupId }),
    grants,
    ...(length === undefined ? {} : { expiresAt: made.at + length }),
  }
}
