/** A minute of the secretary's voice: asked for, running, made. */
import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Recording } from '../../../kernel/ports'
import { recorder } from '../../../kernel/recorder'

export const longestSeconds = 60

export type RecordingState =
  | { readonly kind: 'none' }
  /** The person is asked whether the microphone may be used. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly seconds: number }
  | { readonly kind: 'made'; readonly recording: Recording }
  /** Nothing came of it: mostly that the microphone was not allowed. */
  | { readonly kind: 'failed' }

export function useRecording() {
  const [state, setState] = useState<RecordingState>({ kind: 'none' })
  const stopRecorder = useRef<() => void>()
  const turn = useRef(0)

  const stop = useCallback(() => stopRecorder.current?.(), [])
  const drop = useCallback(() => {
    turn.current += 1
    stopRecorder.current?.()
    stopRecorder.current = undefined
    setState({ kind: 'none' })
  }, [])

  const start = useCallback(() => {
    turn.current += 1
    const mine = turn.current
    const show = (next: RecordingState) => turn.current === mine && setState(next)
    show({ kind: 'asking' })
    stopRecorder.current = recorder.record(
      () => show({ kind: 'running', seconds: 0 }),
      (recording) => {
        if (turn.current === mine) stopRecorder.current = undefined
        show(recording === undefined ? { kind: 'failed' } : { kind: 'made', recording })
      },
    )
  }, [])

  const isRunning = state.kind === 'running'
  useEffect(() => {
    if (!isRunning) return undefined
    const since = performance.now()
    const timer = setInterval(() => {
      const seconds = Math.floor((performance.now() - since) / 1000)
      if (seconds >= longestSeconds) stop()
      else setState((now) => (now.kind === 'running' ? { kind: 'running', seconds } : now))
    }, 250)
    return () => clearInterval(timer)
  }, [isRunning, stop])

  // The microphone is not left open behind another page.
  useDidHide(stop)
  useEffect(() => drop, [drop])
  return { state, start, stop, drop }
}
