import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collections, storesOf } from '../../cloudfunctions/doors/house'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { openCloudbaseDatabase } from '../../cloudfunctions/runtime/cloudbase-database'
import { freshSecrets, keyVariables, openCloudKeys } from '../../cloudfunctions/runtime/keys'
import { openWire } from '../database/wire'
import { PlayedEnvironment } from './played-environment'

/** Each command is a program of its own, and starts as slowly as one. */
jest.setTimeout(60_000)

const root = join(__dirname, '../..')
const secrets = freshSecrets()
const keys = {
  [keyVariables.claim]: secrets.claim,
  [keyVariables.address]: secrets.address,
  [keyVariables.device]: secrets.device,
  [keyVariables.seal]: secrets.seal,
  [keyVariables.index]: secrets.index,
}

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

describe('the commands for the cloud', () => {
  let played: PlayedEnvironment
  let folder: string
  beforeEach(async () => {
    played = new PlayedEnvironment()
    await played.open()
    folder = mkdtempSync(join(tmpdir(), 'cloud-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await played.close()
    expect(played.strange).toEqual([])
  })

  const withoutKeys = { LIANXIN_CLOUD: 'village-1', TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'canary-key' }
  const access = { ...withoutKeys, ...keys }
  /** From an empty folder, so that no `.env.local` of whoever runs the tests is read. */
  const run = (script: string, args: readonly string[], environment: Readonly<Record<string, string>>) =>
    new Promise<Ended>((resolve) => {
      const env = { PATH: process.env.PATH, TCB_BASE_URL: played.url, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), ...environment }
      const tsx = join(root, 'node_modules/tsx/dist/loader.mjs')
      execFile(process.execPath, ['--import', tsx, join(root, 'scripts', script), ...args], { cwd: folder, env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : 1, out, err }),
      )
    })

  it('cloud:init prepares, and --check only looks', async () => {
    const looked = await run('cloud-init.ts', ['--check'], access)
    expect(looked).toMatchObject({ code: 1, err: expect.stringMatching(/^不对：没有集合 actors\n[\s\S]*处不对，先不要给人用\n$/) })
    expect(played.changes).toEqual([])
    const made = await run('cloud-init.ts', [], access)
    expect(made).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`核对过了：${collections.length} 个集合`) })
    expect(made.out).not.toContain('canary')
  })

  it('cloud:init --new-keys prints five keys that the functions take, and keeps none', async () => {
    const { out, code } = await run('cloud-init.ts', ['--new-keys'], {})
    const made = Object.fromEntries(
      out
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    )
    expect(code).toBe(0)
    expect(Object.keys(made)).toEqual([
      'LIANXIN_KEY_CLAIM',
      'LIANXIN_KEY_ADDRESS',
      'LIANXIN_KEY_DEVICE',
      'LIANXIN_KEY_SEAL',
      'LIANXIN_KEY_INDEX',
    ])
    expect(() => openCloudKeys(made)).not.toThrow()
    expect(new Set(Object.values(made)).size).toBe(5)
    expect(existsSync(join(folder, '.env.local'))).toBe(false)
  })

  it('found --cloud founds the county there, and its code is the one the functions know', async () => {
    const wire = await openWire()
    const led = ['TCB_CONTEXT_CNFG', 'TENCENTCLOUD_RUNENV', 'SCF_NAMESPACE', 'TCB_ENV', 'TENCENTCLOUD_REGION']
    const environment = { ...Object.fromEntries(led.map((name) => [name, process.env[name] ?? ''])), ...access }
    const args = ['--cloud', '--county', '青山县', '--admin', '沈文']
    const founded = await run('found.ts', args, environment)
    expect(founded).toMatchObject({ code: 0, err: '' })
    const [, typed = ''] = /沈文的认领码：([0-9A-Z ]+)/.exec(founded.out) ?? []
    expect(founded.out).toContain('青山县建好了，数据在 云上的环境 village-1')
    const db = openCloudbaseDatabase({
      collections,
      pauses: { wait: async () => undefined, jitter: () => 0 },
      access: { env: 'village-1' },
    })
    const { claims } = storesOf({ db, keys: openCloudKeys(keys), chance: systemChance })
    expect(await claims.find(typed.replace(/ /g, ''))).toBeDefined()
    expect(await run('found.ts', ['--cloud', '--new-code'], environment)).toMatchObject({ code: 0, out: expect.stringContaining(typed) })
    await db.close()
    expect(wire.refused).toEqual([])
    await wire.close()
  })

  it.each([
    ['found.ts', ['--cloud', '--county', '青山县', '--admin', '沈文']],
    ['cloud-init.ts', []],
  ])('%s does nothing without the keys of the functions', async (script, args) => {
    expect(await run(script, args, withoutKeys)).toEqual({ code: 1, out: '', err: '环境变量 LIANXIN_KEY_CLAIM 没有填，它是程序的钥匙\n' })
    expect(played.changes).toEqual([])
  })
})
