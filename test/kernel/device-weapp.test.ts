/** The phone behind the mini-program: what it keeps, what it tells of itself, and what it may refuse. */
import type { Device } from '../../client/kernel/ports'
import { type Build, loadOnWechat, newWechat, type Wechat } from './played-wechat'

const deviceOf = (wechat: Wechat, build?: Build) => loadOnWechat<{ readonly device: Device }>('device.weapp', wechat, build).device
const privately: Build = { api: 'https://village.example' }
const throws = () => {
  throw new Error('played: WeChat refuses')
}

describe('what is kept', () => {
  it('comes back as it was, by its name or by how its name begins, until it is forgotten', () => {
    const device = deviceOf(newWechat())
    expect(device.load('lianxin.a.1')).toBeUndefined()
    expect(device.save('lianxin.a.1', { at: 7 })).toBe(true)
    expect(device.save('lianxin.b.1', 1)).toBe(true)
    expect(device.load('lianxin.a.1')).toEqual({ at: 7 })
    expect(device.keys('lianxin.a.')).toEqual(['lianxin.a.1'])
    device.forget('lianxin.a.1')
    expect(device.load('lianxin.a.1')).toBeUndefined()
  })

  it('is not kept on a full phone, and the answer says so', () => {
    const device = deviceOf(newWechat({ setStorageSync: throws }))
    expect(device.save('lianxin.a', 1)).toBe(false)
    expect(device.load('lianxin.a')).toBeUndefined()
  })

  it('is nothing where storage cannot even be read', () => {
    const device = deviceOf(newWechat({ getStorageSync: throws, getStorageInfoSync: throws, removeStorageSync: throws }))
    expect(device.load('lianxin.a')).toBeUndefined()
    expect(device.keys('lianxin.')).toEqual([])
    expect(() => device.forget('lianxin.a')).not.toThrow()
  })
})

describe('the token', () => {
  it('is never made in the cloud, where WeChat says who calls', async () => {
    const wechat = newWechat({ getRandomValues: throws })
    await deviceOf(wechat).ensureToken()
    expect(wechat.kept.size).toBe(0)
  })

  it('is made once in a private deployment, of 256 strong bits, and stays', async () => {
    let drawn = 0
    const getRandomValues = async ({ length }: { readonly length: number }) => {
      drawn += 1
      return { randomValues: Uint8Array.from({ length }, (_, index) => index * 5).buffer }
    }
    const wechat = newWechat({ getRandomValues })
    const device = deviceOf(wechat, privately)
    await device.ensureToken()
    const token = device.readToken()
    expect(token).toMatch(/^[\w-]{43}$/)
    await device.ensureToken()
    expect([device.readToken(), drawn]).toEqual([token, 1])
    expect(deviceOf(wechat, privately).readToken()).toBe(token)
  })

  it('is held until the mini-program closes where nothing can be kept', () => {
    const device = deviceOf(newWechat({ setStorageSync: throws }), privately)
    device.setToken('held')
    expect(device.readToken()).toBe('held')
    device.forgetToken()
    expect(device.readToken()).toBeUndefined()
  })
})

describe('the network', () => {
  it('is believed in until WeChat says otherwise, and every change is told once', async () => {
    const wechat = newWechat()
    const device = deviceOf(wechat)
    const told: boolean[] = []
    const stop = device.watchOnline((isOnline) => told.push(isOnline))
    for (const isConnected of [false, false, true]) wechat.heard.network?.({ isConnected })
    stop()
    wechat.heard.network?.({ isConnected: false })
    expect(told).toEqual([false, true])
    expect(device.isOnline()).toBe(false)
  })

  it.each([
    ['none', async () => ({ networkType: 'none' }), false],
    ['unknown', async () => ({ networkType: 'unknown' }), true],
    ['no answer', () => Promise.reject({ errMsg: 'getNetworkType:fail' }), true],
  ])('%s at the start', async (_, getNetworkType, isOnline) => {
    const device = deviceOf(newWechat({ getNetworkType }))
    await new Promise((go) => setImmediate(go))
    expect(device.isOnline()).toBe(isOnline)
  })

  it('is asked about again by who is looked at: showing and hiding are told', () => {
    const wechat = newWechat()
    const device = deviceOf(wechat)
    const told: boolean[] = []
    device.watchVisible((isVisible) => told.push(isVisible))
    wechat.heard.hide?.({})
    wechat.heard.show?.({})
    expect(told).toEqual([false, true])
  })
})

describe('how large words are', () => {
  it.each([
    ['care mode', () => ({ fontSizeScaleFactor: 1.4 }), 1.4],
    ['a WeChat too old to say', () => ({ SDKVersion: '2.20.0' }), 1],
    ['a WeChat that does not know the question', throws, 1],
  ])('%s', (_, getAppBaseInfo, factor) => {
    expect(deviceOf(newWechat({ getAppBaseInfo })).textFactor()).toBe(factor)
  })
})

describe('the frame', () => {
  const window = { getWindowInfo: () => ({ statusBarHeight: 40, windowWidth: 320 }) }
  it('keeps clear of the status bar and the menu', () => {
    const menu = () => ({ top: 44, bottom: 76, left: 226, right: 313, width: 87, height: 32 })
    const frame = deviceOf(newWechat({ ...window, getMenuButtonBoundingClientRect: menu })).frame()
    expect(frame).toEqual({ '--height': '100vh', '--above': '36px', '--menu': '102px', '--below': '84px' })
  })

  it('is only as high as the screen where WeChat does not tell', () => {
    expect(deviceOf(newWechat({ ...window, getMenuButtonBoundingClientRect: throws })).frame()).toEqual({ '--height': '100vh' })
  })
})

describe('what may be given up or refused', () => {
  it('a scan: the code can still be typed', async () => {
    expect(await deviceOf(newWechat({ scanCode: async () => ({ result: 'ABCD2345' }) })).scan()).toBe('ABCD2345')
    expect(await deviceOf(newWechat({ scanCode: () => Promise.reject({ errMsg: 'scanCode:fail cancel' }) })).scan()).toBeUndefined()
  })

  it('copying: the answer says whether it came about', async () => {
    expect(await deviceOf(newWechat({ setClipboardData: async () => ({}) })).copy('x')).toBe(true)
    expect(await deviceOf(newWechat({ setClipboardData: () => Promise.reject({ errMsg: 'fail auth deny' }) })).copy('x')).toBe(false)
  })

  it('calling and vibrating: nothing breaks', async () => {
    const refuses = jest.fn(() => Promise.reject({ errMsg: 'fail' }))
    const device = deviceOf(newWechat({ makePhoneCall: refuses, vibrateShort: refuses }))
    device.call('0000')
    device.vibrate()
    await new Promise((go) => setImmediate(go))
    expect(refuses.mock.calls).toEqual([[{ phoneNumber: '0000' }], [{ type: 'medium' }]])
  })
})

it('a printed code begins with the address of the deployment, and a cloud without one says that phones cannot open it', () => {
  expect(deviceOf(newWechat(), privately).origin()).toBe('https://village.example')
  expect(deviceOf(newWechat(), privately).originProblem()).toBeUndefined()
  expect(deviceOf(newWechat(), { origin: 'https://short.example' }).origin()).toBe('https://short.example')
  expect(deviceOf(newWechat()).originProblem()).toContain('还没有配置网址')
})
