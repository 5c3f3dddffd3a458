/** One tap written down: what it asks, for whom, and what has become of it. */
import type { Reply } from '#shared/kernel/contract'

/** `queued` 待上传 · `sent` 已上传 · `waiting` 等支书点头 · `refused` 没记上 */
export const outboxStates = ['queued', 'sent', 'waiting', 'refused'] as const
export type OutboxState = (typeof outboxStates)[number]

/** When something was done without a signal, and how far that can be believed. */
export interface Moment {
  /** ms, by the phone's clock as the server last set it right */
  readonly at: number
  /** ms that clock was off; absent while the server has never told this phone the time */
  readonly clockOffMs?: number
}

/** A command that may wait. Its answer says `state: 'waiting'` when somebody has to approve it. */
export interface Draft {
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
  /** who tapped: on a shared phone not always who looks at it later */
  readonly person: { readonly personId: string; readonly name: string }
  /** One person does this once to this thing: a second tap finds the first item. */
  readonly subject: string
  /** what the screens say of it without asking anyone */
  readonly title: string
  /** For another phone to bring it to the server: whose it is, and the code on the wall. Absent: it goes by itself, or not at all. */
  readonly carry?: { readonly memberId: string; readonly wallCode: string }
}

export interface OutboxItem extends Draft {
  readonly requestId: string
  readonly tapped: Moment
  readonly state: OutboxState
  /** The phone had no room for it: it lives only as long as the app stays open. */
  readonly isLoose?: true
  /** why it was refused, in words */
  readonly message?: string
  readonly code?: string
  /** when it was done, as the server says; absent where it had been done before */
  readonly at?: number
}

export type Verdict =
  | { readonly state: 'sent'; readonly at?: number }
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly message: string; readonly code: string }

/** The same person's same deed. */
export const isSame = (one: Draft, other: Draft) =>
  one.action === other.action && one.subject === other.subject && one.person.personId === other.person.personId

export function verdictOf(reply: Reply<unknown, string>): Verdict {
  if (!reply.ok) {
    // Somebody was quicker, an organiser calling the name or an earlier attempt: it is recorded, and that is what was wanted.
    if (reply.code.startsWith('ALREADY_')) return { state: 'sent' }
    return { state: 'refused', message: reply.message, code: reply.code }
  }
  const answer = isRecord(reply.data) ? reply.data : {}
  if (answer.state === 'waiting') return { state: 'waiting' }
  return { state: 'sent', ...(typeof answer.at === 'number' ? { at: answer.at } : {}) }
}

/** What lies in the storage may be of an earlier version. */
export function isOutboxItem(value: unknown): value is OutboxItem {
  if (!isRecord(value) || !isRecord(value.person) || !isRecord(value.tapped) || !isRecord(value.input)) return false
  const texts = [value.requestId, value.action, value.subject, value.title, value.person.personId, value.person.name]
  const isState = outboxStates.some((state) => state === value.state)
  const isCarried = value.carry === undefined || isCarry(value.carry)
  return isState && isCarried && typeof value.tapped.at === 'number' && texts.every((text) => typeof text === 'string')
}

function isCarry(value: unknown): boolean {
  return isRecord(value) && typeof value.memberId === 'string' && typeof value.wallCode === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
