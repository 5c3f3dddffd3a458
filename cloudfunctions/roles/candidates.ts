/** Whom to choose from when an office is given: names alone, as they stand on the roster. */
import type { Scope } from '#shared/kernel/organisation'
import type { Unit } from '#shared/organisation/model'
import type { ListQuery } from '../runtime/database'
import { answerPage } from '../runtime/page'
import type { RoleTools } from './rights'

type Paging = Pick<ListQuery<Unit>, 'after' | 'limit'>

interface Candidate {
  readonly personId: string
  readonly name: string
  readonly groupName?: string
}

/** A branch's or a group's members; of what stands above, the secretaries below it: one of them is chosen, or a name is written. */
export async function candidatesOf(
  tools: RoleTools,
  scope: Scope,
  unit: Unit,
  paging: Paging,
  now: number,
): Promise<{ rows: Candidate[]; next?: string }> {
  const { branchId } = unit
  return branchId === undefined
    ? { rows: await secretariesBelow(tools, scope, unit, now) }
    : ofRoster(tools, scope, { ...unit, branchId }, paging)
}

async function ofRoster({ members, organisation }: RoleTools, scope: Scope, unit: Unit & { branchId: string }, paging: Paging) {
  const [page, groups] = await Promise.all([
    members.listRoster(scope, unit.branchId, paging),
    organisation.listGroups(scope, unit.branchId),
  ])
  const wanted = page.rows.filter(({ groupId }) => unit.level === 'branch' || groupId === unit._id)
  const rows = wanted.map(({ personId, name, groupId }) => {
    const group = groups.find(({ _id }) => _id === groupId)
    return { personId, name, ...(group === undefined ? {} : { groupName: group.name }) }
  })
  return answerPage(page, rows)
}

async function secretariesBelow({ organisation, members }: RoleTools, scope: Scope, unit: Unit, now: number): Promise<Candidate[]> {
  if (unit.level !== 'generalBranch') return []
  const [holders, branchIds] = await Promise.all([organisation.holdersOf(scope, 'secretary', now), organisation.branchesBelow(unit._id)])
  const personIds = branchIds.flatMap((branchId) => holders.get(branchId) ?? []).slice(0, 100)
  return [...(await members.namesOf(personIds))].map(([personId, name]) => ({ personId, name }))
}
