/**
 * One question of a page: what is known is shown at once and asked again behind it. Asked anew whenever the page is shown,
 * and every so often while it stays visible when the caller wants that.
 */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { Reply } from '#shared/kernel/contract'
import { type Kept, keep, recall } from './answers'
import type { Refusal } from './api'
import { now } from './clock'
import { isPassing } from './passing'
import { Unreachable } from './unreachable'
import { useRenewal } from './use-renewal'

export interface QueryOptions {
  /** Kept on the phone, so that the page opens without a signal. Small things only (≤ 50 KB). */
  readonly isKept?: boolean
  /** Asked again every so many ms while the page is visible. */
  readonly everyMs?: number
}

interface Known<Data> {
  /** What another question has told already: the page opens with it when its own answer is not known. */
  readonly known?: () => Kept<Data> | undefined
}

interface Asked {
  /** Asks again; what is shown stays until the new answer comes. The same function for as long as the page is there. */
  readonly refresh: () => void
  /** More than four seconds without an answer: say so in words. */
  readonly isSlow: boolean
}

/** Why an answer is an old one: no signal, or the server had no time for the question and is asked again later. */
type Hindrance = 'noSignal' | 'notNow'

/** What a page draws; it stays the same until something changes. An answer that could not be renewed says since when (ms) and why. */
export type Query<Data, Code extends string> = Asked &
  (
    | { readonly state: 'loading'; readonly data?: undefined; readonly refusal?: undefined }
    | {
        readonly state: 'ready'
        readonly data: Data
        readonly refusal?: undefined
        readonly old?: { readonly from: number; readonly why: Hindrance }
      }
    | { readonly state: 'refused'; readonly data?: undefined; readonly refusal: Refusal<Code> }
    | { readonly state: 'unreachable'; readonly data?: undefined; readonly refusal?: undefined }
  )

interface Held<Data, Code extends string> {
  readonly key: string | undefined
  readonly answer?: { readonly data: Data; readonly at: number }
  readonly refusal?: Refusal<Code>
  readonly hindrance?: Hindrance
  /** How often in a row there was no time for the question. */
  readonly putOff: number
  readonly isSlow: boolean
}

const slowMs = 4_000

/** `key` names the question together with its input; undefined: not to be asked yet. */
export function useQuery<Data, Code extends string>(
  key: string | undefined,
  send: () => Promise<Reply<Data, Code>>,
  options: QueryOptions & Known<Data> = {},
): Query<Data, Code> {
  const { isKept = false, everyMs } = options
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const held = useRef<Held<Data, Code>>({ key: undefined, putOff: 0, isSlow: false })
  const latest = useRef({ key, isKept, send })
  latest.current = { key, isKept, send }
  const turn = useRef(0)

  if (held.current.key !== key) {
    const known = key === undefined ? undefined : (recall<Data>(key, isKept) ?? options.known?.())
    held.current = { key, putOff: 0, isSlow: false, ...(known === undefined ? {} : { answer: known }) }
  }

  const ask = useCallback(async (asked: string | undefined) => {
    if (asked === undefined) return
    turn.current += 1
    const mine = turn.current
    const isLatest = () => turn.current === mine && held.current.key === asked
    const show = (next: Held<Data, Code>) => {
      if (!isLatest()) return
      held.current = next
      redraw()
    }
    const slow = setTimeout(() => show({ ...held.current, isSlow: true }), slowMs)
    try {
      const reply = await latest.current.send()
      if (reply.ok && isLatest()) keep(asked, { data: reply.data, at: now() }, latest.current.isKept)
      show(afterReply(held.current, reply))
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure
      show({ ...held.current, hindrance: 'noSignal', putOff: 0, isSlow: false })
    } finally {
      clearTimeout(slow)
    }
  }, [])
  const renew = useCallback(() => ask(latest.current.key), [ask])
  const refresh = useCallback(() => void renew(), [renew])

  useEffect(() => {
    void ask(key)
    return () => {
      turn.current += 1
    }
  }, [ask, key])

  // Who was told no does not hear anything else by asking every few seconds.
  const isRefused = held.current.refusal !== undefined && held.current.putOff === 0
  useRenewal(renew, { everyMs: isRefused ? undefined : everyMs, putOff: held.current.putOff })

  const { current } = held
  return useMemo(() => viewOf(current, refresh), [current, refresh])
}

/** An answer or a true "no" takes the place of what was known; "not now" takes the place of nothing. */
function afterReply<Data, Code extends string>(before: Held<Data, Code>, reply: Reply<Data, Code>): Held<Data, Code> {
  const { key, answer } = before
  if (reply.ok) return { key, answer: { data: reply.data, at: now() }, putOff: 0, isSlow: false }
  const refusal = { code: reply.code, message: reply.message }
  if (!isPassing(reply.code)) return { key, refusal, putOff: 0, isSlow: false }
  const known = answer === undefined ? { refusal: before.refusal ?? refusal } : { answer }
  return { key, ...known, hindrance: 'notNow', putOff: before.putOff + 1, isSlow: false }
}

function viewOf<Data, Code extends string>(held: Held<Data, Code>, refresh: () => void): Query<Data, Code> {
  const { answer, refusal, hindrance, isSlow } = held
  const asked = { refresh, isSlow }
  if (refusal !== undefined) return { ...asked, state: 'refused', refusal }
  if (answer === undefined) return { ...asked, state: hindrance === undefined ? 'loading' : 'unreachable' }
  return { ...asked, state: 'ready', data: answer.data, ...(hindrance === undefined ? {} : { old: { from: answer.at, why: hindrance } }) }
}
