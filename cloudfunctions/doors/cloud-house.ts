/** The house of one function instance: opened at its first call, kept until the platform lets the instance go. */
import { type CommonCode, commonRefusals } from '#shared/kernel/contract'
import { minuteMs } from '#shared/kernel/day'
import { jitter, systemChance } from '../runtime/chance'
import { systemClock, wait } from '../runtime/clock'
import { openCloudbaseDatabase } from '../runtime/cloudbase-database'
import { openCloudServices } from '../runtime/cloudbase-services'
import { openCloudFiles } from '../runtime/files-cloud'
import { type Environment, type Keys, openCloudKeys } from '../runtime/keys'
import { lineLog } from '../runtime/log'
import type { AnyReply } from '../runtime/serve'
import { collections, type OpenHouse, openHouse } from './house'

export interface CloudHouse {
  readonly house: OpenHouse
  readonly keys: Keys
  /** machines between the cloud's edge and the function that add to `x-forwarded-for`; absent: not set */
  readonly innerHops?: number
}

/** What an instance remembers of devices and theme days may be this old: a hall of thirty is read once, not thirty times. */
const longestMemoryMs = minuteMs

let opened: CloudHouse | undefined

/** Throws while a key is missing; nothing is kept of a failed opening, so that the next call tries anew. */
export function cloudHouse(): CloudHouse {
  opened ??= openOnCloud()
  return opened
}

function openOnCloud(): CloudHouse {
  // Three seconds into a request the SDK would write a warning of its own between the lines of the log.
  process.env.SILENCE = 'true'
  const keys = openCloudKeys(process.env)
  const db = openCloudbaseDatabase({ collections, pauses: { wait, jitter } })
  const files = openCloudFiles(openCloudServices(undefined))
  const parts = { db, keys, files, clock: systemClock, chance: systemChance, log: lineLog, memoryMs: longestMemoryMs }
  const house = openHouse({ ...parts, isDemonstration: false })
  return { house, keys, ...innerHopsIn(process.env) }
}

/** Throws one sentence where it is set and is no number. */
function innerHopsIn({ LIANXIN_HOPS: text = '' }: Environment): Pick<CloudHouse, 'innerHops'> {
  if (text === '') return {}
  if (!/^\d$/.test(text)) throw new Error('环境变量 LIANXIN_HOPS 填得不对，应当是 0 到 9 的一个数字')
  return { innerHops: Number(text) }
}

/** A call that ends at the door is logged there, before it is answered: the instance may freeze right after. */
export function refuseAtDoor(code: CommonCode, thrown?: unknown, action = 'unknown'): AnyReply {
  const failure = thrown === undefined ? {} : { error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) }
  lineLog.write({ at: systemClock.now(), requestId: systemChance.id(), action, outcome: code, ms: 0, ...failure })
  return { ok: false, code, message: commonRefusals[code] }
}
