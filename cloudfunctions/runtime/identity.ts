/**
 * Who is asking. A device (a browser's token; later a WeChat openId) is known by a hash and holds up to four persons of a
 * household; one read tells a call all it needs.
 */
import { createHash } from 'node:crypto'
import { dayMs, hourMs, minuteMs } from '#shared/kernel/day'
import { type Grant, officerRoles } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Database, Stored } from './database'

/** What the door knows of a caller, before anything is looked up. */
export interface Caller {
  /** hash of the session token; absent: no session was shown */
  readonly device?: string
  /** network address, for counting tries only; never stored in clear */
  readonly address: string
  /** through which door: `h5` */
  readonly via: string
}

/** A person as a device knows them: rewritten by every command that changes their rights. */
export interface KnownPerson {
  readonly personId: string
  readonly name: string
  readonly memberId?: string
  readonly branchId?: string
  readonly groupId?: string
  readonly grants: readonly Grant[]
  /** ms; slides while the person keeps coming */
  readonly expiresAt: number
}

export interface DeviceActors extends Stored {
  readonly made: Made
  readonly persons: readonly KnownPerson[]
}

export const actors: Collection<DeviceActors> = { name: 'actors', indexes: [] }

/** A person in the act: the session still runs, and of the grants only those valid now are left. */
export interface Actor extends Omit<KnownPerson, 'expiresAt'> {
  readonly device: string
}

const memberSessionMs = 90 * dayMs
const officerSessionMs = 12 * hourMs

/** A session token → the name a device is stored under. 256 random bits need no salt. */
export function deviceOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function sessionLengthOf(grants: readonly Grant[]): number {
  return grants.some((grant) => officerRoles.includes(grant.role)) ? officerSessionMs : memberSessionMs
}

/** The persons whose sessions on this device still run. */
export function personsNow(known: DeviceActors | undefined, now: number): readonly KnownPerson[] {
  return (known?.persons ?? []).filter((person) => person.expiresAt > now)
}

/** The actor of a call: the person named by `as`, else the first one known on the device. */
export async function findActor(db: Database, caller: Caller, as: string | undefined, now: number): Promise<Actor | undefined> {
  if (caller.device === undefined) return undefined
  const known = await db.get(actors, caller.device)
  const persons = personsNow(known, now)
  const person = as === undefined ? persons[0] : persons.find(({ personId }) => personId === as)
  if (known === undefined || person === undefined) return undefined
  await slide(db, known, person, now)
  const { expiresAt: _, ...rest } = person
  return { ...rest, device: known._id, grants: person.grants.filter((grant) => grant.until === undefined || grant.until > now) }
}

/** A session is prolonged by use, but not written at every call: once a day, an officer's every ten minutes. */
async function slide(db: Database, known: DeviceActors, person: KnownPerson, now: number): Promise<void> {
  const length = sessionLengthOf(person.grants)
  const idle = length - (person.expiresAt - now)
  if (idle < (length === officerSessionMs ? 10 * minuteMs : dayMs)) return
  await db.transact(async (tx) => {
    const latest = await tx.get(actors, known._id)
    if (latest === undefined) return
    const persons = latest.persons.map((one) => (one.personId === person.personId ? { ...one, expiresAt: now + length } : one))
    await tx.put(actors, { ...latest, persons })
  })
}
