import { useEffect, useReducer, useRef } from 'react'
import { outbox } from '../../../kernel/use-outbox'
import type { MonthRow } from '../../parts/collecting'
import type { Tick } from '../../parts/ticks'

/** Between one reading of the list and the next, however fast taps arrive: 26 in a row are few readings, not 26. */
const pauseMs = 2_000

interface Arrivals {
  readonly ticks: readonly Tick[]
  /** as the server listed them last */
  readonly rows: readonly MonthRow[]
  /** Members whose money is in the book now: the list has to be read again. */
  readonly onArrived: (memberIds: readonly string[]) => void
}

/** What has arrived stays on the phone until the list has been read again: in between its row must not offer 收到 once more. */
export function useArrivals({ ticks, rows, onArrived }: Arrivals): void {
  /** by request, the list in which it could not be yet */
  const listedBefore = useRef(new Map<string, readonly MonthRow[]>())
  const pause = useRef<ReturnType<typeof setTimeout>>()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => () => clearTimeout(pause.current), [])
  useEffect(() => {
    const arrived = ticks.filter(({ item }) => item.state === 'sent')
    const fresh = arrived.filter(({ item }) => !listedBefore.current.has(item.requestId))
    if (fresh.length > 0 && pause.current === undefined) {
      for (const { item } of fresh) listedBefore.current.set(item.requestId, rows)
      pause.current = setTimeout(() => {
        pause.current = undefined
        redraw()
      }, pauseMs)
      onArrived(fresh.map(({ memberId }) => memberId))
    }
    for (const { item } of arrived) {
      const before = listedBefore.current.get(item.requestId)
      if (before === undefined || before === rows) continue
      listedBefore.current.delete(item.requestId)
      outbox.dismiss(item.requestId)
    }
  })
}
