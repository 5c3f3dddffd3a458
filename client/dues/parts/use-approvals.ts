import { api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import type { ApprovalRow } from './approval-row'

/** A year's approvals in roster order. */
export function useApprovals(year: string, isAsked = true) {
  return useQuery(isAsked ? `dues.listApprovals ${year}` : undefined, () =>
    readAll<ApprovalRow, 'NOT_STARTED'>((page) => api.dues.listApprovals({ year, ...page })),
  )
}

/** How the branch keeps its dues. */
export function useBook() {
  return useQuery('dues.getBook', () => api.dues.getBook({}))
}
