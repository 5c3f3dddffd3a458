import type { MonthKey } from '#shared/kernel/day'
import { type Answer, api } from '../../../kernel/api'
import { useSession } from '../../../kernel/session'
import { isSystemOn } from '../../../kernel/session-memory'
import { useQuery } from '../../../kernel/use-query'

export type DuesCount = Answer<'dues', 'countMonth'>

/** How the branch stands with its dues; not asked where the county has none. */
export function useDuesCount(month: MonthKey) {
  const { who } = useSession()
  const isAsked = isSystemOn(who, 'dues')
  return useQuery(isAsked ? `dues.countMonth ${month}` : undefined, () => api.dues.countMonth({ month }), { isKept: true })
}

/** A branch that has not begun keeps its dues on paper: nothing of it is open here. */
export function areDuesDone({ startMonth, paid, expected }: DuesCount): boolean {
  return startMonth === undefined || paid >= expected
}
