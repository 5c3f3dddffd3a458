import type { MonthKey } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import type { MonthRow } from './collecting'

/** A month by the roster; kept on the collector's phone, because the hall where dues are paid may have no signal. */
export function useMonth(month: MonthKey) {
  return useQuery(`dues.listMonth ${month}`, () => readAll<MonthRow, 'NOT_STARTED'>((page) => api.dues.listMonth({ month, ...page })), {
    isKept: true,
  })
}
