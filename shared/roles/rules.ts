/** Who may be given which role, for how long, and how it ends (product: no one grants above their own reach). */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs } from '#shared/kernel/day'
import { type GrantedRole, grantedBy, heldAt, type OrgLevel, type Role, roles, runsNow } from '#shared/kernel/organisation'

/** Five years are one term of a branch committee (Regulation on branches of 2018, article 20); leap days do not shorten it. */
export const longestTermMs = 5 * 366 * dayMs
export const longestActingMs = 366 * dayMs

/** Offices of the branch's own people; the others may be held by somebody who is on no roster. */
export const membersOnly: readonly GrantedRole[] = ['groupLeader', 'liaison', 'organisationOfficer']

export const grantedRoles: readonly GrantedRole[] = roles.filter((role) => role !== 'member')

export interface Term {
  /** ms; absent: at once */
  readonly from?: number | undefined
  /** ms; absent: until revoked */
  readonly until?: number | undefined
  readonly isActing?: boolean | undefined
}

/** Whether one of the offices a person acts in may give and take this role. */
export function mayGrant(offices: readonly Role[], role: GrantedRole): boolean {
  return offices.some((office) => office !== 'member' && grantedBy[role].includes(office))
}

type TermRefusal = 'ENDS_FIRST' | 'TERM_TOO_LONG' | 'ACTING_NEEDS_DATES' | 'ACTING_TOO_LONG'

export function decideTerm(now: number, { from, until, isActing }: Term): Outcome<true, TermRefusal> {
  if (isActing && (from === undefined || until === undefined)) return refuse('ACTING_NEEDS_DATES')
  const start = from ?? now
  if (until !== undefined && until <= Math.max(start, now)) return refuse('ENDS_FIRST')
  if (Math.max(start, until ?? 0) > now + longestTermMs) return refuse('TERM_TOO_LONG')
  if (isActing && until !== undefined && until - start > longestActingMs) return refuse('ACTING_TOO_LONG')
  return accept(true)
}

export interface GrantingFacts {
  readonly now: number
  readonly role: GrantedRole
  /** of the unit */
  readonly level: OrgLevel
  /** the offices through which the actor reaches the unit */
  readonly offices: readonly Role[]
  readonly isSelf: boolean
  /** on the roster of the unit's branch; above the branch: on any */
  readonly isMemberHere: boolean
  readonly term: Term
  /** the same role of the same person there, as it stands */
  readonly held?: Term | undefined
  /** others who hold the office of secretary there and do not merely stand in, now or later */
  readonly otherSecretaries: number
}

export type GrantingRefusal = TermRefusal | 'NOT_HELD_HERE' | 'ABOVE_YOU' | 'YOURSELF' | 'MEMBER_NEEDED' | 'HAS_SECRETARY'

/** `again`: this very term is held already. */
export function decideGrant(facts: GrantingFacts): Outcome<'grant' | 'again', GrantingRefusal> {
  const { now, role, term, held } = facts
  if (!mayGrant(facts.offices, role)) return refuse('ABOVE_YOU')
  if (!heldAt[role].includes(facts.level)) return refuse('NOT_HELD_HERE')
  if (facts.isSelf) return refuse('YOURSELF')
  if (membersOnly.includes(role) && !facts.isMemberHere) return refuse('MEMBER_NEEDED')
  if (held !== undefined && !isOver(held, now) && isSameTerm(held, term)) return accept('again')
  const decision = decideTerm(now, term)
  if (!decision.ok) return decision
  return role === 'secretary' && !term.isActing && facts.otherSecretaries > 0 ? refuse('HAS_SECRETARY') : accept('grant')
}

export interface RevokingFacts {
  readonly now: number
  readonly role: Role
  readonly offices: readonly Role[]
  readonly isSelf: boolean
  readonly term: Term
  /** others who hold the office of secretary there now */
  readonly others: readonly Term[]
}

/** A branch without a secretary would stand still and nobody would notice: the last one is only relieved by a handover. */
export function decideRevoke(facts: RevokingFacts): Outcome<'revoke' | 'again', 'ABOVE_YOU' | 'YOURSELF' | 'LAST_SECRETARY'> {
  const { role, now, term } = facts
  if (role === 'member' || !mayGrant(facts.offices, role)) return refuse('ABOVE_YOU')
  if (facts.isSelf) return refuse('YOURSELF')
  if (isOver(term, now)) return accept('again')
  const isRelieved = facts.others.some((other) => runsNow(other, now) && (term.isActing || !other.isActing))
  return role === 'secretary' && runsNow(term, now) && !isRelieved ? refuse('LAST_SECRETARY') : accept('revoke')
}

export interface HandingOverFacts {
  readonly now: number
  readonly level: OrgLevel
  readonly isSelf: boolean
  readonly name: string
  /** what the successor holds there already */
  readonly held?: Term | undefined
}

export function decideHandOver(facts: HandingOverFacts): Outcome<true, 'NO_SECRETARY_HERE' | 'YOURSELF' | 'ALREADY_SECRETARY'> {
  const { held, now, name } = facts
  if (!heldAt.secretary.includes(facts.level)) return refuse('NO_SECRETARY_HERE')
  if (facts.isSelf) return refuse('YOURSELF')
  const isSecretary = held !== undefined && !held.isActing && runsNow(held, now)
  return isSecretary ? refuse('ALREADY_SECRETARY', { name }) : accept(true)
}

export function isOver({ until }: Term, now: number): boolean {
  return until !== undefined && until <= now
}

function isSameTerm(one: Term, other: Term): boolean {
  return one.from === other.from && one.until === other.until && (one.isActing ?? false) === (other.isActing ?? false)
}
