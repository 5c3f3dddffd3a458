/** One thing that can be heard: a recording where there is one, else words read aloud. Only one is heard at a time. */
import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { device } from './device'
import type { Heard } from './ports'
import { speaker } from './speak'

export interface Voice {
  /** Where the recording can be fetched for a while; undefined: not now. */
  readonly load: () => Promise<string | undefined>
}

export interface Sounds {
  readonly words?: string | undefined
  readonly voice?: Voice | undefined
}

export interface Listening {
  /** There is something to be heard, and a way to hear it. */
  readonly isPossible: boolean
  readonly state: 'silent' | 'loading' | 'speaking' | 'failed'
  /** Begins, or stops; the same function from drawing to drawing. */
  readonly toggle: () => void
}

let hush: () => void = () => undefined

export function useListening({ words, voice }: Sounds): Listening {
  const [state, setState] = useState<Listening['state']>('silent')
  /** What is going on, so that an answer that comes after 停 is let go. */
  const turn = useRef(0)
  const stopSound = useRef<() => void>()
  /** A browser that wanted another tap before it plays has it played at that tap, without asking for the address again. */
  const waiting = useRef<string>()
  const readable = words !== undefined && speaker.canRead() ? words : undefined

  const stop = useCallback(() => {
    turn.current += 1
    stopSound.current?.()
    stopSound.current = undefined
    setState('silent')
  }, [])

  const begin = async () => {
    hush()
    hush = stop
    turn.current += 1
    const mine = turn.current
    const ended = (heard: Heard) => turn.current === mine && setState(heard === 'whole' ? 'silent' : 'failed')
    const read = (text: string) => {
      setState('speaking')
      stopSound.current = speaker.read(text, ended)
    }
    if (voice === undefined) return readable === undefined ? undefined : read(readable)
    const known = waiting.current
    waiting.current = undefined
    if (known === undefined) setState('loading')
    const address = known ?? (await voice.load())
    if (turn.current !== mine) return undefined
    if (address === undefined) return readable === undefined ? ended('failed') : read(readable)
    setState('speaking')
    stopSound.current = speaker.play(address, (heard) => {
      if (heard === 'failed' && known === undefined) waiting.current = address
      ended(heard)
    })
    return undefined
  }

  // Whoever leaves the page has heard enough; the page may stay below the next one.
  useDidHide(stop)
  useEffect(() => {
    const unwatch = device.watchVisible((isVisible) => !isVisible && stop())
    return () => {
      unwatch()
      turn.current += 1
      stopSound.current?.()
    }
  }, [stop])

  const isOn = state === 'loading' || state === 'speaking'
  const tapped = useRef(stop)
  tapped.current = isOn ? stop : () => void begin()
  const toggle = useCallback(() => tapped.current(), [])
  return { isPossible: voice !== undefined || readable !== undefined, state, toggle }
}
