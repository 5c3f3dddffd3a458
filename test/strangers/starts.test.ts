/** Starts that meet something unusual: another start, a damaged store, a store that lost its log, a village that is still being laid. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeTemporaryFolders, temporaryFolder } from '../database/embedded-side'
import { openTestDoor } from '../doors/stage'
import { often, patienceMs } from '../setup/often'
import { bundleProgram, killAll, start } from './started'

jest.setTimeout(patienceMs)

beforeAll(bundleProgram)
afterEach(() => {
  killAll()
  removeTemporaryFolders()
})

const at = (day: number) => ['--demo', '--now', `2026-11-${String(day).padStart(2, '0')}T08:50:00+08:00`]

test('of two starts at once on the village of an earlier day one lays it and the other is told so', async () => {
  const folder = join(temporaryFolder(), 'data')
  await (await start(folder, ...at(1))).end()
  for (let day = 2; day < 2 + often(1, 20); day += 1) {
    const both = await Promise.all([start(folder, ...at(day)), start(folder, ...at(day))])
    const [serving, ...more] = both.filter((one) => one.isRunning())
    expect(more).toEqual([])
    expect(both.find((one) => !one.isRunning())?.aside()).toContain('正被另一个程序使用')
    expect(await serving?.ask('demo.listCast', {})).toMatchObject({ ok: true })
    expect(await serving?.ask('codes.resolve', { code: 'DANGRI01' })).toMatchObject({ data: { kind: 'themeDay' } })
    await serving?.end()
  }
})

test('a damaged store is not served: what is wrong, the newest copy and the way back are said', async () => {
  const folder = join(temporaryFolder(), 'data')
  await (await start(folder, ...at(1))).end()
  mkdirSync(join(folder, 'backups'))
  for (const name of ['2026-11-23.tar.gz', '2026-11-24.tar.gz', '.2026-11-25.tar.gz.abcdef'])
    writeFileSync(join(folder, 'backups', name), '')
  const file = join(folder, 'store.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, bytes.length - 8192, bytes.length - 4096)
  writeFileSync(file, bytes)
  const refused = await start(folder, ...at(1))
  expect(refused.exitCode()).toBe(1)
  expect(refused.aside()).toContain('数据文件坏了，没有启动')
  expect(refused.aside()).toContain(`--from ${folder}-坏/backups/2026-11-24.tar.gz --data ${folder} --keys ${folder}-坏/keys.json`)
  expect(refused.aside()).not.toMatch(/SQLITE|\bat /)
})

test('a store that was copied without its log is served, and it is said that something may be missing', async () => {
  const [folder, copied] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'data')]
  const program = await start(folder, ...at(1))
  await program.ask('demo.become', { person: 'zhang' })
  mkdirSync(copied)
  for (const name of ['store.db', 'keys.json']) writeFileSync(join(copied, name), readFileSync(join(folder, name)))
  await program.kill()
  const again = await start(folder, ...at(1))
  expect(again.lines.join('\n')).not.toContain('store.db-wal')
  await again.end()
  rmSync(join(folder, 'store.db-wal'), { force: true })
  const closed = await start(folder, ...at(1))
  expect(closed.lines.join('\n')).not.toContain('store.db-wal')
  const bare = await start(copied, ...at(1))
  expect(bare.lines.join('\n')).toContain('旁边的 store.db-wal 又不见了')
})

test('what a program lays into its folder is for its owner alone', async () => {
  const folder = join(temporaryFolder(), 'data')
  mkdirSync(folder, { mode: 0o755 })
  const program = await start(folder, ...at(1))
  const modeOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
  expect(['.', 'log', 'files'].map(modeOf)).toEqual(['700', '700', '700'])
  expect(['store.db', 'store.db-wal', 'lock.db', 'keys.json', 'log/2026-11-01.jsonl'].map(modeOf)).toEqual(Array(5).fill('600'))
  await program.end()
})

test('while the village is being laid nobody is told that all is well', async () => {
  let isPreparing = true
  const door = await openTestDoor({ isPreparing: () => isPreparing, isDemonstration: true })
  const health = async () => {
    const response = await fetch(`${door.url}/health`)
    return [response.status, await response.json()]
  }
  expect(await health()).toMatchObject([503, { ok: false, laid: false, readable: true, writable: true }])
  isPreparing = false
  expect(await health()).toMatchObject([200, { ok: true, laid: true }])
  await door.end()
})
