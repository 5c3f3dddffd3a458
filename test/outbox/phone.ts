/**
 * A phone whose storage outlives its app: the outbox runs on the mini-program's own side of the device, over a played WeChat
 * storage with a capacity, and asks a real village through a network that fails on demand.
 */
import type { Reply } from '#shared/kernel/contract'
import { type Outbox, type OutboxParts, openOutbox } from '../../client/kernel/outbox'
import type { Device } from '../../client/kernel/ports'
import { Unreachable } from '../../client/kernel/unreachable'
import type { Browser } from '../village/village'

export type Fault = 'lost before' | 'lost after' | 'duplicated' | 'none'

export interface PlayedPhone {
  /** what WeChat keeps for the app, by key */
  readonly storage: Map<string, unknown>
  /** how many keys fit; more than that is refused */
  capacity: number
  /** what happens to the next questions, one after the other; then all goes well */
  readonly faults: Fault[]
  /** every action that reached the server */
  readonly arrived: string[]
  /** Opens the app: whatever an earlier one held in memory is gone. */
  launch(): Outbox
  /** WeChat tells the app that the network is back, or that it is looked at again. */
  tell(what: 'online' | 'shown'): void
}

interface Heard {
  online?: (to: object) => void
  shown?: () => void
  hidden?: () => void
}

/** The part of Taro that the device asks. */
function playedTaro(phone: Pick<PlayedPhone, 'storage' | 'capacity'>, heard: Heard) {
  return {
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (!phone.storage.has(key) && phone.storage.size >= phone.capacity) throw new Error('setStorageSync:fail exceed storage max size')
      // WeChat keeps a copy, not the object.
      phone.storage.set(key, JSON.parse(JSON.stringify(value)))
    },
    removeStorageSync: (key: string) => void phone.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()], currentSize: phone.storage.size, limitSize: phone.capacity }),
    onNetworkStatusChange: (hear: (to: object) => void) => {
      heard.online = hear
    },
    getNetworkType: async () => ({ networkType: '4g' }),
    onAppShow: (hear: () => void) => {
      heard.shown = hear
    },
    onAppHide: (hear: () => void) => {
      heard.hidden = hear
    },
  }
}

/** The device's file as the mini-program runs it, with this phone's WeChat behind it. */
function deviceOn(taro: object): Device {
  let device: Device | undefined
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: taro }))
    Object.assign(globalThis, { LIANXIN_API: '', LIANXIN_ORIGIN: '', LIANXIN_CLOUD: '' })
    device = require('../../client/kernel/device.weapp').device
  })
  if (device === undefined) throw new Error('the device did not load')
  return device
}

/** Whoever is known on the browser is known on the phone. */
export function newPhone(browser: Pick<Browser, 'raw'>, makeRoom: OutboxParts['makeRoom'] = () => undefined): PlayedPhone {
  const heard: Heard = {}
  const phone = {
    storage: new Map<string, unknown>(),
    capacity: 1000,
    faults: [] as Fault[],
    arrived: [] as string[],
    launch: () => openOutbox({ device: deviceOn(playedTaro(phone, heard)), ask, makeRoom }),
    tell(what: 'online' | 'shown') {
      if (what === 'shown') {
        heard.hidden?.()
        return heard.shown?.()
      }
      heard.online?.({ isConnected: false })
      heard.online?.({ isConnected: true })
    },
  }
  const deliver = async (envelope: object): Promise<Reply<unknown, string>> => {
    phone.arrived.push(JSON.stringify(envelope))
    return browser.raw(JSON.parse(JSON.stringify(envelope)))
  }
  const ask: OutboxParts['ask'] = async (action, input, requestId, as) => {
    const fault = phone.faults.shift() ?? 'none'
    const envelope = { action, input, requestId, as, client: 'weapp/0.1.0' }
    if (fault === 'lost before') throw new Unreachable()
    if (fault === 'duplicated') await deliver(envelope)
    const reply = await deliver(envelope)
    if (fault === 'lost after') throw new Unreachable()
    return reply
  }
  return phone
}
