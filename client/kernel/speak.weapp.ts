/** The mini-program's side of listening: it plays recordings; it reads no words aloud by itself. */
import Taro from '@tarojs/taro'
import { deployment } from './deployment'
import type { Speaker } from './ports'

export const speaker: Speaker = {
  canRead: () => false,
  read: (_, ended) => {
    ended('failed')
    return () => undefined
  },
  play(address, ended) {
    // On a phone that is set to silent a recording is heard all the same: it was asked for.
    void Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined)
    const audio = Taro.createInnerAudioContext()
    // A private deployment says the path of its own door only.
    audio.src = address.startsWith('/') ? deployment.api + address : address
    audio.onEnded(() => {
      audio.destroy()
      ended('whole')
    })
    audio.onError(() => {
      audio.destroy()
      ended('failed')
    })
    audio.play()
    return () => audio.destroy()
  },
}
