/** What was taken a moment ago keeps its place in the list: a row that moves up would be under the finger that taps twice. */
import { useCallback, useEffect, useRef, useState } from 'react'

/** As long as 撤销 is offered. */
const lingerMs = 10_000

export interface Lately {
  readonly memberIds: ReadonlySet<string>
  /** Whose row was tapped last, once that is in the book: what was refused is nothing to take back. */
  readonly last: string | undefined
  readonly tapped: (memberId: string) => void
  /** It is in the book: from now on its time counts. */
  readonly arrived: (memberIds: readonly string[]) => void
  /** Nothing goes until it is said. */
  readonly hold: () => void
  readonly end: () => void
}

export function useLately(): Lately {
  const [memberIds, setMemberIds] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string>()
  const lastTapped = useRef<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const hold = useCallback(() => clearTimeout(timer.current), [])
  useEffect(() => hold, [hold])
  const end = useCallback(() => {
    hold()
    setMemberIds(new Set())
    setLast(undefined)
  }, [hold])
  const stay = useCallback(
    (more: readonly string[]) => {
      hold()
      setMemberIds((known) => new Set([...known, ...more]))
      timer.current = setTimeout(end, lingerMs)
    },
    [hold, end],
  )
  const tapped = useCallback(
    (memberId: string) => {
      lastTapped.current = memberId
      setLast(undefined)
      stay([memberId])
    },
    [stay],
  )
  const arrived = useCallback(
    (more: readonly string[]) => {
      setLast((known) => more.find((memberId) => memberId === lastTapped.current) ?? known)
      stay(more)
    },
    [stay],
  )
  return { memberIds, last, tapped, arrived, hold, end }
}
