/** Roles as they are held, in units and by persons. The collection is the organisation's: founding writes the first ones. */
import type { Person } from '#shared/members/model'
import type { RoleGrant, Unit } from '#shared/organisation/model'
import { grants } from '../organisation/store'
import type { Database, ListQuery, Page, Transaction } from '../runtime/database'

export function roleStore(db: Database) {
  return {
    /** Says nothing by itself: it may be used once its unit was found in reach. */
    findUnchecked: (grantId: string): Promise<RoleGrant | undefined> => db.get(grants, grantId),
    /** Held in a unit that was found in reach; of a branch, those of its groups as well. Those that have ended are among them. */
    listIn({ _id: unitId, level }: Unit, page: Pick<ListQuery<RoleGrant>, 'after' | 'limit'>): Promise<Page<RoleGrant>> {
      return db.list(grants, { where: level === 'branch' ? { branchId: unitId } : { unitId }, ...page })
    },
    /** Secretaries of a unit that was found in reach: those of a century fit on one page. */
    async secretariesOf({ _id: unitId }: Unit): Promise<readonly RoleGrant[]> {
      return (await db.list(grants, { where: { unitId, role: 'secretary' }, limit: 100 })).rows
    },
    get: (tx: Transaction, grantId: string) => tx.get(grants, grantId),
  }
}

export type RoleStore = ReturnType<typeof roleStore>

export const putGrant = (tx: Transaction, grant: RoleGrant): Promise<void> => tx.put(grants, grant)

/**
 * The person's grants as they stand inside the transaction. Whoever grants something writes the person as well, so two who grant at once meet
 * there, and the second reads what the first wrote. `found`: those found by the index before, which a person of an earlier program needs.
 */
export async function grantsIn(
  tx: Transaction,
  { grantIds = [] }: Pick<Person, 'grantIds'>,
  found: readonly Pick<RoleGrant, '_id'>[],
): Promise<readonly RoleGrant[]> {
  const latest: RoleGrant[] = []
  for (const id of new Set([...found.map(({ _id }) => _id), ...grantIds])) {
    const grant = await tx.get(grants, id)
    if (grant !== undefined) latest.push(grant)
  }
  return latest
}
