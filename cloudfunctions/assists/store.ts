/** What was done for members, and what they said about it, as stored. */
import { assistId } from '#shared/assists/ids'
import { type Assist, assistShape, type Objection } from '#shared/assists/model'
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { MemberStore } from '../members/store'
import type { Assisting, Help } from '../runtime/assisting'
import { hashOf } from '../runtime/audit'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'

const assists: Collection<Assist> = { name: 'assists', indexes: [] }

const objections: Collection<Objection> = { name: 'objections', indexes: [['deskId', 'state', '_id']] }

export const assistCollections = [assists, objections]

type Paging = Pick<ListQuery<Assist>, 'after' | 'limit'>

export function assistStore(db: Database) {
  return {
    /** What was done for a member, the newest first: an assist's id begins with the member's. */
    async list(scope: Scope, memberId: string, page: Paging): Promise<Page<Assist>> {
      if (!covers(scope, { memberId })) return { rows: [] }
      return db.list(assists, { range: { from: `${memberId}_`, to: `${memberId}_~` }, descending: true, ...page })
    },
    async find(scope: Scope, id: string): Promise<Assist | undefined> {
      const assist = await db.get(assists, id)
      return assist !== undefined && covers(scope, assist) ? assist : undefined
    },
    /** By assist: the right to see the assist is the right to see what was said about it. */
    objectionsTo: (found: readonly Assist[]): Promise<ReadonlyMap<string, Objection>> =>
      db.getMany(
        objections,
        found.map(({ _id }) => _id),
      ),
    /** Those a desk has not answered. A page may come out short: a branch may have been moved away meanwhile. */
    async listWaiting(scope: Scope, deskId: string, page: Paging): Promise<Page<Objection>> {
      const found = await db.list(objections, { where: { deskId, state: 'waiting' }, ...page })
      return { ...found, rows: found.rows.filter((objection) => covers(scope, objection)) }
    },
    async findObjection(scope: Scope, id: string): Promise<Objection | undefined> {
      const objection = await db.get(objections, id)
      return objection !== undefined && covers(scope, objection) ? objection : undefined
    },
    getObjection: (tx: Transaction, id: string) => tx.get(objections, id),
    insertObjection: (tx: Transaction, objection: Objection) => tx.insert(objections, objection),
    putObjection: (tx: Transaction, objection: Objection) => tx.put(objections, objection),
  }
}

export type AssistStore = ReturnType<typeof assistStore>

/** What the dispatcher asks when somebody acts for a member. */
export function assistingOf(members: Pick<MemberStore, 'findMember'>): Assisting {
  return {
    async findHelped(scope, memberId) {
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return undefined
      const { personId, branchId, groupId, name } = member
      return { personId, memberId, branchId, name, ...(groupId === undefined ? {} : { groupId }) }
    },
    record: (tx, made, help) => tx.insert(assists, assistOf(made, help)),
  }
}

/** Parsed like everything that is kept: a deed without a word for it would be told to nobody. */
function assistOf(made: Made, { helped: { memberId, branchId, groupId }, role, reason }: Help): Assist {
  return assistShape.parse({
    _id: assistId(memberId, made.at, hashOf([made.by, made.requestId]).slice(0, 12)),
    v: 1,
    ...{ made, memberId, branchId, role, reason },
    ...(groupId === undefined ? {} : { groupId }),
    deed: made.action,
  })
}
