/**
 * The deployment's secrets. On one machine they lie in `keys.json` (readable by the owner only) beside the store and
 * never enter a backup; in the cloud they are variables of the function's environment.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/**
 * `claim`: codes; `address`: addresses, of callers and of files; `device`: a WeChat openId, so that none is ever stored;
 * `seal`: fields nobody may read out of the store, `index`: looking for them.
 */
export type KeyPurpose = 'claim' | 'address' | 'device' | 'seal' | 'index'

/** `archive`: the seal on a copy of the data folder. The cloud has no such copies and no such key. */
export type LocalPurpose = KeyPurpose | 'archive'

export interface Keys<Purpose extends LocalPurpose = KeyPurpose> {
  /** HMAC-SHA-256 under the key of that purpose */
  hmac(purpose: Purpose, text: string): Buffer
}

export type LocalKeys = Keys<LocalPurpose>

export type Environment = Readonly<Record<string, string | undefined>>

type Secrets<Purpose extends LocalPurpose> = Readonly<Record<Purpose, string>>
type LocalSecrets = Secrets<LocalPurpose>

/** 256 bits in base64url are 43 characters. */
const secret = z.base64url().min(43)
const later = {
  device: secret.exactOptional(),
  seal: secret.exactOptional(),
  index: secret.exactOptional(),
  archive: secret.exactOptional(),
}
const keysFile = z.strictObject({ claim: secret, address: secret, ...later })
/** As it lies on disk: one of an earlier program lacks the later keys. */
export type KeysFile = z.output<typeof keysFile>

export const keysFileName = 'keys.json'

export const keyVariables: Secrets<KeyPurpose> = {
  claim: 'LIANXIN_KEY_CLAIM',
  address: 'LIANXIN_KEY_ADDRESS',
  device: 'LIANXIN_KEY_DEVICE',
  seal: 'LIANXIN_KEY_SEAL',
  index: 'LIANXIN_KEY_INDEX',
}

const freshSecret = () => randomBytes(32).toString('base64url')

export const freshSecrets = (): LocalSecrets => ({
  claim: freshSecret(),
  address: freshSecret(),
  device: freshSecret(),
  seal: freshSecret(),
  index: freshSecret(),
  archive: freshSecret(),
})

export function openLocalKeys(folder: string): LocalKeys {
  const path = join(folder, keysFileName)
  // wx: two programs that start at once must not each make their own keys.
  if (!existsSync(path)) writeSecrets(path, freshSecrets(), 'wx')
  const stored = readKeysFile(path)
  return keysOf(wholeOf(stored) ?? completed(path, stored))
}

/** Changes nothing and makes nothing. Throws where the file is missing or something else. */
export function readKeysFile(path: string): KeysFile {
  return keysFile.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Whether opening them adds some: a copy that somebody keeps elsewhere is then older than what it has to open. */
export function lacksLaterKeys(folder: string): boolean {
  const path = join(folder, keysFileName)
  return existsSync(path) && wholeOf(readKeysFile(path)) === undefined
}

/** Into a folder that has none yet. */
export function layKeys(folder: string, stored: KeysFile): void {
  writeSecrets(join(folder, keysFileName), stored, 'wx')
}

/** None in a file of a program that put no seal on its copies. */
export function archiveKeysOf({ archive }: KeysFile): Keys<'archive'> | undefined {
  return archive === undefined ? undefined : keysOf({ archive })
}

/** Keys out of the function's environment. Throws one sentence that names the variable, never what is in it. */
export function openCloudKeys(environment: Environment): Keys {
  const read = (purpose: KeyPurpose) => {
    const [name, value] = [keyVariables[purpose], environment[keyVariables[purpose]]]
    if (value === undefined || value === '') throw new Error(`环境变量 ${name} 没有填，它是程序的钥匙`)
    if (!secret.safeParse(value).success) throw new Error(`环境变量 ${name} 填得不对，应当是至少 43 个字母、数字、- 或 _`)
    return value
  }
  return keysOf({ claim: read('claim'), address: read('address'), device: read('device'), seal: read('seal'), index: read('index') })
}

function wholeOf({ claim, address, device, seal, index, archive }: KeysFile): LocalSecrets | undefined {
  if (device === undefined || seal === undefined || index === undefined || archive === undefined) return undefined
  return { claim, address, device, seal, index, archive }
}

/** Files of an earlier program lack the later keys. Those they have stay as they are: codes on paper hang on them. */
function completed(path: string, stored: KeysFile): LocalSecrets {
  const whole = { ...freshSecrets(), ...stored }
  const beside = `${path}.new`
  writeSecrets(beside, whole, 'w')
  renameSync(beside, path)
  return whole
}

function writeSecrets(path: string, secrets: KeysFile, flag: 'w' | 'wx'): void {
  const file = openSync(path, flag, 0o600)
  try {
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function keysOf<Purpose extends LocalPurpose>(secrets: Secrets<Purpose>): Keys<Purpose> {
  return { hmac: (purpose, text) => createHmac('sha256', Buffer.from(secrets[purpose], 'base64url')).update(text).digest() }
}
