/** The browser's side of listening: its own voice, and its own player. */
import type { Heard, Speaker } from './ports'

/** A browser may promise a voice it does not have, and then says nothing at all: not even that it failed. */
const patienceMs = 4_000

/** Voices come late, and on some phones are never told: only who has voices and none of them Chinese cannot read. */
function canRead(): boolean {
  if (!('speechSynthesis' in window)) return false
  const voices = speechSynthesis.getVoices()
  return voices.length === 0 || voices.some(({ lang }) => /^(zh|cmn|yue)/i.test(lang))
}

/** Told once, and not at all after the person has stopped it. */
function once(ended: (heard: Heard) => void, tidy: () => void) {
  let isOver = false
  const end = (tell: () => void) => {
    if (isOver) return
    isOver = true
    tidy()
    tell()
  }
  return { end: (heard: Heard) => end(() => ended(heard)), stop: () => end(() => undefined) }
}

export const speaker: Speaker = {
  canRead,
  read(words, ended) {
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = 'zh-CN'
    utterance.rate = 0.9
    const { end, stop } = once(ended, () => {
      clearTimeout(silence)
      speechSynthesis.cancel()
    })
    const silence = setTimeout(() => end('failed'), patienceMs)
    utterance.onstart = () => clearTimeout(silence)
    utterance.onend = () => end('whole')
    utterance.onerror = () => end('failed')
    speechSynthesis.cancel()
    speechSynthesis.speak(utterance)
    return stop
  },
  play(address, ended) {
    const audio = new Audio(address)
    const { end, stop } = once(ended, () => audio.pause())
    audio.onended = () => end('whole')
    audio.onerror = () => end('failed')
    audio.play().catch(() => end('failed'))
    return stop
  },
}
