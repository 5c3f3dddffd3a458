/**
 * Ids and codes. Randomness comes from outside as bytes: nothing here is by chance.
 * Alphabet: Crockford base 32 (no I, L, O, U), so that a code can be read aloud and typed by anyone.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes an id (80 bits) is made of. */
export const idBytes = 10
/** Characters of a code that opens nothing by itself (40 bits): the one on the wall, and a member's card. */
export const codeLength = 8
/** Characters of a code that makes a phone somebody's (50 bits). By the length they are told apart. */
export const claimCodeLength = 10
/** Bytes that a code of so many characters is made of. */
export const codeBytes = (length: number): number => Math.ceil((length * 5) / 8)

function base32(bytes: Uint8Array): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
      held &= (1 << bits) - 1
    }
  }
  return text
}

/** 16 lower-case characters from 10 bytes; no underscore, so that ids can be joined by one. */
export function idFrom(bytes: Uint8Array): string {
  if (bytes.length < idBytes) throw new Error(`an id needs ${idBytes} bytes`)
  return base32(bytes.subarray(0, idBytes)).toLowerCase()
}

/** So many characters from the first of the bytes. */
export function codeFrom(bytes: Uint8Array, length = codeLength): string {
  const needed = codeBytes(length)
  if (bytes.length < needed) throw new Error(`a code of ${length} characters needs ${needed} bytes`)
  return base32(bytes.subarray(0, needed)).slice(0, length)
}

/**
 * What a person typed → the code, or undefined when it cannot be one: of the given length, else of any we have.
 * Forgives small letters, blanks, hyphens, full-width characters, and I/L for 1, O for 0.
 */
export function normaliseCode(typed: string, length?: number): string | undefined {
  const code = typed
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000-]/g, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  const lengths = length === undefined ? [codeLength, claimCodeLength] : [length]
  return lengths.includes(code.length) && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/** `ABCD EFGH`, `ABC DEF GHJK`: groups of three and four are easier to copy than all in a row. */
export function sayCode(code: string): string {
  const cuts = code.length === claimCodeLength ? [3, 6] : [4]
  return [0, ...cuts]
    .map((from, place) => code.slice(from, cuts[place]))
    .filter((part) => part !== '')
    .join(' ')
}
