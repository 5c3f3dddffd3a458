import { api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'

/** Days on which dues came in, newest first: the last hundred, which is more than a year of any branch. */
export function useDays() {
  return useQuery('dues.listDays 100', () => api.dues.listDays({ limit: 100 }))
}
