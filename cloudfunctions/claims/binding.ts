/** Making a device known as a person's, unknown again on the device that falls off, and right again when the person's rights change. */

import { decideBinding, devicesAfter, type HeldOffice, opensAll, type ToldBy } from '#shared/claims/rules'
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import type { Grant } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Person } from '#shared/members/model'
import type { RoleGrant } from '#shared/organisation/model'
import { isOver } from '#shared/roles/rules'
import type { MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import { grantsIn, putGrant } from '../roles/store'
import type { Transaction } from '../runtime/database'
import { actors, type Bound, type KnownPerson, personsNow, sessionLengthOf } from '../runtime/identity'

export interface Binding {
  readonly made: Made
  readonly device: string
  /** as read in this transaction */
  readonly person: Person
  /** as found before it; those that changed or came since are read again */
  readonly grants: readonly RoleGrant[]
  /** the seats of those by whose code it comes */
  readonly toldBy: ToldBy
}

/** The part of a known person that follows from person and grants. */
type WhoNow = Pick<KnownPerson, 'personId' | 'name' | 'memberId' | 'branchId' | 'groupId' | 'grants'>

/** Writes both ends: the person among the device's, the device among the person's. */
export async function bindDevice(
  tx: Transaction,
  members: MemberStore,
  { made, device, person, grants, toldBy }: Binding,
): Promise<Outcome<true, 'PHONE_FULL'>> {
  const known = await tx.get(actors, device)
  const others = personsNow(known, made.at).filter(({ personId }) => personId !== person._id)
  const decision = decideBinding({ personsOnDevice: others.length })
  if (!decision.ok) return decision
  // A right that was taken back a moment ago must not come to life again on a new device.
  const whoNow = knownPerson(person, await grantsIn(tx, person, grants), made.at)
  const length = sessionLengthOf(whoNow.grants, made.via)
  const session = length === undefined ? {} : { expiresAt: made.at + length }
  await tx.put(actors, { _id: device, v: 1, made, persons: [...others, { ...whoNow, ...session, bound: { ...boundBy(made), toldBy } }] })
  const { kept, dropped } = devicesAfter(person.devices, device)
  for (const gone of dropped) await forget(tx, gone, person._id)
  await members.putPerson(tx, { ...person, devices: kept })
  return accept(true)
}

/**
 * Everybody known on one device is known on another in its place. On a computer that many use, whoever sat there before may have kept the token:
 * with each claim it is left behind.
 */
export async function moveDevice(tx: Transaction, members: MemberStore, from: string, to: string): Promise<Outcome<true, 'INVALID_INPUT'>> {
  const known = from === to ? undefined : await tx.get(actors, from)
  if (known === undefined) return accept(true)
  // Only a token made a moment ago, which knows nobody yet, takes the place of another.
  if ((await tx.get(actors, to)) !== undefined) return refuse('INVALID_INPUT')
  for (const { personId } of known.persons) {
    const person = await members.getPerson(tx, personId)
    if (person === undefined) continue
    const devices = person.devices.map((device) => (device === from ? to : device))
    await members.putPerson(tx, { ...person, devices })
  }
  await tx.put(actors, { ...known, _id: to })
  await tx.remove(actors, from)
  return accept(true)
}

/**
 * Every command that changes a person's rights, name or place calls this in its own transaction, after its own writes: what a
 * device may do is read off the device. `grants`: those found before the transaction and those it made. After the commit the
 * caller forgets the person's devices in this instance's memory; the others' run out within a minute.
 */
export async function rewriteDevices(tx: Transaction, person: Person, grants: readonly RoleGrant[], now: number): Promise<void> {
  await writeRights(tx, person, await grantsIn(tx, person, grants), now)
}

/** `held`: as read in this transaction. */
async function writeRights(tx: Transaction, person: Person, held: readonly RoleGrant[], now: number): Promise<void> {
  const whoNow = knownPerson(person, held, now)
  for (const device of person.devices) {
    const known = await tx.get(actors, device)
    if (known === undefined) continue
    const persons = known.persons.map((one) => (one.personId === person._id ? rewritten(one, whoNow, now) : one))
    await tx.put(actors, { ...known, persons })
  }
}

/**
 * What the device itself knows of the person is kept. A session that ends by itself ends sooner once its person holds an office,
 * and is prolonged by use alone; one without an end was opened in WeChat and has none now either.
 */
function rewritten(before: KnownPerson, whoNow: WhoNow, now: number): KnownPerson {
  const { memberId, branchId, groupId, ...kept } = before
  const length = before.expiresAt === undefined ? undefined : sessionLengthOf(whoNow.grants, 'h5')
  const sooner = before.expiresAt === undefined || length === undefined ? {} : { expiresAt: Math.min(before.expiresAt, now + length) }
  return { ...kept, ...whoNow, ...sooner }
}

/** Closes a code that nobody used yet: whoever holds its paper, or once looked at it, is not let in by it any more. */
export function withoutOpenCode(person: Person, now: number): Person {
  const { claim } = person
  if (claim === undefined || claim.usedAt !== undefined || claim.expiresAt < now) return person
  return { ...person, claim: { ...claim, expiresAt: now - 1 } }
}

const boundBy = ({ at, via }: Made): Bound => ({ at, via, ...(via === 'weapp' ? {} : { seenAt: at }) })

/**
 * The person without the ways in that do not suffice for the offices they now hold: an unused code, and devices that came by the code of
 * somebody who may not open these offices. Whoever let them in would otherwise act in an office that is not theirs to give.
 */
async function withoutLesserWaysIn(tx: Transaction, person: Person, offices: readonly HeldOffice[], now: number): Promise<Person> {
  const lesser = new Set<string>()
  for (const device of offices.length === 0 ? [] : person.devices) {
    const known = (await tx.get(actors, device))?.persons.find(({ personId }) => personId === person._id)
    if (!opensAll(known?.bound?.toldBy, offices)) lesser.add(device)
  }
  const closed = opensAll(person.claim?.toldBy, offices) ? person : withoutOpenCode(person, now)
  return letGoOf(tx, closed, (device) => lesser.has(device))
}

interface GrantTools {
  readonly organisation: Pick<OrganisationStore, 'officesIn'>
  readonly members: Pick<MemberStore, 'putPerson'>
}

interface Granting {
  readonly person: Person
  /** every grant of the person as read in this transaction, by `grantsIn` */
  readonly held: readonly RoleGrant[]
  /** those that are new or become another */
  readonly changed: readonly RoleGrant[]
  readonly now: number
}

/**
 * Writes grants of one person, and everything that follows from them: the person's record names every grant that is not over, ways in that do
 * not suffice for what they hold now are closed, and their devices know their rights. Answers the person as they are then.
 */
export async function writeGrants(
  tx: Transaction,
  { organisation, members }: GrantTools,
  { person, held, changed, now }: Granting,
): Promise<Person> {
  for (const grant of changed) await putGrant(tx, grant)
  const others = held.filter(({ _id }) => changed.every((grant) => grant._id !== _id))
  const standing = [...others, ...changed].filter((grant) => !isOver(grant, now))
  const named = { ...person, grantIds: standing.map(({ _id }) => _id) }
  const after = await withoutLesserWaysIn(tx, named, await organisation.officesIn(tx, standing, now), now)
  await members.putPerson(tx, after)
  await writeRights(tx, after, standing, now)
  return after
}

/** Takes the person off those of their devices; answers the person as they are then, for the caller to write. */
export async function letGoOf(tx: Transaction, person: Person, isGoing: (device: string) => boolean): Promise<Person> {
  for (const device of person.devices.filter(isGoing)) await forget(tx, device, person._id)
  return { ...person, devices: person.devices.filter((device) => !isGoing(device)) }
}

/** Takes the person off one device; a device that knows nobody is gone. */
export async function forget(tx: Transaction, device: string, personId: string): Promise<void> {
  const known = await tx.get(actors, device)
  if (known === undefined) return
  const persons = known.persons.filter((person) => person.personId !== personId)
  if (persons.length === 0) await tx.remove(actors, device)
  else await tx.put(actors, { ...known, persons })
}

/** A person as a device knows them. Membership is a role like the others: it comes with the roster instead of an appointment. */
function knownPerson(person: Person, granted: readonly RoleGrant[], now: number): WhoNow {
  const { memberId, branchId, groupId } = person
  const appointments = granted.filter(({ until }) => until === undefined || until > now).map(appointmentOf)
  const membership: readonly Grant[] =
    memberId === undefined || branchId === undefined
      ? []
      : [{ role: 'member', unitId: groupId ?? branchId, level: groupId === undefined ? 'branch' : 'group', branchId }]
  return {
    personId: person._id,
    name: person.name,
    ...(memberId === undefined ? {} : { memberId }),
    ...(branchId === undefined ? {} : { branchId }),
    ...(groupId === undefined ? {} : { groupId }),
    grants: [...membership, ...appointments],
  }
}

/** The stored grant without its housekeeping; what is absent stays absent. */
function appointmentOf({ _id, v, made, personId, ...grant }: RoleGrant): Grant {
  return grant
}
