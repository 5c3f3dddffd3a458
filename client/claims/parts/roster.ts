/** The branch's members by who has claimed a phone and by group, as codes are given out. */
import { type Answer, api } from '../../kernel/api'

export type MemberRow = Answer<'members', 'list'>['rows'][number]

export interface Group {
  readonly groupId: string
  readonly name: string
  readonly unclaimed: number
}

/** The whole roster in pages of a hundred; most branches are one page. */
export async function readRoster() {
  const rows: MemberRow[] = []
  let after: string | undefined
  do {
    const reply = await api.members.list({ limit: 100, ...(after === undefined ? {} : { after }) })
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    after = reply.data.next
  } while (after !== undefined)
  return { ok: true as const, data: rows }
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
