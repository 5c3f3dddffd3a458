/** Acting for a member who cannot do it themselves: what the dispatcher needs for it, kept out of every call that does not. */
import { type HelpReason, helpReasons } from '#shared/assists/ids'
import { type Action, type Allow, assistOf, type Refused, refuse } from '#shared/kernel/contract'
import { nothing, type Reach, type Role, roles, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Transaction } from './database'
import type { Actor } from './identity'

/** What a caller asks for in the envelope's `for`. */
export interface Wish {
  readonly memberId: string
  readonly reason: HelpReason
}

/** The member as the helper's reach found them. */
export interface Helped {
  readonly personId: string
  readonly memberId: string
  readonly branchId: string
  readonly groupId?: string
  readonly name: string
}

/** Who acts for whom, in which role and why. */
export interface Help {
  /** the helper's person */
  readonly by: string
  readonly helped: Helped
  readonly role: Role
  readonly reason: HelpReason
}

/** Whoever keeps members and assists answers this. */
export interface Assisting {
  findHelped(scope: Scope, memberId: string): Promise<Helped | undefined>
  /** What is told to the member, written in the transaction of the deed. */
  record(tx: Transaction, made: Made, help: Help, input: unknown): Promise<void>
}

/** A group leader helps the own group, everybody else the own branch: whoever holds an office above branches helps nobody in them. */
const reachOf = (role: Role): Reach => (role === 'groupLeader' ? 'unit' : 'branch')

/** Who may ask for this call; an action that names no helpers is closed to all of them. */
export function allowOf(action: Action, wish: object | undefined): Allow {
  if (wish === undefined) return action.allow
  return Object.fromEntries(assistOf(action).map((role) => [role, reachOf(role)]))
}

export const isReason = (reason: string): reason is HelpReason => helpReasons.some((one) => one === reason)

/** Out of reach looks like not there. */
export async function helpOf(
  assisting: Assisting,
  action: Action,
  { helper, scope, wish }: { readonly helper: Actor; readonly scope: Scope; readonly wish: Wish },
): Promise<Help | Refused<'NOT_FOUND'>> {
  const helped = await assisting.findHelped(scope, wish.memberId)
  // The widest role held: who is the secretary acts as the secretary, in the own group as well.
  const role = roles.filter((one) => assistOf(action).includes(one) && helper.grants.some((grant) => grant.role === one)).at(-1)
  if (helped === undefined || role === undefined) return refuse('NOT_FOUND')
  return { by: helper.personId, helped, role, reason: wish.reason }
}

/** The handler runs as if the member had come, and reaches nothing but the member's own. */
export function standIn({ device }: Actor, { helped }: Help): { readonly actor: Actor; readonly scope: Scope } {
  return { actor: { ...helped, device, grants: [] }, scope: { ...nothing, memberIds: [helped.memberId] } }
}
