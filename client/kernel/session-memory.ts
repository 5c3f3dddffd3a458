/** What the phone remembers of who it is: the last answer of `session.who`, and which person and role were chosen. */
import { type Role, roles } from '#shared/kernel/organisation'
import type { System } from '#shared/systems/ids'
import type { Answer } from './api'
import { device } from './device'

export type Who = Answer<'session', 'who'>
export type Person = Who['persons'][number]

export interface Chosen {
  readonly personId?: string
  readonly role?: Role
}

const whoKey = 'lianxin.who'
const chosenKey = 'lianxin.chosen'

export function saveWho(who: Who): void {
  device.save(whoKey, who)
}

export function saveChosen(chosen: Chosen): void {
  device.save(chosenKey, chosen)
}

/** They see what a member sees, and more of it: there is nothing to switch. */
const besideMembership: readonly Role[] = ['groupLeader', 'liaison', 'disciplineOfficer']

/** The roles worth switching between, highest first. */
export function rolesOf(person: Person | undefined): readonly Role[] {
  const held = roles.filter((role) => person?.roles.some((grant) => grant.role === role)).reverse()
  const kept = held.find((role) => besideMembership.includes(role))
  return kept === undefined ? held : held.filter((role) => role === kept || (role !== 'member' && !besideMembership.includes(role)))
}

/** What an earlier version kept names no systems: then everything is there until the server says otherwise. */
export function isSystemOn(who: Partial<Pick<Who, 'systems'>> | undefined, system: System): boolean {
  return who?.systems?.includes(system) ?? true
}

export function readWho(): Who | undefined {
  const stored = device.load(whoKey)
  return isWho(stored) ? stored : undefined
}

/** Kept by an earlier version perhaps: what does not look right is asked anew. */
function isWho(value: unknown): value is Who {
  return typeof value === 'object' && value !== null && 'persons' in value && Array.isArray(value.persons) && 'now' in value
}

export function readChosen(): Chosen {
  const stored = device.load(chosenKey)
  if (typeof stored !== 'object' || stored === null) return {}
  const personId = 'personId' in stored && typeof stored.personId === 'string' ? { personId: stored.personId } : {}
  const kept = 'role' in stored ? roles.find((role) => role === stored.role) : undefined
  return { ...personId, ...(kept === undefined ? {} : { role: kept }) }
}
