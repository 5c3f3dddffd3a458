/** What the county and the towns list; a hundred at once is more than a county has towns or a town has branches. */
import { type Answer, api } from '../../kernel/api'

export type Committee = Answer<'organisation', 'listCommittees'>['rows'][number]
export type Branch = Answer<'organisation', 'listBranches'>['rows'][number]
/** Whoever holds an office, and whether a phone knows them. */
export type Officer = NonNullable<Branch['secretary']>

export const committeesKey = 'organisation.listCommittees'

export function readCommittees() {
  return api.organisation.listCommittees({ limit: 100 })
}
