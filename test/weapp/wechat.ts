/** WeChat's own functions as far as the mini-program calls them, played; behind the cloud call stands a real village. */
import type { Browser } from '../village/village'

interface Asked {
  readonly success?: (answer: object) => void
  readonly fail?: (answer: object) => void
  readonly complete?: (answer: object) => void
}

type Given = Readonly<Record<string, unknown>>

/** A function of WeChat that always succeeds, as soon as its caller has gone on. */
const answering =
  (answer: (asked: Asked & Given) => object | Promise<object> = () => ({})) =>
  (asked: Asked & Given = {}) => {
    void Promise.resolve(answer(asked)).then((given) => {
      asked.success?.(given)
      asked.complete?.(given)
    })
  }

export interface PhoneOptions {
  /** WeChat's own text size: 1.4 in care mode. */
  readonly fontSizeScaleFactor?: number
  /** What the camera reads. */
  readonly scans?: string
  /** The base library of this WeChat. */
  readonly library?: string
}

export interface PlayedWechat {
  /** What stands on `wx`. */
  readonly functions: Given
  readonly went: string[]
  readonly did: string[]
  readonly stored: ReadonlyMap<string, unknown>
  /** Questions that have no answer yet. */
  waiting(): number
  network(isThere: boolean): void
  /** The mini-program goes out of sight. */
  sleep(): void
}

/** `asked` hears every envelope that passes the wire. */
export function playWechat(
  browser: Browser,
  { fontSizeScaleFactor = 1, scans = '', library = '3.5.8' }: PhoneOptions,
  asked: (envelope: Given) => void = () => undefined,
): PlayedWechat {
  const went: string[] = []
  const did: string[] = []
  const stored = new Map<string, unknown>()
  let isConnected = true
  let asking = 0
  const goes = answering(({ url }) => {
    went.push(String(url))
    return {}
  })
  const system = { platform: 'android', SDKVersion: library, windowWidth: 375, windowHeight: 760, statusBarHeight: 40, pixelRatio: 2 }
  const sleepers: (() => void)[] = []
  const listeners: ((told: { readonly isConnected: boolean }) => void)[] = []
  const unheard = ['onError', 'onUnhandledRejection', 'onPageNotFound', 'onThemeChange', 'onAppShow']
  const functions = {
    ...Object.fromEntries(unheard.map((name) => [name, () => undefined])),
    onAppHide: (listener: () => void) => void sleepers.push(listener),
    onNetworkStatusChange: (listener: (typeof listeners)[number]) => void listeners.push(listener),
    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getAppBaseInfo: () => ({ SDKVersion: system.SDKVersion, fontSizeScaleFactor }),
    getMenuButtonBoundingClientRect: () => ({ top: 44, bottom: 76, left: 281, right: 368, width: 87, height: 32 }),
    getLaunchOptionsSync: () => ({ path: 'main/home/index', query: {} }),
    getEnterOptionsSync: () => ({ path: 'main/home/index', query: {} }),
    canIUse: () => true,
    nextTick: (work: () => void) => setTimeout(work, 0),
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...stored.keys()], currentSize: 1, limitSize: 10_240 }),
    getNetworkType: answering(() => ({ networkType: '4g' })),
    vibrateShort: answering(() => {
      did.push('vibrateShort')
      return {}
    }),
    makePhoneCall: answering(({ phoneNumber }) => {
      did.push(`makePhoneCall ${phoneNumber}`)
      return {}
    }),
    showModal: answering(({ title, content }) => {
      did.push(`showModal ${title}: ${content}`)
      return { confirm: true }
    }),
    scanCode: answering(() => ({ result: scans })),
    navigateTo: goes,
    redirectTo: goes,
    reLaunch: goes,
    cloud: {
      init: () => undefined,
      // What passes the wire is JSON.
      callFunction: async ({ name, data }: { name: string; data: unknown }) => {
        if (!isConnected) throw new Error('cloud.callFunction:fail request:fail')
        did.push(`cloud ${name}`)
        const envelope = JSON.parse(JSON.stringify(data))
        asked(envelope)
        asking += 1
        try {
          return { result: await browser.raw(envelope) }
        } finally {
          asking -= 1
        }
      },
    },
  }
  return {
    functions,
    went,
    did,
    stored,
    waiting: () => asking,
    network(isThere) {
      isConnected = isThere
      for (const tell of listeners) tell({ isConnected })
    },
    sleep() {
      for (const sleep of sleepers) sleep()
    },
  }
}
