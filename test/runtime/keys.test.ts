import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshSecrets, keyVariables, openCloudKeys, openLocalKeys } from '../../cloudfunctions/runtime/keys'

const purposes = ['claim', 'address', 'device', 'seal', 'index'] as const
const localPurposes = [...purposes, 'archive'] as const

describe('the keys of one machine', () => {
  let folder: string
  const file = () => join(folder, 'keys.json')
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keys-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are six, and each says something of its own', () => {
    const keys = openLocalKeys(folder)
    expect(new Set(localPurposes.map((purpose) => keys.hmac(purpose, 'x').toString('hex'))).size).toBe(6)
  })

  it('of an earlier program gain the later ones, and those they have stay', () => {
    const { claim, address } = freshSecrets()
    writeFileSync(file(), JSON.stringify({ claim, address }), { mode: 0o600 })
    const first = openLocalKeys(folder)
    const fresh = expect.stringMatching(/^[\w-]{43}$/)
    const stored: unknown = JSON.parse(readFileSync(file(), 'utf8'))
    expect(stored).toEqual({ ...{ claim, address }, device: fresh, seal: fresh, index: fresh, archive: fresh })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['keys.json'])
    const again = openLocalKeys(folder)
    for (const purpose of localPurposes) expect(again.hmac(purpose, 'x')).toEqual(first.hmac(purpose, 'x'))
  })

  it('are completed although a completion was cut off before', () => {
    const { claim, address } = freshSecrets()
    writeFileSync(file(), JSON.stringify({ claim, address }))
    writeFileSync(`${file()}.new`, '{"claim"')
    const first = openLocalKeys(folder).hmac('device', 'x')
    expect(openLocalKeys(folder).hmac('device', 'x')).toEqual(first)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  it('are not guessed at when the file is something else', () => {
    for (const text of [
      '',
      '{}',
      JSON.stringify({ ...freshSecrets(), more: 'x' }),
      JSON.stringify({ ...freshSecrets(), claim: 'short' }),
    ]) {
      writeFileSync(file(), text)
      expect(() => openLocalKeys(folder)).toThrow()
      expect(readFileSync(file(), 'utf8')).toBe(text)
    }
  })
})

describe('the keys of the cloud', () => {
  const secrets = freshSecrets()
  const environment = Object.fromEntries(purposes.map((purpose) => [keyVariables[purpose], secrets[purpose]]))

  it('say what the same keys say on one machine', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'))
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(secrets))
    const [local, cloud] = [openLocalKeys(folder), openCloudKeys(environment)]
    for (const purpose of purposes) expect(cloud.hmac(purpose, '陈芳')).toEqual(local.hmac(purpose, '陈芳'))
    rmSync(folder, { recursive: true })
  })

  it.each(Object.values(keyVariables))('are refused without %s, by its name', (name) => {
    expect(() => openCloudKeys({ ...environment, [name]: undefined })).toThrow(`环境变量 ${name} 没有填`)
    expect(() => openCloudKeys({ ...environment, [name]: '' })).toThrow(`环境变量 ${name} 没有填`)
  })

  it('are refused when short or no base64url, and what was given is not repeated', () => {
    for (const wrong of ['canary'.repeat(7), `${'canary'.repeat(8)}+/`, ` ${secrets.claim}`]) {
      const open = () => openCloudKeys({ ...environment, LIANXIN_KEY_CLAIM: wrong })
      expect(open).toThrow(/^环境变量 LIANXIN_KEY_CLAIM 填得不对/)
      expect(open).not.toThrow(wrong.trim())
    }
  })
})
