/**
 * One question of a page: what is known is shown at once and asked again behind it. Asked anew whenever the page is shown,
 * and every so often while it stays visible when the caller wants that.
 */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Reply } from '#shared/kernel/contract'
import { type Kept, keep, recall } from './answers'
import type { Refusal } from './api'
import { now } from './clock'
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
  /** Asks again; what is shown stays until the new answer comes. */
  readonly refresh: () => void
  /** More than four seconds without an answer: say so in words. */
  readonly isSlow: boolean
}

/** What a page draws. `from` is set when the answer could not be renewed: the ms at which it was true. */
export type Query<Data, Code extends string> = Asked &
  (
    | { readonly state: 'loading'; readonly data?: undefined; readonly refusal?: undefined; readonly from?: undefined }
    | { readonly state: 'ready'; readonly data: Data; readonly refusal?: undefined; readonly from?: number }
    | { readonly state: 'refused'; readonly data?: undefined; readonly refusal: Refusal<Code>; readonly from?: undefined }
    | { readonly state: 'unreachable'; readonly data?: undefined; readonly refusal?: undefined; readonly from?: undefined }
  )

interface Held<Data, Code extends string> {
  readonly key: string | undefined
  readonly answer?: { readonly data: Data; readonly at: number }
  readonly refusal?: Refusal<Code>
  readonly isUnreachable: boolean
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
  const held = useRef<Held<Data, Code>>({ key: undefined, isUnreachable: false, isSlow: false })
  const latest = useRef(send)
  latest.current = send
  const turn = useRef(0)

  if (held.current.key !== key) {
    const known = key === undefined ? undefined : (recall<Data>(key, isKept) ?? options.known?.())
    held.current = { key, isUnreachable: false, isSlow: false, ...(known === undefined ? {} : { answer: known }) }
  }

  const show = useCallback((change: Partial<Held<Data, Code>>) => {
    held.current = { ...held.current, ...change }
    redraw()
  }, [])

  const refresh = useCallback(async () => {
    if (key === undefined) return
    turn.current += 1
    const mine = turn.current
    const isLatest = () => turn.current === mine && held.current.key === key
    const slow = setTimeout(() => isLatest() && show({ isSlow: true }), slowMs)
    try {
      const reply = await latest.current()
      if (!isLatest()) return
      if (reply.ok) {
        const answer = { data: reply.data, at: now() }
        keep(key, answer, isKept)
        held.current = { key, answer, isUnreachable: false, isSlow: false }
      } else held.current = { key, refusal: { code: reply.code, message: reply.message }, isUnreachable: false, isSlow: false }
      redraw()
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure
      if (isLatest()) show({ isUnreachable: true, isSlow: false })
    } finally {
      clearTimeout(slow)
    }
  }, [key, isKept, show])

  useEffect(() => {
    void refresh()
    return () => {
      turn.current += 1
    }
  }, [refresh])

  useRenewal(refresh, everyMs)

  return viewOf(held.current, () => void refresh())
}

function viewOf<Data, Code extends string>(held: Held<Data, Code>, refresh: () => void): Query<Data, Code> {
  const asked = { refresh, isSlow: held.isSlow }
  if (held.refusal !== undefined) return { ...asked, state: 'refused', refusal: held.refusal }
  if (held.answer !== undefined) {
    return { ...asked, state: 'ready', data: held.answer.data, ...(held.isUnreachable ? { from: held.answer.at } : {}) }
  }
  return { ...asked, state: held.isUnreachable ? 'unreachable' : 'loading' }
}
