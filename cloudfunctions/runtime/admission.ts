/** Whether somebody may ask at all, and how far they reach: judged before anything they sent is parsed. */
import { type Allow, type Refused, refuse } from '#shared/kernel/contract'
import { grantsFor, nothing, type Scope, scopeOf, unitsToExpand } from '#shared/kernel/organisation'
import type { Actor } from './identity'

/** ids of the branches below a unit that stands above the branch */
export type BranchesBelow = (unitId: string) => Promise<readonly string[]>

export function mayAsk(allow: Allow, actor: Actor): boolean {
  return allow === 'anyone' || grantsFor(allow, actor.grants).length > 0
}

/** What the actor may touch, or why they may not ask at all. */
export async function scopeFor(
  branchesBelow: BranchesBelow,
  allow: Allow,
  actor: Actor | undefined,
): Promise<Scope | Refused<'SIGN_IN_FIRST' | 'NOT_ALLOWED'>> {
  if (allow === 'anyone') return nothing
  if (actor === undefined) return refuse('SIGN_IN_FIRST')
  if (!mayAsk(allow, actor)) return refuse('NOT_ALLOWED')
  const units = unitsToExpand(allow, actor.grants)
  const branches = await Promise.all(units.map(async (unitId) => [unitId, await branchesBelow(unitId)] as const))
  return scopeOf(allow, { ...actor, branchesBelow: Object.fromEntries(branches) })
}

export function isScope(value: Scope | Refused<string>): value is Scope {
  return 'all' in value
}
