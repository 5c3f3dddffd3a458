/** The key of a day's changing code, on the organiser's phone until the day is done: a hall may have no signal. */
import { device } from '../../../kernel/device'

const prefix = 'lianxin.dayKey.'

interface KeptKey {
  readonly key: string
  /** ms: from then on nobody scans it any more */
  readonly until: number
}

const dayMs = 86_400_000

/** For a phone that may not keep anything, and until the app is closed. */
const held = new Map<string, KeptKey>()

export function keepDayKey(themeDayId: string, key: string, endsAt: number): void {
  const kept = { key, until: endsAt + dayMs }
  held.set(themeDayId, kept)
  device.save(prefix + themeDayId, kept)
}

/** Undefined: never fetched on this phone, or its day is done. */
export function knownDayKey(themeDayId: string, now: number): string | undefined {
  const known = held.get(themeDayId) ?? device.load(prefix + themeDayId)
  return isKeptKey(known) && now < known.until ? known.key : undefined
}

export function forgetDayKey(themeDayId: string): void {
  held.delete(themeDayId)
  device.forget(prefix + themeDayId)
}

/** Whatever is past its day goes, whichever page is opened. */
export function forgetOldDayKeys(now: number): void {
  const names = device.keys(prefix).map((name) => name.slice(prefix.length))
  for (const themeDayId of names) if (knownDayKey(themeDayId, now) === undefined) forgetDayKey(themeDayId)
}

function isKeptKey(value: unknown): value is KeptKey {
  if (typeof value !== 'object' || value === null) return false
  return 'key' in value && typeof value.key === 'string' && 'until' in value && typeof value.until === 'number'
}
