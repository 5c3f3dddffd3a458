/** What the page needs to know, from a scanned code or from the home card, as one question. */
import type { CommonCode, Reply } from '#shared/kernel/contract'
import type { Kept } from '../../kernel/answers'
import { type Answer, api } from '../../kernel/api'
import { knownThemeDay } from '../parts/known-theme-days'

export type ThemeDay = Answer<'themeday', 'get'>

export type Event =
  | { readonly kind: 'mine'; readonly themeDay: ThemeDay }
  /** a theme day of a branch that is not mine: only what the code tells anyone */
  | { readonly kind: 'others'; readonly branchName: string }

type EventReply = Reply<Event, CommonCode | 'CODE_UNKNOWN' | 'TOO_MANY_TRIES' | 'CODES_PAUSED'>

const otherCodes = { claim: '这是认领码，不是签到的码', card: '这是党员卡，请给支书扫' } as const

interface From {
  readonly code: string
  readonly themeDayId: string
}

/** What home has shown of it, before or without asking. */
export function knownEvent(from: From): Kept<Event> | undefined {
  const known = knownThemeDay(from)
  return known && { data: { kind: 'mine', themeDay: known.data }, at: known.at }
}

/** `held`: what the page shows already. */
export async function readEvent(from: From, held?: Event): Promise<EventReply> {
  // A code that was read before, here or at home, need not be asked about again.
  const shown = held?.kind === 'mine' ? held.themeDay.themeDayId : undefined
  const known = from.code === '' ? from.themeDayId : (shown ?? knownThemeDay(from)?.data.themeDayId)
  const mineAsKnown = known === undefined ? undefined : await readMine(known)
  // What was known may be out of reach by now; the code still tells what it is.
  const isGone = mineAsKnown?.ok === false && mineAsKnown.code === 'NOT_FOUND' && from.code !== ''
  if (mineAsKnown !== undefined && !isGone) return mineAsKnown
  const scanned = await api.codes.resolve({ code: from.code })
  if (!scanned.ok) return scanned
  if (scanned.data.kind !== 'themeDay') return { ok: false, code: 'CODE_UNKNOWN', message: otherCodes[scanned.data.kind] }
  const mine = await readMine(scanned.data.themeDayId)
  // Out of reach looks like not there; the code has told that it is.
  const isOthers = !mine.ok && mine.code === 'NOT_FOUND'
  return isOthers ? { ok: true, data: { kind: 'others', branchName: scanned.data.branchName } } : mine
}

async function readMine(themeDayId: string): Promise<EventReply> {
  const reply = await api.themeday.get({ themeDayId })
  return reply.ok ? { ok: true, data: { kind: 'mine', themeDay: reply.data } } : reply
}
