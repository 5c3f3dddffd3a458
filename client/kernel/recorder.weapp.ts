/** The mini-program's side of recording: WeChat's one recorder, which asks the person itself the first time. */
import Taro from '@tarojs/taro'
import type { Recorder, Recording } from './ports'

/** Speech; a minute of it is 360 KB. */
const sound = { duration: 60_000, format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 } as const

interface Stopped {
  readonly tempFilePath: string
  /** ms */
  readonly duration: number
}

function recordingOf({ tempFilePath, duration }: Stopped): Promise<Recording | undefined> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: tempFilePath,
      success: ({ data }) =>
        resolve(typeof data === 'string' ? undefined : { seconds: duration / 1000, bytes: data, address: tempFilePath }),
      fail: () => resolve(undefined),
    })
  })
}

export const recorder: Recorder = {
  canRecord: true,
  record(begun, ended) {
    const manager = Taro.getRecorderManager()
    // The recorder is one for all pages: whoever records last is told.
    manager.onStart(begun)
    manager.onStop((stopped) => void recordingOf(stopped).then(ended))
    manager.onError(() => ended(undefined))
    manager.start(sound)
    return () => manager.stop()
  },
}
