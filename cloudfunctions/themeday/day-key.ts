/** The key of one theme day's changing code: it follows from the deployment's, so that nothing is stored and nothing leaks to another day. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { macBytes, type ShownCode, textOfStep } from '#shared/themeday/rotating'
import type { Keys } from '../runtime/keys'

export function dayKeysOf(keys: Keys) {
  /** 43 letters. They are the key as they stand: a phone that hashes needs not decode them. */
  const dayKey = (themeDayId: string): string => keys.hmac('claim', `day-key:${themeDayId}`).toString('base64url')
  return {
    dayKey,
    /** In constant time, letter by letter: there is one way to write a code. */
    isGenuine(themeDayId: string, { step, mac }: ShownCode): boolean {
      const made = createHmac('sha256', dayKey(themeDayId)).update(textOfStep(themeDayId, step)).digest().subarray(0, macBytes)
      const expected = Buffer.from(made.toString('base64url'))
      const given = Buffer.from(mac)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
