/** A branch's habits, a town's suggestions, minutes, and the rosters of closed books, as stored. */
import { covers, type Scope, touches } from '#shared/kernel/organisation'
import { suggestionId } from '#shared/themeday/ids'
import type { ClosedRoster, Habits, Minutes, Suggestion, ThemeDay } from '#shared/themeday/model'
import { isOfPlan } from '#shared/themeday/standing'
import type { Collection, Database, Transaction } from '../runtime/database'

const habits: Collection<Habits> = { name: 'themeDayHabits', indexes: [] }
const suggestions: Collection<Suggestion> = { name: 'themeDaySuggestions', indexes: [] }
const minutes: Collection<Minutes> = { name: 'minutes', indexes: [] }
const closedRosters: Collection<ClosedRoster> = { name: 'closedRosters', indexes: [] }

export const bookCollections = [habits, suggestions, minutes, closedRosters]

export function bookStore(db: Database) {
  return {
    async findHabits(scope: Scope, branchId: string): Promise<Habits | undefined> {
      return touches(scope, branchId) ? db.get(habits, branchId) : undefined
    },
    putHabits: (tx: Transaction, one: Habits) => tx.put(habits, one),
    getHabits: (tx: Transaction, branchId: string) => tx.get(habits, branchId),
    /** Open to every branch below the committee: whoever knows which committee that is has found it in their own unit. */
    findSuggestion: (committeeId: string, month: string): Promise<Suggestion | undefined> =>
      db.get(suggestions, suggestionId(committeeId, month)),
    putSuggestion: (tx: Transaction, one: Suggestion) => tx.put(suggestions, one),
    /** Of this plan: what was written about one that was cancelled says nothing about the next. */
    async findMinutes(scope: Scope, themeDay: ThemeDay): Promise<Minutes | undefined> {
      const found = await db.get(minutes, themeDay._id)
      return found !== undefined && covers(scope, { branchId: found.branchId }) && isOfPlan(found.made, themeDay) ? found : undefined
    },
    getMinutes: (tx: Transaction, themeDayId: string) => tx.get(minutes, themeDayId),
    putMinutes: (tx: Transaction, one: Minutes) => tx.put(minutes, one),
    /** The roster of a closed book, cut down to what the scope covers. */
    async findClosedRoster(scope: Scope, { _id, branchId }: ThemeDay): Promise<ClosedRoster['rows']> {
      const rows = (await db.get(closedRosters, _id))?.rows ?? []
      return rows.filter(({ memberId, groupId }) => covers(scope, { branchId, memberId, groupId }))
    },
    putClosedRoster: (tx: Transaction, one: ClosedRoster) => tx.put(closedRosters, one),
  }
}
