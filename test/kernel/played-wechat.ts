/** WeChat's functions as Taro hands them to the files of the mini-program, played one by one; nothing is built for it. */

/** What of Taro is used below; a test replaces what its story needs. */
export type Wechat = Record<string, unknown> & {
  readonly kept: Map<string, unknown>
  readonly heard: Record<string, (told: object) => void>
}

export function newWechat(differences: Readonly<Record<string, unknown>> = {}): Wechat {
  const kept = new Map<string, unknown>()
  const heard: Wechat['heard'] = {}
  const hears = (name: string) => (listener: (told: object) => void) => {
    heard[name] = listener
  }
  return {
    kept,
    heard,
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
    onNetworkStatusChange: hears('network'),
    getNetworkType: async () => ({ networkType: 'wifi' }),
    onAppShow: hears('show'),
    onAppHide: hears('hide'),
    getAppBaseInfo: () => ({ SDKVersion: '3.5.8' }),
    getRandomValues: async ({ length }: { readonly length: number }) => ({ randomValues: new Uint8Array(length).fill(9).buffer }),
    ...differences,
  }
}

export interface Build {
  /** As LIANXIN_API is given when the mini-program is built; empty for the cloud. */
  readonly api?: string
  readonly origin?: string
}

/** Loads a file of client/kernel as it stands in a build for WeChat. Each call loads it anew. */
export function loadOnWechat<Module>(file: string, wechat: Wechat, { api = '', origin = '' }: Build = {}): Module {
  Object.assign(globalThis, { LIANXIN_API: api, LIANXIN_ORIGIN: origin, LIANXIN_CLOUD: '' })
  const kernel = '../../client/kernel'
  jest.resetModules()
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: wechat }))
  // A build takes the file of its platform where an import names none.
  for (const name of ['device', 'deployment']) {
    jest.doMock(`${kernel}/${name}`, () => jest.requireActual(`${kernel}/${name}.weapp`), { virtual: true })
  }
  return require(`${kernel}/${file}`)
}
