/** A disk that is full or for reading only: reading goes on, writing is refused in words, and it goes on by itself when there is room. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { commonRefusals } from '#shared/kernel/contract'
import { patienceMs } from '../setup/often'
import { smallDisk } from './small-disk'
import { bundleProgram, killAll, type Started, start, until } from './started'

jest.setTimeout(patienceMs)

const disk = smallDisk()
const now = ['--demo', '--now', '2026-11-25T08:50:00+08:00']

beforeAll(bundleProgram)
afterAll(() => {
  killAll()
  disk.end()
})

/** Becomes a person of the village; that writes. */
const become = (program: Started, person = 'zhang') => program.ask('demo.become', { person })

describe(`on a ${disk.kind}`, () => {
  test('a program that runs goes on reading, refuses in words, and writes again when there is room', async () => {
    const program = await start(disk.folder, ...now)
    const { data } = await become(program)
    const token = String(data?.token)
    disk.fill(program.pid)
    expect(await become(program)).toEqual({ ok: false, code: disk.refusal, message: commonRefusals[disk.refusal] })
    for (const _ of [1, 2, 3]) {
      expect(await program.ask('session.who', {}, token)).toMatchObject({ ok: true, data: { persons: [{ name: '张建国' }] } })
    }
    expect(await program.health()).toMatchObject({ status: 503, ok: false, readable: true, writable: false, laid: true })
    // A wrong code cannot be counted, and is not let through for that.
    expect(await program.ask('claims.look', { code: 'ZZZZ9999' })).toMatchObject({ code: disk.refusal })
    disk.giveBack(program.pid)
    expect(await become(program)).toMatchObject({ ok: true })
    await until(async () => (await program.health()).status === 200)
    await program.said('又存得进去了')
    expect(program.isRunning()).toBe(true)
    await program.end()
    expect(program.exitCode()).toBe(0)
  })

  test('a sudden end on a full disk loses nothing that was answered, and nothing half is there', async () => {
    const program = await start(disk.folder, ...now)
    const { data } = await become(program, 'liu')
    disk.fill(program.pid)
    expect(await become(program, 'wang')).toMatchObject({ ok: false })
    await program.kill()
    const again = await start(disk.folder, ...now)
    expect(await again.ask('session.who', {}, String(data?.token))).toMatchObject({ ok: true, data: { persons: [{ name: '刘桂兰' }] } })
    if (disk.kind === 'small disk') {
      expect(await become(again)).toMatchObject({ code: 'DISK_FULL' })
      disk.giveBack(again.pid)
    }
    expect(await become(again)).toMatchObject({ ok: true })
    await again.end()
  })
})

const mountable = disk.setReadOnly === undefined ? [] : [disk]

describe('where a disk can be mounted', () => {
  // Elsewhere the store alone is asked the same, by a file that refuses (test/database/refusing-disk.test.ts).
  const starts = mountable.flatMap((full) => [
    { full, from: 'a store with its log', names: [] },
    { full, from: 'a store alone', names: ['store.db-wal', 'store.db-shm'] },
  ])
  test.each(starts)(
    'a start on a full disk from $from serves reading and says so, and writes when there is room',
    async ({ full, names }) => {
      await (await start(full.folder, ...now)).end()
      for (const name of names) rmSync(join(full.folder, name), { force: true })
      full.fill(0)
      const program = await start(full.folder, ...now)
      expect(program.lines.join('\n')).toContain('磁盘满了：能看，存不进去')
      expect(await program.ask('codes.resolve', { code: 'DANGRI01' })).toMatchObject({ ok: true, data: { kind: 'themeDay' } })
      expect(await become(program)).toMatchObject({ code: 'DISK_FULL' })
      expect(await program.health()).toMatchObject({ status: 503, readable: true, writable: false })
      full.giveBack(0)
      expect(await become(program)).toMatchObject({ ok: true })
      await program.said('又存得进去了')
      await program.end()
      expect(program.exitCode()).toBe(0)
    },
  )

  test.each(mountable)('a start on a disk for reading only serves reading, and writes when it is no more', async (disk) => {
    disk.setReadOnly?.(true)
    const program = await start(disk.folder, ...now)
    expect(program.lines.join('\n')).toContain('数据目录只能读')
    expect(await program.ask('codes.resolve', { code: 'DANGRI01' })).toMatchObject({ ok: true })
    expect(await become(program)).toEqual({ ok: false, code: 'READ_ONLY', message: commonRefusals.READ_ONLY })
    disk.setReadOnly?.(false)
    expect([await become(program), program.aside()]).toMatchObject([{ ok: true }, expect.anything()])
    await program.end()
  })
})
