/**
 * Fields nobody may read out of a stolen store: sealed with SM4 and HMAC-SM3 (encrypt, then authenticate), looked up by an
 * HMAC under a key of its own. The key's number stands in front, so that a later key can take over field by field.
 */
import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import type { Chance } from './chance'
import type { Keys } from './keys'

export interface Sealer {
  /** `k1:iv:text:tag`, each time another one */
  seal(text: string): string
  /** throws `SealBroken` when it was changed, or sealed under other keys */
  open(sealed: string): string
  /** the same text gives the same 43 letters: what an exact search looks for */
  index(text: string): string
}

/** Changed on its way, or sealed by keys this deployment no longer has. What was sealed is not repeated. */
export class SealBroken extends Error {
  constructor() {
    super('a sealed field does not open with these keys')
  }
}

const keyNumber = 'k1'

export function sealerOf(keys: Keys, chance: Pick<Chance, 'token'>): Sealer {
  // Two tasks never share a key: each is derived under its own name.
  const cipherKey = keys.hmac('seal', 'sm4').subarray(0, 16)
  const tagKey = keys.hmac('seal', 'sm3')
  const indexKey = keys.hmac('index', 'sm3')
  const tagOf = (text: string) => createHmac('sm3', tagKey).update(text).digest()
  return {
    seal: (text) => {
      const iv = Buffer.from(chance.token(), 'base64url').subarray(0, 16)
      const cipher = createCipheriv('sm4-cbc', cipherKey, iv)
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const body = `${keyNumber}:${iv.toString('base64url')}:${hidden.toString('base64url')}`
      return `${body}:${tagOf(body).toString('base64url')}`
    },
    open: (sealed) => {
      const [number, iv, hidden, tag, ...rest] = sealed.split(':')
      if (number !== keyNumber || iv === undefined || hidden === undefined || tag === undefined || rest.length > 0) throw new SealBroken()
      const given = Buffer.from(tag, 'base64url')
      const wanted = tagOf(`${number}:${iv}:${hidden}`)
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new SealBroken()
      const decipher = createDecipheriv('sm4-cbc', cipherKey, Buffer.from(iv, 'base64url'))
      return decipher.update(hidden, 'base64url', 'utf8') + decipher.final('utf8')
    },
    index: (text) => createHmac('sm3', indexKey).update(text).digest('base64url'),
  }
}
