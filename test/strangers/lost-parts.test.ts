/** Data folders of which a part is gone: the store, or the keys. And a damaged store, which is looked at and left as it is. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runLocal } from '../../cloudfunctions/doors/local'
import { removeTemporaryFolders, temporaryFolder } from '../database/embedded-side'
import { patienceMs } from '../setup/often'
import { bundleProgram, killAll, start } from './started'

jest.setTimeout(patienceMs)

const root = join(__dirname, '../..')
const demo = (day: number) => ['--demo', '--now', `2026-11-${String(day).padStart(2, '0')}T08:50:00+08:00`]

beforeAll(bundleProgram)
afterEach(() => {
  jest.restoreAllMocks()
  killAll()
  removeTemporaryFolders()
})

const found = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--require', 'tsx/cjs', join(root, 'scripts/found.ts'), '--data', folder, ...args], {
    cwd: root,
    encoding: 'utf8',
  })
const foundCounty = (folder: string) => found(folder, '--county', '青石县', '--admin', '沈文')

const put = (folder: string, name: string, text = 'x') => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}
const everythingIn = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name !== 'lock.db').sort()

const lost: [string, (folder: string) => void][] = [
  ['keys alone', (folder) => put(folder, 'keys.json', '{}')],
  ['files alone', (folder) => put(folder, 'files/0123456789abcdef')],
  ['copies alone', (folder) => put(folder, 'backups/2026-11-24.tar.gz')],
  ['a copy under a name of one’s own', (folder) => put(folder, 'backups/升级以前.tar.gz')],
  [
    'an empty store beside keys',
    (folder) => {
      put(folder, 'keys.json', '{}')
      put(folder, 'store.db', '')
    },
  ],
]

test.each(lost)('a folder with %s is no empty one: no demonstration, no service, and nothing is touched', async (_what, lay) => {
  const folder = join(temporaryFolder(), 'data')
  lay(folder)
  const before = everythingIn(folder)
  for (const kind of [{}, { demo: true }, { demo: false }]) {
    const said: string[] = []
    const options = { port: 0, host: '127.0.0.1', folder, ...kind }
    await expect(runLocal(options, folder, (line) => said.push(line))).rejects.toThrow('store.db 却不见了')
    expect(said).toEqual([])
  }
  expect(everythingIn(folder)).toEqual(before)
})

test('nor is a new county founded over it, and the newest copy and the way back are said', () => {
  const folder = join(temporaryFolder(), 'data')
  expect(foundCounty(folder).status).toBe(0)
  for (const day of ['23', '24']) put(folder, `backups/2026-11-${day}.tar.gz`)
  for (const name of readdirSync(folder)) if (name.startsWith('store.db')) rmSync(join(folder, name))
  const refused = foundCounty(folder)
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('store.db 却不见了')
  expect(refused.stderr).toContain(`--from ${folder}-坏/backups/2026-11-24.tar.gz --data ${folder}`)
  expect(existsSync(join(folder, 'store.db'))).toBe(false)
})

test('a program that dies at any step of clearing yesterday’s demonstration starts again', async () => {
  const h5 = temporaryFolder()
  put(h5, 'index.html', '<!doctype html><title>先锋连心</title>')
  const folder = join(temporaryFolder(), 'data')
  const run = (day: number) => {
    const now = Date.parse(`2026-11-${String(day).padStart(2, '0')}T08:50:00+08:00`)
    return runLocal({ port: 0, host: '127.0.0.1', folder, demo: true, now }, h5, () => undefined)
  }
  await (await run(1)).close()
  const remove = fs.rmSync
  let died = true
  for (let step = 0, day = 2; died; step += 1, day += 1) {
    put(folder, 'files/0123456789abcdef')
    died = false
    let left = step
    const spy = jest.spyOn(fs, 'rmSync').mockImplementation((path, options) => {
      if (left === 0) died = true
      if (died) throw new Error('killed')
      left -= 1
      remove(path, options)
    })
    const first = await run(day).catch(() => undefined)
    spy.mockRestore()
    await first?.close()
    await (await run(day)).close()
    expect(existsSync(join(folder, 'files/0123456789abcdef'))).toBe(false)
  }
})

test('keys that are gone are said at the start, once; so they are to who asks for a new code', async () => {
  const folder = join(temporaryFolder(), 'data')
  const keys = join(folder, 'keys.json')
  expect(foundCounty(folder).stderr).toBe('')
  renameSync(keys, join(folder, 'aside.json'))
  const without = await start(folder)
  expect(without.lines.join('\n')).toMatch(/keys\.json 不见了.*电话号码打不开.*认领码都作废.*再启动/)
  await without.end()
  renameSync(join(folder, 'aside.json'), keys)
  const again = await start(folder)
  expect(again.lines.join('\n')).not.toContain('不见了')
  await again.end()
  rmSync(keys)
  const code = found(folder, '--new-code')
  expect(code.status).toBe(0)
  expect(code.stderr).toContain('keys.json 不见了')
})

test('a damaged store with the log of a program that was killed is left byte for byte as it was', async () => {
  const folder = join(temporaryFolder(), 'data')
  await (await start(folder, ...demo(1))).end()
  const program = await start(folder, ...demo(1))
  await program.ask('demo.become', { person: 'zhang' })
  await program.kill()
  const file = join(folder, 'store.db')
  const bytes = readFileSync(file)
  // Far behind the tables’ own list: such a store opens, and only a look through all of it finds the damage.
  bytes.fill(0x5a, 4096 * Math.floor((3 * bytes.length) / 16384))
  writeFileSync(file, bytes)
  const sums = () =>
    ['store.db', 'store.db-wal'].map((name) =>
      createHash('sha1')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    )
  const before = sums()
  const refused = await start(folder, ...demo(1))
  expect(refused.exitCode()).toBe(1)
  expect(refused.aside()).toContain('数据文件坏了，没有启动')
  expect(sums()).toEqual(before)
  expect(found(folder, '--new-code').stderr).toContain('数据文件坏了')
  expect(sums()).toEqual(before)
})
