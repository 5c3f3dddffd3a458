/** One command of a form: asked once however often it is tapped, remembered by one request id until it is accepted. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '#shared/kernel/contract'
import { newRequestId, type Refusal, type SendOptions } from './api'
import { Unreachable } from './unreachable'

export interface Command<Input, Data, Code extends string> {
  /** Answers the data when accepted; undefined when refused, unreachable, or already running. */
  readonly run: (input: Input) => Promise<Data | undefined>
  readonly isRunning: boolean
  readonly refusal: Refusal<Code> | undefined
  /** No answer came: it may or may not have happened; asking again with the same form is safe. */
  readonly isUnreachable: boolean
  /** Forgets the refusal, e.g. when the form is edited. */
  readonly reset: () => void
}

type Send<Input, Data, Code extends string> = (input: Input, options: SendOptions) => Promise<Reply<Data, Code>>

interface State<Code extends string> {
  readonly isRunning: boolean
  readonly refusal?: Refusal<Code>
  readonly isUnreachable: boolean
}

const idle = { isRunning: false, isUnreachable: false }

export function useCommand<Input, Data, Code extends string>(send: Send<Input, Data, Code>): Command<Input, Data, Code> {
  const [state, setState] = useState<State<Code>>(idle)
  const isLocked = useRef(false)
  const requestId = useRef<string>()
  const isGone = useRef(false)
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])

  const show = useCallback((next: State<Code>) => {
    if (!isGone.current) setState(next)
  }, [])

  const run = useCallback(
    async (input: Input): Promise<Data | undefined> => {
      // A state would be too late: two taps of one frame see the same render.
      if (isLocked.current) return undefined
      isLocked.current = true
      requestId.current ??= newRequestId()
      show({ isRunning: true, isUnreachable: false })
      try {
        const reply = await latest.current(input, { requestId: requestId.current })
        if (reply.ok) {
          requestId.current = undefined
          show(idle)
          return reply.data
        }
        if (reply.code === 'REQUEST_REUSED') requestId.current = undefined
        show({ ...idle, refusal: { code: reply.code, message: reply.message } })
      } catch (failure) {
        if (!(failure instanceof Unreachable)) throw failure
        show({ ...idle, isUnreachable: true })
      } finally {
        isLocked.current = false
      }
      return undefined
    },
    [show],
  )

  const reset = useCallback(() => show(idle), [show])
  return { run, isRunning: state.isRunning, refusal: state.refusal, isUnreachable: state.isUnreachable, reset }
}
