/** Theme days and attendances, as stored. */
import { covers, type Scope, touches } from '#shared/kernel/organisation'
import { attendanceId } from '#shared/themeday/ids'
import type { Attendance, ThemeDay } from '#shared/themeday/model'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import type { Insertion } from '../runtime/handlers'
import { everyPage } from '../runtime/page'

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

export const themeDayCollections = [themeDays, attendances]

export function themeDayStore(db: Database) {
  return {
    /** A theme day of a branch the scope lies in: what the branch has in common. */
    async find(scope: Scope, id: string): Promise<ThemeDay | undefined> {
      const themeDay = await db.get(themeDays, id)
      return themeDay !== undefined && touches(scope, themeDay.branchId) ? themeDay : undefined
    },
    /** When, where and whose: what hangs on the wall for everybody. */
    findPublished: (id: string): Promise<ThemeDay | undefined> => db.get(themeDays, id),
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
    attendance: (document: Attendance): Insertion<Attendance> => ({ collection: attendances, document }),
    getThemeDay: (tx: Transaction, id: string) => tx.get(themeDays, id),
    insertThemeDay: (tx: Transaction, themeDay: ThemeDay) => tx.insert(themeDays, themeDay),
    putThemeDay: (tx: Transaction, themeDay: ThemeDay) => tx.put(themeDays, themeDay),
    getAttendance: (tx: Transaction, id: string) => tx.get(attendances, id),
    insertAttendance: (tx: Transaction, attendance: Attendance) => tx.insert(attendances, attendance),
  }
}

export type ThemeDayStore = ReturnType<typeof themeDayStore>
