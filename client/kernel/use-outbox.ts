/** This phone's one outbox, as the screens see it. */
import { useEffect, useReducer } from 'react'
import { dropKeptAnswers } from './answers'
import { ask } from './api'
import { device } from './device'
import { openOutbox } from './outbox'
import type { OutboxItem } from './outbox-item'

export const outbox = openOutbox({ device, ask, makeRoom: dropKeptAnswers })

/** Every item, oldest first; drawn anew whenever something becomes of one. */
export function useOutbox(): readonly OutboxItem[] {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => outbox.watch(redraw), [])
  return outbox.items()
}

/** For as long as the app runs. */
export function useOutboxRunning(): void {
  useEffect(() => outbox.start(), [])
}
