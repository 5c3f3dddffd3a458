/** A member's own dues, a year at a time. */
import { type Answer, api } from '../../../kernel/api'
import { useQuery } from '../../../kernel/use-query'

export type MyDues = Answer<'dues', 'getMine'>

/** Without a year: the one that runs, kept so that it can be looked up without a signal. */
export function useMyDues(isAsked: boolean, year?: string) {
  const key = year === undefined ? 'dues.getMine' : `dues.getMine ${year}`
  const ask = () => api.dues.getMine(year === undefined ? {} : { year })
  return useQuery(isAsked ? key : undefined, ask, { isKept: year === undefined })
}
