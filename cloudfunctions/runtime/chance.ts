/** The only source of randomness of the cloud side. */
import { randomBytes } from 'node:crypto'
import { codeBytes, codeFrom, codeLength, idBytes, idFrom } from '#shared/kernel/id'

export interface Chance {
  /** 16 characters */
  id(): string
  /** 8 characters that can be read aloud: a code that opens nothing by itself */
  code(): string
  /** 256 bits, base64url */
  token(): string
}

export const systemChance: Chance = {
  id: () => idFrom(randomBytes(idBytes)),
  code: () => codeFrom(randomBytes(codeBytes(codeLength))),
  token: () => randomBytes(32).toString('base64url'),
}

/** From 0 up to 1, evenly: parts those who would otherwise try again at the same moment. */
export const jitter = (): number => randomBytes(4).readUInt32BE() / 2 ** 32
