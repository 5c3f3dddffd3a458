/** Check-ins that wait for the organiser, as stored. */
import type { Objection } from '#shared/assists/model'
import { covers, type Scope } from '#shared/kernel/organisation'
import type { LateArrival } from '#shared/themeday/entry-model'
import { attendanceId } from '#shared/themeday/ids'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import type { Insertion } from '../runtime/handlers'

const lateArrivals: Collection<LateArrival> = { name: 'lateArrivals', indexes: [['branchId', 'state', '_id']] }

export const lateCollections = [lateArrivals]

type Objected = Pick<Objection, 'themeDayId' | 'memberId' | 'helperId'>

export function lateStore(db: Database) {
  return {
    async findLate(scope: Scope, themeDayId: string, memberId: string): Promise<LateArrival | undefined> {
      const late = await db.get(lateArrivals, attendanceId(themeDayId, memberId))
      return late !== undefined && covers(scope, late) ? late : undefined
    },
    /** Those the organiser has not decided on; oldest theme day first. */
    async listWaiting(scope: Scope, branchId: string, page: Pick<ListQuery<LateArrival>, 'after' | 'limit'>): Promise<Page<LateArrival>> {
      if (!covers(scope, { branchId })) return { rows: [] }
      return db.list(lateArrivals, { where: { branchId, state: 'waiting' }, ...page })
    },
    /** The member is right that it was not so: what was tapped for them does not wait for a nod any more. */
    async sendBackIn(tx: Transaction, { themeDayId, memberId, helperId }: Objected): Promise<void> {
      const late = themeDayId === undefined ? undefined : await tx.get(lateArrivals, attendanceId(themeDayId, memberId))
      if (late?.state !== 'waiting' || late.made.onBehalfOf !== memberId || late.made.by !== helperId) return
      await tx.put(lateArrivals, { ...late, state: 'sentBack', reason: 'notThere' })
    },
    lateArrival: (document: LateArrival): Insertion<LateArrival> => ({ collection: lateArrivals, document }),
    getLate: (tx: Transaction, id: string) => tx.get(lateArrivals, id),
    putLate: (tx: Transaction, late: LateArrival) => tx.put(lateArrivals, late),
  }
}
