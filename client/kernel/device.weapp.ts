/** The mini-program's side of the device. */
import Taro from '@tarojs/taro'
import { deployment } from './deployment'
import type { Device } from './ports'
import { renewedToken } from './renewed-token'
import { watched } from './watched'

const tokenKey = 'lianxin.token'
const tokenBeforeKey = 'lianxin.tokenBefore'

/** Storage may be full, and a phone's WeChat may be too old for a question: the screens go on without it. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Six bits a letter. */
const lettersOf = (bytes: number) => Math.ceil((bytes * 8) / 6)

function load(key: string): unknown {
  const stored: unknown = quietly(() => Taro.getStorageSync(key))
  return stored === '' ? undefined : stored
}

const held = new Map<string, string>()

function readLetters(key: string): string | undefined {
  const stored = held.get(key) ?? load(key)
  return typeof stored === 'string' ? stored : undefined
}

function writeLetters(key: string, token: string): void {
  held.set(key, token)
  quietly(() => Taro.setStorageSync(key, token))
}

function forgetLetters(key: string): void {
  held.delete(key)
  quietly(() => Taro.removeStorageSync(key))
}

const readToken = () => readLetters(tokenKey)
const setToken = (token: string) => writeLetters(tokenKey, token)
const forgetToken = () => forgetLetters(tokenKey)

async function drawToken(): Promise<string> {
  const { randomValues } = await Taro.getRandomValues({ length: lettersOf(32) })
  return [...new Uint8Array(randomValues)].map((byte) => letters.charAt(byte & 63)).join('')
}

const renewed = renewedToken({
  read: readToken,
  write: setToken,
  forget: forgetToken,
  readBefore: () => readLetters(tokenBeforeKey),
  writeBefore: (token) => writeLetters(tokenBeforeKey, token),
  forgetBefore: () => forgetLetters(tokenBeforeKey),
  draw: drawToken,
})

const online = watched(true)
Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected))
Taro.getNetworkType().then(
  ({ networkType }) => online.set(networkType !== 'none'),
  // Not told is not offline: the call itself will find out.
  () => undefined,
)

const visible = watched(true)
Taro.onAppShow(() => visible.set(true))
Taro.onAppHide(() => visible.set(false))

/** 1.4 in WeChat's care mode; absent before base library 2.23.4. */
function textFactor(): number {
  const about = quietly(() => Taro.getAppBaseInfo()) ?? {}
  return 'fontSizeScaleFactor' in about && typeof about.fontSizeScaleFactor === 'number' ? about.fontSizeScaleFactor : 1
}

/** PX from the edge of a row of tools to its middle: 4 above it, 48 high. */
const middleOfTools = 28

/** A page is as high as the screen: above it lies the status bar; at the right WeChat's menu, level with the row of tools. */
function frame(): Readonly<Record<string, string>> {
  const bars = quietly(() => {
    const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo()
    const menu = Taro.getMenuButtonBoundingClientRect()
    const above = Math.max(statusBarHeight - 4, (menu.top + menu.bottom) / 2 - middleOfTools)
    return { '--above': `${above}px`, '--menu': `${windowWidth - menu.left + 8}px`, '--below': `${menu.bottom + 8}px` }
  })
  return { '--height': '100vh', ...bars }
}

/** Opened with WeChat's own menu, by which it is sent on or kept. */
function saveFile(name: string, base64: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  return new Promise((resolve) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () =>
        void Taro.openDocument({ filePath, showMenu: true }).then(
          () => resolve(true),
          () => resolve(false),
        ),
      fail: () => resolve(false),
    })
  })
}

export const device: Device = {
  clientName: 'weapp/0.1.0',
  canScan: true,
  // Given up or not allowed: the code can still be typed.
  scan: () =>
    Taro.scanCode({ scanType: ['qrCode'] }).then(
      ({ result }) => result,
      () => undefined,
    ),
  textFactor,
  frame,
  load,
  save: (key, value) =>
    quietly(() => {
      Taro.setStorageSync(key, value)
      return true
    }) ?? false,
  keys: (prefix) => quietly(() => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix))) ?? [],
  forget: (key) => void quietly(() => Taro.removeStorageSync(key)),
  readToken,
  setToken,
  forgetToken,
  ensureToken: async () => {
    // In the cloud WeChat itself says who calls.
    if (deployment.api !== '' && readToken() === undefined) setToken(await drawToken())
  },
  renewToken: async () => (deployment.api === '' ? undefined : renewed.renewToken()),
  settleToken: renewed.settleToken,
  isRenewing: renewed.isRenewing,
  // Names an intention among one person's own: it must differ, it need not be secret. The strong source only answers later.
  randomId: (bytes) => Array.from({ length: lettersOf(bytes) }, () => letters.charAt(Math.random() * 64)).join(''),
  isOnline: online.get,
  watchOnline: online.watch,
  isVisible: visible.get,
  watchVisible: visible.watch,
  origin: () => deployment.origin,
  originProblem: () => (deployment.origin === '' ? '还没有配置网址，这个码手机扫不开。可以照着字母输' : undefined),
  canShare: true,
  canPrint: false,
  print: () => undefined,
  vibrate: () => void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined),
  // Given up in the platform's own question: nothing to say.
  call: (phone) => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined),
  copy: (text) =>
    Taro.setClipboardData({ data: text }).then(
      () => true,
      () => false,
    ),
  saveFile,
}
