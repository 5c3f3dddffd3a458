/** Finding members by what somebody typed, along declared indexes only. */
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Member } from '#shared/members/model'
import type { Sought } from '#shared/members/search'
import type { Collection, Database, ListQuery } from '../runtime/database'
import { everyPage } from '../runtime/page'
import type { Sealer } from '../runtime/sealed'

export const mostFound = 30

/** Keys are ASCII: the letters of a name in hexadecimal UTF-8, where the beginning of a name is the beginning of its key. */
export function nameKeyOf(name: string, memberId: string): string {
  return `${hexOf(name)}_${memberId}`
}

/** As much of a member as rules, and the look that is written for them, need. */
export type Numbered = Pick<Member, '_id' | 'name' | 'branchId' | 'groupId'>

const hexOf = (name: string) => Buffer.from(name).toString('hex')

export function memberFinding(db: Database, members: Collection<Member>, sealer: Sealer) {
  const phoneRange = (phone: string) => ({ from: `${sealer.index(phone)}_`, to: `${sealer.index(phone)}_~` })
  const along = (branchId: string, sought: Sought): ListQuery<Member> => {
    const where = { branchId }
    switch (sought.by) {
      case 'phone':
        return { orderBy: 'phoneKey', range: phoneRange(sought.phone) }
      case 'initials':
        return { where, orderBy: 'initialsKey', range: { from: sought.initials, to: `${sought.initials}~` } }
      case 'name':
        return { where, orderBy: 'nameKey', range: { from: hexOf(sought.name), to: `${hexOf(sought.name)}~` } }
    }
  }
  const every = (query: ListQuery<Member>) => everyPage((after) => db.list(members, { ...query, ...after, limit: 100 }))
  return {
    /** Up to thirty members, and whether there are more. A leader's group is picked out of a branch, which bounds the reading. */
    async search(scope: Scope, branchId: string, sought: Sought): Promise<{ readonly rows: readonly Member[]; readonly hasMore: boolean }> {
      const query = along(branchId, sought)
      const isWhole = sought.by !== 'phone' && covers(scope, { branchId })
      const found = isWhole ? (await db.list(members, { ...query, limit: mostFound + 1 })).rows : await every(query)
      const rows = found.filter((member) => covers(scope, member))
      return { rows: rows.slice(0, mostFound), hasMore: rows.length > mostFound }
    },
    /** Members anywhere with this number, so that nobody stands on two rosters; no more than rules may know of them. */
    async withPhone(phone: string): Promise<readonly Numbered[]> {
      const found = await every({ orderBy: 'phoneKey', range: phoneRange(phone) })
      return found.map(({ _id, name, branchId, groupId }) => ({ _id, name, branchId, ...(groupId === undefined ? {} : { groupId }) }))
    },
    /** Members of the branch with exactly this name. */
    async countNamesakes(scope: Scope, branchId: string, name: string): Promise<number> {
      const range = { from: `${hexOf(name)}_`, to: `${hexOf(name)}_~` }
      const found = await every({ where: { branchId }, orderBy: 'nameKey', range })
      return found.filter((member) => covers(scope, member)).length
    },
  }
}
