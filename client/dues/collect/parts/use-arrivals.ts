import { useEffect, useRef } from 'react'
import { now } from '../../../kernel/clock'
import { outbox } from '../../../kernel/use-outbox'
import type { MonthRow } from '../../parts/collecting'
import type { Tick } from '../../parts/ticks'

const pauseMs = 5_000

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
  const askedAt = useRef(0)
  useEffect(() => {
    const arrived = ticks.filter(({ item }) => item.state === 'sent')
    const fresh = arrived.filter(({ item }) => !listedBefore.current.has(item.requestId))
    // A hall's evening arrives in one go: the list is read again when all of it is there, or now and then while it is on its way.
    const isAll = ticks.every(({ item }) => item.state !== 'queued')
    if (fresh.length > 0 && (isAll || now() - askedAt.current >= pauseMs)) {
      askedAt.current = now()
      for (const { item } of fresh) listedBefore.current.set(item.requestId, rows)
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
