/** The only Date.now() of the client. The server's clock is trusted; this phone's clock only counts on from it. */
import { useEffect, useState } from 'react'
import { device } from './device'
import type { Moment } from './outbox-item'

const offsetKey = 'lianxin.clock'

/** ms the server is ahead of this phone; kept, so that a page opened again is right before the first answer comes. */
let offset = readOffset()

function readOffset(): number | undefined {
  const kept = device.load(offsetKey)
  return typeof kept === 'number' ? kept : undefined
}

const listeners = new Set<() => void>()

/** ms since 1970 by the server's clock, as far as it is known. */
export function now(): number {
  return Date.now() + (offset ?? 0)
}

/** What is done without a signal is judged by this later. */
export function moment(): Moment {
  return { at: now(), ...(offset === undefined ? {} : { clockOffMs: offset }) }
}

/** Called with the time of every answer that carries one. */
export function correctBy(serverNow: number): void {
  offset = serverNow - Date.now()
  device.save(offsetKey, offset)
  for (const hear of listeners) hear()
}

/** The time on the screen, renewed every `everyMs` and whenever it is corrected: a check-in opens while the page lies open. */
export function useNow(everyMs = 15_000): number {
  const [instant, setInstant] = useState(now)
  useEffect(() => {
    const look = () => setInstant(now())
    look()
    listeners.add(look)
    const timer = setInterval(look, everyMs)
    return () => {
      clearInterval(timer)
      listeners.delete(look)
    }
  }, [everyMs])
  return instant
}
