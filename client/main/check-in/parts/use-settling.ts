import { useEffect, useReducer } from 'react'
import { now } from '../../../kernel/clock'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { outbox } from '../../../kernel/use-outbox'

/** So long a tap may look as if it were simply being answered; after that the page says that it waits. */
const patienceMs = 4_000

/** Just tapped and still on its way: the button says so, and nothing else has to. */
export function useSettling(item: OutboxItem | undefined): boolean {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const until = item?.state === 'queued' ? item.tapped.at + patienceMs : 0
  useEffect(() => {
    const left = until - now()
    if (left <= 0) return undefined
    const timer = setTimeout(redraw, left)
    return () => clearTimeout(timer)
  }, [until])
  return now() < until && outbox.isSending()
}
