/** The branch's members by who has claimed a phone and by group, as codes are given out. */
import { type Answer, api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'

export type MemberRow = Answer<'members', 'list'>['rows'][number]

export interface Group {
  readonly groupId: string
  readonly name: string
  readonly unclaimed: number
}

export function readRoster() {
  return readAll<MemberRow, never>((page) => api.members.list(page))
}

/** Groups in roster order, with how many slips each still needs. */
export function groupsOf(rows: readonly MemberRow[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { groupId, groupName, hasClaimed } of rows) {
    if (groupId === undefined) continue
    const known = groups.get(groupId) ?? { groupId, name: groupName ?? '', unclaimed: 0 }
    groups.set(groupId, { ...known, unclaimed: known.unclaimed + (hasClaimed ? 0 : 1) })
  }
  return [...groups.values()]
}
