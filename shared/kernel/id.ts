/**
 * Ids and codes. Randomness comes from outside as bytes: nothing here is by chance.
 * Alphabet: Crockford base 32 (no I, L, O, U), so that a code can be read aloud and typed by anyone.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes an id (80 bits) and a code (40 bits) are made of. */
export const idBytes = 10
export const codeBytes = 5
/** Characters of a code on paper. */
export const codeLength = 8

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

/** 8 characters from 5 bytes. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < codeBytes) throw new Error(`a code needs ${codeBytes} bytes`)
  return base32(bytes.subarray(0, codeBytes))
}

/**
 * What a person typed → the code, or undefined when it cannot be one.
 * Forgives small letters, blanks, hyphens, full-width characters, and I/L for 1, O for 0.
 */
export function normaliseCode(typed: string): string | undefined {
  const code = typed
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000-]/g, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/** `ABCD EFGH`: two groups of four are easier to copy than eight in a row. */
export function sayCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}
