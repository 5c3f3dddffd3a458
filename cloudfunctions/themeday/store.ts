/** Theme days and attendances, as stored. */
import { covers, type Scope, touches } from '#shared/kernel/organisation'
import { attendanceId } from '#shared/themeday/ids'
import type { Attendance, LateArrival, ThemeDay } from '#shared/themeday/model'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import type { Insertion } from '../runtime/handlers'
import type { Keys } from '../runtime/keys'
import { everyPage } from '../runtime/page'
import { openRecent, type Remembering } from '../runtime/recent'

const themeDays: Collection<ThemeDay> = {
  name: 'themeDays',
  indexes: [
    ['branchId', 'month'],
    ['code', '_id'],
  ],
}

const attendances: Collection<Attendance> = {
  name: 'attendances',
  indexes: [['themeDayId', 'groupId', '_id']],
}

const lateArrivals: Collection<LateArrival> = { name: 'lateArrivals', indexes: [['branchId', 'state', '_id']] }

export const themeDayCollections = [themeDays, attendances, lateArrivals]

export function themeDayStore(db: Database, keys: Keys, { clock, memoryMs }: Remembering) {
  const remembered = openRecent(db, themeDays, clock, memoryMs)
  return {
    /** A theme day of a branch the scope lies in: what the branch has in common. */
    async find(scope: Scope, id: string): Promise<ThemeDay | undefined> {
      // Shown as it is now; the tap that follows needs not read it again.
      const themeDay = await remembered.fresh(id)
      return themeDay !== undefined && touches(scope, themeDay.branchId) ? themeDay : undefined
    },
    /** When, where and whose: what hangs on the wall for everybody. Remembered for the evening's taps, as long as it `serves`. */
    findPublished: (id: string, serves: (themeDay: ThemeDay) => boolean): Promise<ThemeDay | undefined> => remembered.get(id, serves),
    async findByCode(code: string): Promise<ThemeDay | undefined> {
      return (await db.list(themeDays, { where: { code }, limit: 1 })).rows[0]
    },
    /** Newest month first. */
    async list(scope: Scope, branchId: string, page: Pick<ListQuery<ThemeDay>, 'after' | 'limit'>): Promise<Page<ThemeDay>> {
      if (!touches(scope, branchId)) return { rows: [] }
      return db.list(themeDays, { where: { branchId }, orderBy: 'month', descending: true, ...page })
    },
    async findAttendance(scope: Scope, themeDayId: string, memberId: string): Promise<Attendance | undefined> {
      const attendance = await db.get(attendances, attendanceId(themeDayId, memberId))
      return attendance !== undefined && covers(scope, attendance) ? attendance : undefined
    },
    /** A member's attendances on these theme days, by theme day. Who is no member has none. */
    async attendancesOf(
      scope: Scope,
      memberId: string | undefined,
      days: readonly Pick<ThemeDay, '_id'>[],
    ): Promise<ReadonlyMap<string, Attendance>> {
      const ids = memberId === undefined ? [] : days.map(({ _id }) => attendanceId(_id, memberId))
      const found = await db.getMany(attendances, ids)
      return new Map([...found.values()].filter((one) => covers(scope, one)).map((one) => [one.themeDayId, one]))
    },
    async findLate(scope: Scope, themeDayId: string, memberId: string): Promise<LateArrival | undefined> {
      const late = await db.get(lateArrivals, attendanceId(themeDayId, memberId))
      return late !== undefined && covers(scope, late) ? late : undefined
    },
    /** Those the organiser has not decided on; oldest theme day first. */
    async listWaiting(scope: Scope, branchId: string, page: Pick<ListQuery<LateArrival>, 'after' | 'limit'>): Promise<Page<LateArrival>> {
      if (!covers(scope, { branchId })) return { rows: [] }
      return db.list(lateArrivals, { where: { branchId, state: 'waiting' }, ...page })
    },
    /** Everyone recorded on the day, in the scope; a branch's roster bounds it. */
    async listAttendances(scope: Scope, themeDayId: string): Promise<readonly Attendance[]> {
      // An attendance's id begins with its theme day's: a range of ids needs no index of its own, and a check-in writes one less.
      const range = { from: `${themeDayId}_`, to: `${themeDayId}_~` }
      const rows = await everyPage((after) => db.list(attendances, { range, limit: 100, ...after }))
      return rows.filter((attendance) => covers(scope, attendance))
    },
    async countAttendances(scope: Scope, themeDay: ThemeDay): Promise<number> {
      const themeDayId = themeDay._id
      if (covers(scope, themeDay)) return db.count(attendances, { where: { themeDayId } })
      const groups = scope.groups.filter((group) => group.branchId === themeDay.branchId)
      const counts = await Promise.all(groups.map(({ groupId }) => db.count(attendances, { where: { themeDayId, groupId } })))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    /** Two check-ins of one theme day from one phone carry the same mark; those of two theme days never do, so that no phone can be followed. */
    phoneMark: (themeDayId: string, device: string): string =>
      keys.hmac('device', `check-in:${themeDayId}:${device}`).toString('base64url').slice(0, 12),
    attendance: (document: Attendance): Insertion<Attendance> => ({ collection: attendances, document }),
    lateArrival: (document: LateArrival): Insertion<LateArrival> => ({ collection: lateArrivals, document }),
    getLate: (tx: Transaction, id: string) => tx.get(lateArrivals, id),
    putLate: (tx: Transaction, late: LateArrival) => tx.put(lateArrivals, late),
    getThemeDay: (tx: Transaction, id: string) => tx.get(themeDays, id),
    insertThemeDay: (tx: Transaction, themeDay: ThemeDay) => tx.insert(themeDays, themeDay),
    putThemeDay: (tx: Transaction, themeDay: ThemeDay) => tx.put(themeDays, themeDay),
    getAttendance: (tx: Transaction, id: string) => tx.get(attendances, id),
    insertAttendance: (tx: Transaction, attendance: Attendance) => tx.insert(attendances, attendance),
  }
}

export type ThemeDayStore = ReturnType<typeof themeDayStore>
