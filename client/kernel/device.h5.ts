/** The browser's side of the device. */
import type { Device } from './ports'
import { renewedToken } from './renewed-token'

const tokenKey = 'lianxin.token'
const tokenBeforeKey = 'lianxin.tokenBefore'

function randomId(bytes: number): string {
  const drawn = crypto.getRandomValues(new Uint8Array(bytes))
  return btoa(String.fromCharCode(...drawn))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}

/** Storage may be full or forbidden (private windows): the screens go on without it. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** Kept beside the storage, so that a browser that forbids storage still knows its person until it is closed. */
const held = new Map<string, string>()

/** From the storage first: another tab may have renewed what stands there. */
const readLetters = (key: string): string | undefined => quietly(() => localStorage.getItem(key)) ?? held.get(key)

function writeLetters(key: string, letters: string): void {
  held.set(key, letters)
  quietly(() => localStorage.setItem(key, letters))
}

function forgetLetters(key: string): void {
  held.delete(key)
  quietly(() => localStorage.removeItem(key))
}

const readToken = () => readLetters(tokenKey)
const setToken = (token: string) => writeLetters(tokenKey, token)
const forgetToken = () => forgetLetters(tokenKey)

function watch(target: EventTarget, events: readonly string[], heard: () => void): () => void {
  for (const event of events) target.addEventListener(event, heard)
  return () => {
    for (const event of events) target.removeEventListener(event, heard)
  }
}

/** PX of words in a browser nobody has changed. */
const usualSize = 16

/** Weak eyes on a PC have told their browser how large words shall be; `medium` is that size, whatever the page itself says. */
function textFactor(): number {
  const probe = document.createElement('span')
  probe.style.fontSize = 'medium'
  document.documentElement.append(probe)
  const factor = Number.parseFloat(getComputedStyle(probe).fontSize) / usualSize
  probe.remove()
  return Number.isFinite(factor) ? Math.min(2, Math.max(1, factor)) : 1
}

async function saveFile(name: string, base64: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}

export const device: Device = {
  clientName: 'h5/0.1.0',
  canScan: false,
  scan: async () => undefined,
  textFactor,
  frame: () => ({}),
  load: (key) => quietly(() => JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined),
  save: (key, value) =>
    quietly(() => {
      localStorage.setItem(key, JSON.stringify(value))
      return true
    }) ?? false,
  keys: (prefix) => quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [],
  forget: (key) => void quietly(() => localStorage.removeItem(key)),
  readToken,
  setToken,
  forgetToken,
  ensureToken: async () => {
    if (readToken() === undefined) setToken(randomId(32))
  },
  ...renewedToken({
    read: readToken,
    write: setToken,
    forget: forgetToken,
    readBefore: () => readLetters(tokenBeforeKey),
    writeBefore: (token) => writeLetters(tokenBeforeKey, token),
    forgetBefore: () => forgetLetters(tokenBeforeKey),
    draw: async () => randomId(32),
  }),
  randomId,
  isOnline: () => navigator.onLine,
  watchOnline: (heard) => watch(window, ['online', 'offline'], () => heard(navigator.onLine)),
  isVisible: () => document.visibilityState === 'visible',
  watchVisible: (heard) => watch(document, ['visibilitychange'], () => heard(document.visibilityState === 'visible')),
  origin: () => location.origin,
  originProblem: () =>
    ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)
      ? '这个网址只有这台电脑打得开。要给手机扫，请用局域网里的网址打开本页'
      : undefined,
  canShare: false,
  canPrint: true,
  print: () => window.print(),
  vibrate: () => undefined,
  call: (phone) => {
    location.href = `tel:${phone}`
  },
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  },
  saveFile,
}
