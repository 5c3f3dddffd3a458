/**
 * The deployment's secrets. On one machine they lie in `keys.json` (readable by the owner only) beside the store and
 * never enter a backup.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

export interface Keys {
  /** HMAC-SHA-256 under the key of that purpose */
  hmac(purpose: 'claim' | 'address', text: string): Buffer
}

const keysFile = z.strictObject({ claim: z.base64url().min(43), address: z.base64url().min(43) })

export const keysFileName = 'keys.json'

export function openLocalKeys(folder: string): Keys {
  const path = join(folder, keysFileName)
  if (!existsSync(path)) {
    const fresh = { claim: randomBytes(32).toString('base64url'), address: randomBytes(32).toString('base64url') }
    // wx: two programs that start at once must not each make their own keys.
    writeFileSync(path, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  const secrets = keysFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  return { hmac: (purpose, text) => createHmac('sha256', Buffer.from(secrets[purpose], 'base64url')).update(text).digest() }
}
