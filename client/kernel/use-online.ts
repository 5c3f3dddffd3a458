import { useEffect, useState } from 'react'
import { device } from './device'

/** Whether the device believes to have a network. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(device.isOnline)
  useEffect(() => device.watchOnline(setOnline), [])
  return isOnline
}
