/** The roster as a page shows it: read whole, found in at once, cut into groups. */
import type { Sought } from '#shared/members/search'
import { type Answer, api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'

export type MemberRow = Answer<'members', 'search'>['rows'][number]

export function readRoster() {
  return readAll<Answer<'members', 'list'>['rows'][number], never>((page) => api.members.list(page))
}

/** A whole roster is on the phone already, so that names are found without a signal; a number only the server can compare. */
export function foundIn(rows: readonly MemberRow[], sought: Exclude<Sought, { by: 'phone' }>): readonly MemberRow[] {
  return sought.by === 'initials'
    ? rows.filter(({ initials }) => initials.startsWith(sought.initials))
    : rows.filter(({ name }) => name.startsWith(sought.name))
}

export interface GroupOfRows {
  readonly name: string
  readonly rows: readonly MemberRow[]
}

/** Groups in roster order; who is in none comes last. */
export function groupsOf(rows: readonly MemberRow[]): readonly GroupOfRows[] {
  const groups = new Map<string, { readonly name: string; readonly rows: MemberRow[] }>()
  for (const row of rows) {
    const key = row.groupId ?? ''
    const group = groups.get(key) ?? { name: row.groupName ?? '没编组', rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const none = groups.get('')
  groups.delete('')
  return none === undefined ? [...groups.values()] : [...groups.values(), none]
}
