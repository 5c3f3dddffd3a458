import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { device } from './device'

interface Occasions {
  /** Every so many ms while the page is looked at. */
  readonly everyMs: number | undefined
  /** How often in a row there was no time for the question: the pause before the next doubles with each. */
  readonly putOff: number
}

const firstPauseMs = 5_000
const longestPauseMs = 60_000

/** When to ask again: the page is shown again, the network is back, every so often, and some time after the server had none. */
export function useRenewal(renew: () => Promise<void>, { everyMs, putOff }: Occasions): void {
  const isShown = useRef(true)
  useDidShow(() => {
    // The first showing is the mounting, which has asked already.
    if (!isShown.current) void renew()
    isShown.current = true
  })
  useDidHide(() => {
    isShown.current = false
  })
  const isDueWhenSeen = everyMs !== undefined || putOff > 0
  useEffect(() => {
    const look = (isWorthIt: boolean) => {
      if (isWorthIt && isShown.current && device.isVisible()) void renew()
    }
    const stopOnline = device.watchOnline(look)
    const stopVisible = isDueWhenSeen ? device.watchVisible(look) : undefined
    const timer = everyMs === undefined ? undefined : setInterval(() => look(true), everyMs)
    return () => {
      stopOnline()
      stopVisible?.()
      clearInterval(timer)
    }
  }, [everyMs, isDueWhenSeen, renew])
  useEffect(() => {
    if (putOff === 0) return undefined
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (putOff - 1))
    const timer = setTimeout(() => {
      if (isShown.current && device.isVisible()) void renew()
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [putOff, renew])
}
