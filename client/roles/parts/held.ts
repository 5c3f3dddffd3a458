/** Who holds what, as read and said on these pages. */
import { sayDate } from '#shared/kernel/day'
import { type Role, roles } from '#shared/kernel/organisation'
import { type Answer, api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'

export type HeldRow = Answer<'roles', 'list'>['rows'][number]
export type Candidate = Answer<'roles', 'listCandidates'>['rows'][number]
export type OpenItems = Answer<'roles', 'lookHandOver'>['openItems']

/** The widest office first, as on the wall of the village hall. */
export async function readHeld(unitId: string) {
  const reply = await readAll<HeldRow, never>((page) => api.roles.list({ unitId, ...page }))
  if (!reply.ok) return reply
  return { ok: true as const, data: [...reply.data].sort((one, other) => rank(other.role) - rank(one.role)) }
}

function rank(role: Role): number {
  return roles.indexOf(role)
}

export function readCandidates(unitId: string) {
  return readAll<Candidate, never>((page) => api.roles.listCandidates({ unitId, ...page }))
}

interface Term {
  readonly from?: number | undefined
  readonly until?: number | undefined
  readonly isActing?: boolean | undefined
}

/** `代理，从 2026年12月1日，到 2027年2月1日`; empty for who holds it until it is taken back. The last moment belongs to the day before. */
export function sayTerm({ from, until, isActing }: Term, now: number): string {
  const parts = [
    isActing ? '代理' : '',
    from === undefined || from <= now ? '' : `从 ${sayDate(from)}`,
    until === undefined ? '' : `到 ${sayDate(until - 1)}`,
  ]
  return parts.filter((part) => part !== '').join('，')
}
