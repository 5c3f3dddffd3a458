/** What the county and the towns list. */
import { type Answer, api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'

export type Committee = Answer<'organisation', 'listCommittees'>['rows'][number]
export type Branch = Answer<'organisation', 'listBranches'>['rows'][number]
/** Whoever holds an office, and whether a phone knows them. */
export type Officer = NonNullable<Branch['secretary']>

export const committeesKey = 'organisation.listCommittees'

export function readCommittees() {
  return readAll<Committee, never>((page) => api.organisation.listCommittees(page))
}

export function readBranches(committeeId: string) {
  return readAll<Branch, never>((page) => api.organisation.listBranches({ committeeId, ...page }))
}
