/** The browser's side of recording: only where it makes what every phone plays. */
import type { Recorder } from './ports'

const mimeType = 'audio/mp4;codecs=mp4a.40.2'

/** A minute of speech stays well below what may be sent. */
const bitsPerSecond = 48_000

// A page without https is given no microphone.
const canRecord = 'MediaRecorder' in window && 'mediaDevices' in navigator && MediaRecorder.isTypeSupported(mimeType)

export const recorder: Recorder = {
  canRecord,
  record(begun, ended) {
    let stop = () => ended(undefined)
    let isStopped = false
    const start = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const letGo = () => {
        for (const track of stream.getTracks()) track.stop()
      }
      if (isStopped) return letGo()
      const parts: Blob[] = []
      const recording = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
      const since = performance.now()
      recording.ondataavailable = ({ data }) => parts.push(data)
      recording.onstop = async () => {
        letGo()
        const seconds = (performance.now() - since) / 1000
        const blob = new Blob(parts, { type: 'audio/mp4' })
        ended(blob.size === 0 ? undefined : { seconds, bytes: await blob.arrayBuffer(), address: URL.createObjectURL(blob) })
      }
      stop = () => recording.stop()
      recording.start()
      begun()
    }
    // Not allowed, or no microphone.
    start().catch(() => ended(undefined))
    return () => {
      isStopped = true
      stop()
    }
  },
}
