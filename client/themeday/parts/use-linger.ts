import { useEffect, useRef, useState } from 'react'

/** Long enough for the second tap of an unsteady finger, which would otherwise fall on what lies below. */
const lingerMs = 600

/** A sheet that was answered stays a moment longer and takes no taps. */
export function useLinger(onClose: () => void) {
  const [isLingering, setLingering] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const linger = () => {
    setLingering(true)
    timer.current = setTimeout(onClose, lingerMs)
  }
  return { isLingering, linger }
}
