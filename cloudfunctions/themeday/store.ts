/** Theme days, what was said about them, and their books, as stored. */
import { type Scope, touches } from '#shared/kernel/organisation'
import { presetWays } from '#shared/themeday/ids'
import { type ThemeDay, themeDayShape } from '#shared/themeday/model'
import { isUntold } from '#shared/themeday/rules'
import type { Collection, Database, ListQuery, Page, Stored, Transaction } from '../runtime/database'
import type { Keys } from '../runtime/keys'
import { openRecent, type Remembering } from '../runtime/recent'
import { bookCollections, bookStore } from './book-store'
import { dayKeysOf } from './day-key'
import { entryCollections, entryStore } from './entry-store'
import { lateCollections, lateStore } from './late-store'

const isOfToday = (stored: Stored): stored is ThemeDay => stored.v === 2

const themeDays: Collection<ThemeDay> = {
  name: 'themeDays',
  indexes: [
    ['branchId', 'month'],
    ['code', '_id'],
  ],
  /** Before there were drafts and parts, what was stored was published. */
  upgrade: (stored) =>
    isOfToday(stored)
      ? stored
      : themeDayShape.parse({ ...stored, v: 2, stage: 'published', version: 1, parts: [], venues: [], materials: [], ways: presetWays }),
}

export const themeDayCollections = [themeDays, ...entryCollections, ...lateCollections, ...bookCollections]

export function themeDayStore(db: Database, keys: Keys, { clock, memoryMs }: Remembering) {
  const remembered = openRecent(db, themeDays, clock, memoryMs)
  return {
    ...entryStore(db, keys),
    ...lateStore(db),
    ...bookStore(db),
    ...dayKeysOf(keys),
    /** A theme day of a branch the scope lies in: what the branch has in common. */
    async find(scope: Scope, id: string): Promise<ThemeDay | undefined> {
      // Shown as it is now; the tap that follows needs not read it again.
      const themeDay = await remembered.fresh(id)
      return themeDay !== undefined && touches(scope, themeDay.branchId) ? themeDay : undefined
    },
    /** When, where and whose: what hangs on the wall for everybody. Remembered for the evening's taps, as long as it `serves`. */
    async findPublished(id: string, serves: (themeDay: ThemeDay) => boolean = () => true): Promise<ThemeDay | undefined> {
      const themeDay = await remembered.get(id, (day) => day.stage === 'published' && serves(day))
      return themeDay === undefined || isUntold(themeDay) ? undefined : themeDay
    },
    /** What hangs on a wall is published, or was. */
    async findByCode(code: string): Promise<ThemeDay | undefined> {
      const themeDay = (await db.list(themeDays, { where: { code }, limit: 1 })).rows[0]
      return themeDay === undefined || isUntold(themeDay) ? undefined : themeDay
    },
    async isCodeTaken(code: string): Promise<boolean> {
      return (await db.list(themeDays, { where: { code }, limit: 1 })).rows.length > 0
    },
    /** Newest month first. */
    async list(scope: Scope, branchId: string, page: Pick<ListQuery<ThemeDay>, 'after' | 'limit'>): Promise<Page<ThemeDay>> {
      if (!touches(scope, branchId)) return { rows: [] }
      return db.list(themeDays, { where: { branchId }, orderBy: 'month', descending: true, ...page })
    },
    /** By id; a hundred at most, those of the scope. */
    async findMany(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, ThemeDay>> {
      const found = await db.getMany(themeDays, ids)
      return new Map([...found].filter(([, { branchId }]) => touches(scope, branchId)))
    },
    getThemeDay: (tx: Transaction, id: string) => tx.get(themeDays, id),
    /** Who decides on it without writing it: a plan that changes meanwhile makes the transaction run again. */
    holdThemeDay: (tx: Transaction, id: string) => tx.hold(themeDays, id),
    async putThemeDay(tx: Transaction, themeDay: ThemeDay): Promise<void> {
      await tx.put(themeDays, themeDay)
      remembered.forget(themeDay._id)
    },
  }
}

export type ThemeDayStore = ReturnType<typeof themeDayStore>
