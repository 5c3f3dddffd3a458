/** What the page needs to know, from a scanned code or from the home card, as one question. */
import type { CommonCode, Reply } from '#shared/kernel/contract'
import { type Answer, api } from '../../kernel/api'

export type ThemeDay = Answer<'themeday', 'get'>

export type Event =
  | { readonly kind: 'mine'; readonly themeDay: ThemeDay }
  /** a theme day of a branch that is not mine: only what the code tells anyone */
  | { readonly kind: 'others'; readonly branchName: string }

type EventReply = Reply<Event, CommonCode | 'CODE_UNKNOWN' | 'TOO_MANY_TRIES'>

export async function readEvent(from: { readonly code: string; readonly themeDayId: string }): Promise<EventReply> {
  if (from.code === '') return readMine(from.themeDayId)
  const scanned = await api.codes.resolve({ code: from.code })
  if (!scanned.ok) return scanned
  if (scanned.data.kind === 'claim') return { ok: false, code: 'CODE_UNKNOWN', message: '这是认领码，不是签到的码' }
  const mine = await readMine(scanned.data.themeDayId)
  // Out of reach looks like not there; the code has told that it is.
  const isOthers = !mine.ok && mine.code === 'NOT_FOUND'
  return isOthers ? { ok: true, data: { kind: 'others', branchName: scanned.data.branchName } } : mine
}

async function readMine(themeDayId: string): Promise<EventReply> {
  const reply = await api.themeday.get({ themeDayId })
  return reply.ok ? { ok: true, data: { kind: 'mine', themeDay: reply.data } } : reply
}
