/** What was done for members, and what they said about it, as stored. */
import * as z from 'zod'
import { assistId } from '#shared/assists/ids'
import { type Assist, assistShape, type Objection } from '#shared/assists/model'
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { MemberStore } from '../members/store'
import type { Assisting, Help } from '../runtime/assisting'
import { hashOf } from '../runtime/audit'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import { getEach } from '../runtime/page'

const assists: Collection<Assist> = { name: 'assists', indexes: [] }

/** What the deeds of the theme day have in common. */
const aboutShape = z.object({ themeDayId: assistShape.shape.themeDayId.unwrap() })

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
    /** What was told to the members about deeds done for them, by member: who may see the deeds may see why they were done. */
    async reasonsOf(deeds: readonly { readonly memberId: string; readonly made: Made }[]): Promise<ReadonlyMap<string, Assist>> {
      const ids = deeds.map(({ memberId, made }) => idOf(memberId, made))
      const found = await getEach(db, assists, ids)
      return new Map([...found.values()].map((assist) => [assist.memberId, assist]))
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
    record: (tx, made, help, input) => tx.insert(assists, assistOf(made, help, input)),
  }
}

const idOf = (memberId: string, made: Made) => assistId(memberId, made.at, hashOf([made.by, made.requestId]).slice(0, 12))

/** Parsed like everything that is kept: a deed without a word for it would be told to nobody. */
function assistOf(made: Made, { helped: { memberId, branchId, groupId }, role, reason }: Help, input: unknown): Assist {
  const about = aboutShape.safeParse(input)
  return assistShape.parse({
    _id: idOf(memberId, made),
    v: 1,
    ...{ made, memberId, branchId, role, reason },
    ...(groupId === undefined ? {} : { groupId }),
    deed: made.action,
    ...(about.success ? about.data : {}),
  })
}
