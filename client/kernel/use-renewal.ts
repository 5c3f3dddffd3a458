import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { device } from './device'

/** When to ask again: the page is shown again, the network is back, and every so often while it is looked at. */
export function useRenewal(refresh: () => Promise<void>, everyMs: number | undefined): void {
  const isShown = useRef(true)
  useDidShow(() => {
    // The first showing is the mounting, which has asked already.
    if (!isShown.current) void refresh()
    isShown.current = true
  })
  useDidHide(() => {
    isShown.current = false
  })
  useEffect(() => {
    const look = (isWorthIt: boolean) => {
      if (isWorthIt && isShown.current && device.isVisible()) void refresh()
    }
    const stopOnline = device.watchOnline(look)
    const stopVisible = everyMs === undefined ? undefined : device.watchVisible(look)
    const timer = everyMs === undefined ? undefined : setInterval(() => look(true), everyMs)
    return () => {
      stopOnline()
      stopVisible?.()
      clearInterval(timer)
    }
  }, [everyMs, refresh])
}
