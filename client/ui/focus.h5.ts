/** The browser’s side of focus: it moves into a sheet, stays in, and goes back to where it came from. */
import { useEffect, useRef } from 'react'

const reachable = '[tabindex="0"], a[href], input:not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled)'

export function useFocusInside(id: string, onEscape: () => void): void {
  const leave = useRef(onEscape)
  leave.current = onEscape
  useEffect(() => {
    const before = document.activeElement
    const inside = document.getElementById(id)
    inside?.focus()
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave.current()
      if (event.key === 'Tab' && inside !== null) keepInside(event, inside)
    }
    document.addEventListener('keydown', hear)
    return () => {
      document.removeEventListener('keydown', hear)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id])
}

/** A list that is gone through by keyboard: what comes next is under the fingers. A finger finds its own way, and nothing jumps below it. */
export function focusOn(id: string): void {
  if (document.activeElement?.matches(':focus-visible')) document.getElementById(id)?.focus()
}

function keepInside(event: KeyboardEvent, inside: HTMLElement): void {
  const stops = [...inside.querySelectorAll<HTMLElement>(reachable)]
  const first = stops[0]
  const last = stops[stops.length - 1]
  const at = document.activeElement
  const leaves = event.shiftKey ? at === first || at === inside : at === last
  if (!leaves && inside.contains(at)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
