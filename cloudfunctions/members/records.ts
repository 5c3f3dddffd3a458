/** What is kept about a member beside the member: decisions on the category, looks at the number, and having left. Only ever added to. */
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { CategoryEntry, FormerMember, Look, Member } from '#shared/members/model'
import type { Collection, Database, Transaction } from '../runtime/database'
import { getEach } from '../runtime/page'

const categoryEntries: Collection<CategoryEntry> = { name: 'categoryEntries', indexes: [['memberId', 'sortKey']] }
const looks: Collection<Look> = { name: 'looks', indexes: [['memberId', 'sortKey']] }
const formerMembers: Collection<FormerMember> = { name: 'formerMembers', indexes: [] }

export const recordCollections = [categoryEntries, looks, formerMembers]

/** A member, or one who was. */
export type Placed = Pick<Member, '_id' | 'branchId'> & { readonly groupId?: string | undefined }

/** One person's one request, so that asking again adds nothing. */
const recordId = (member: Placed, made: Made) => `${member._id}_${made.by}_${made.requestId}`

const recordOf = (member: Placed, made: Made) => ({
  _id: recordId(member, made),
  v: 1 as const,
  made,
  memberId: member._id,
  branchId: member.branchId,
  ...(member.groupId === undefined ? {} : { groupId: member.groupId }),
  sortKey: `${String(made.at).padStart(14, '0')}_${made.requestId}`,
})

const newest = { orderBy: 'sortKey', descending: true, limit: 30 } as const

export function memberRecords(db: Database) {
  return {
    /** The newest thirty decisions on a member's category. */
    async listCategories(scope: Scope, memberId: string): Promise<readonly CategoryEntry[]> {
      const { rows } = await db.list(categoryEntries, { where: { memberId }, ...newest })
      return rows.filter((entry) => covers(scope, entry))
    },
    /** Who looked at the member's number or dues, the newest thirty. */
    async listLooks(scope: Scope, memberId: string): Promise<readonly Look[]> {
      const { rows } = await db.list(looks, { where: { memberId }, ...newest })
      return rows.filter((look) => covers(scope, look))
    },
    /** Those of them who have left the roster: what was recorded of them stays in the registers. */
    async findFormer(scope: Scope, memberIds: readonly string[]): Promise<readonly FormerMember[]> {
      const found = await getEach(db, formerMembers, memberIds)
      return [...found.values()].filter((former) => covers(scope, former))
    },
    async recordLook(tx: Transaction, member: Placed, made: Made, what: Look['what']): Promise<void> {
      const look: Look = { ...recordOf(member, made), what }
      if ((await tx.get(looks, look._id)) === undefined) await tx.insert(looks, look)
    },
    async recordCategory(tx: Transaction, member: Member, made: Made, category: CategoryEntry['category']): Promise<void> {
      await tx.insert(categoryEntries, { ...recordOf(member, made), ...(category === undefined ? {} : { category }) })
    },
    async recordLeaving(tx: Transaction, member: Member, made: Made, reason: FormerMember['reason']): Promise<void> {
      const { _id, personId, name, branchId, groupId } = member
      const group = groupId === undefined ? {} : { groupId }
      const former: FormerMember = { _id, v: 1, made, personId, name, branchId, ...group, reason }
      await tx.insert(formerMembers, former)
    },
  }
}
