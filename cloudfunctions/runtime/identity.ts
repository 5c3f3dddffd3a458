/**
 * Who is asking. A device (a browser's token, or a WeChat openId) is known by a hash and holds up to four persons of a
 * household; one read tells a call all it needs.
 */
import { createHash } from 'node:crypto'
import type { ToldBy } from '#shared/claims/rules'
import { dayMs, hourMs, minuteMs } from '#shared/kernel/day'
import { type Grant, officerRoles, runsNow } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Switch } from '#shared/systems/model'
import { Busy, CannotWrite, type Collection, type Database, type Stored } from './database'
import type { Recent } from './recent'

/** What the door knows of a caller, before anything is looked up. */
export interface Caller {
  /** hash of the session token; absent: no session was shown */
  readonly device?: string
  /** network address, for counting tries only; never stored in clear */
  readonly address: string
  /** through which door: `h5`; `weapp` only where WeChat itself says whose phone it is */
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
  /** ms; slides while the person keeps coming; absent where the session does not end by itself */
  readonly expiresAt?: number
  /** how this device came to know them; kept when their rights are rewritten */
  readonly bound?: Bound
}

export interface Bound {
  /** ms */
  readonly at: number
  readonly via: string
  /** ms, to the day: written only when the session is prolonged, so a phone in WeChat has none */
  readonly seenAt?: number
  /** whose code let it in: what they could not have opened, this device does not open either */
  readonly toldBy?: ToldBy
}

/**
 * What a call must know first, so that one round trip brings all of it: the persons of a device; under `switchesId` the systems
 * the county has turned on and off.
 */
export interface DeviceActors extends Stored {
  readonly made: Made
  readonly persons: readonly KnownPerson[]
  readonly switches?: readonly Switch[]
}

/** No device has this name: those are 43 letters long. */
export const switchesId = 'systems'

export const actors: Collection<DeviceActors> = { name: 'actors', indexes: [] }

/** A person in the act: the session still runs, and of the grants only those valid now are left. */
export interface Actor extends Omit<KnownPerson, 'expiresAt' | 'bound'> {
  readonly device: string
}

const memberSessionMs = 90 * dayMs
const officerSessionMs = 12 * hourMs

/** A session token → the name a device is stored under. 256 random bits need no salt. */
export function deviceOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Undefined: without an end. A phone in WeChat is guarded by WeChat; a browser's token lies about until it runs out. */
export function sessionLengthOf(grants: readonly Grant[], via: string): number | undefined {
  if (via === 'weapp') return undefined
  return grants.some((grant) => officerRoles.includes(grant.role)) ? officerSessionMs : memberSessionMs
}

/** The persons whose sessions on this device still run. */
export function personsNow(known: DeviceActors | undefined, now: number): readonly KnownPerson[] {
  return (known?.persons ?? []).filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now)
}

export interface IdentityTools {
  readonly db: Database
  readonly devices: Recent<DeviceActors>
}

/** Who asks: a caller, and which of the device's persons they say they are. */
export interface Asking {
  readonly caller: Caller
  readonly as: string | undefined
  readonly now: number
}

/**
 * The actor of a call: the person named by `as`, else the first one known on the device. Whom memory does not know, or would
 * not let do what is asked, may have been let in a moment ago elsewhere: the device is read anew before anyone is refused.
 */
export async function findActor(
  { db, devices }: IdentityTools,
  asking: Asking,
  may: (actor: Actor) => boolean,
): Promise<Actor | undefined> {
  const { device } = asking.caller
  if (device === undefined) return undefined
  const serves = (remembered: DeviceActors) => {
    const found = actorOn(remembered, asking)
    return found !== undefined && may(found.actor)
  }
  const found = actorOn(await devices.get(device, serves), asking)
  if (found !== undefined && (await slideIfItCan(db, device, found.person, asking))) devices.forget(device)
  return found?.actor
}

function actorOn(
  known: DeviceActors | undefined,
  { as, now }: Asking,
): { readonly actor: Actor; readonly person: KnownPerson } | undefined {
  const persons = personsNow(known, now)
  const person = as === undefined ? persons[0] : persons.find(({ personId }) => personId === as)
  if (known === undefined || person === undefined) return undefined
  const { expiresAt: _, bound: __, ...rest } = person
  const grants = person.grants.filter((grant) => runsNow(grant, now))
  return { actor: { ...rest, device: known._id, grants }, person }
}

/**
 * Prolonging is beside what is asked: where it cannot be stored, or too much waits to be, the question is answered all the same and
 * the session ends when it would have ended.
 */
async function slideIfItCan(...asked: Parameters<typeof slide>): Promise<boolean> {
  try {
    return await slide(...asked)
  } catch (thrown) {
    if (thrown instanceof CannotWrite || thrown instanceof Busy) return false
    throw thrown
  }
}

/** A session is prolonged by use, but not written at every call: once a day, an officer's every ten minutes. True when it was. */
async function slide(db: Database, device: string, person: KnownPerson, { caller, now }: Asking): Promise<boolean> {
  const length = sessionLengthOf(person.grants, caller.via)
  if (length === undefined || person.expiresAt === undefined) return false
  const idle = length - (person.expiresAt - now)
  if (idle < (length === officerSessionMs ? 10 * minuteMs : dayMs)) return false
  await db.transact(async (tx) => {
    const latest = await tx.get(actors, device)
    if (latest === undefined) return
    // By the offices of this moment: what was read before may be older than an appointment.
    const prolonged = (one: KnownPerson) => ({
      ...one,
      expiresAt: now + (sessionLengthOf(one.grants, caller.via) ?? length),
      ...(one.bound === undefined ? {} : { bound: { ...one.bound, seenAt: now } }),
    })
    const persons = latest.persons.map((one) => (one.personId === person.personId ? prolonged(one) : one))
    await tx.put(actors, { ...latest, persons })
  })
  return true
}
