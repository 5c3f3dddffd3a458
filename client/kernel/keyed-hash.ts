/** A keyed hash made on the phone itself, so that a code can change in a hall without a signal. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { macBytes } from '#shared/themeday/rotating'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Keys and texts are letters of ASCII; WeChat has no `TextEncoder`. */
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** The first letters of HMAC-SHA-256 in base64url. Nine bytes are twelve letters to the bit: there is no padding to think of. */
export function macOf(key: string, text: string): string {
  const bytes = hmac(sha256, bytesOf(key), bytesOf(text)).subarray(0, macBytes)
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{6}/g) ?? []).map((six) => letters.charAt(Number.parseInt(six, 2))).join('')
}
