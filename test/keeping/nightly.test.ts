/** The copy of each night: one, without anybody's doing, and the fourteen newest of them. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArchive } from '../../cloudfunctions/keeping/archive'
import { copyInChild, nightlyCopies, type RunCopy } from '../../cloudfunctions/keeping/nightly'
import { dayMs, instantOf, minuteMs } from '../../shared/kernel/day'
import { removeTemporaryFolders, temporaryFolder } from '../database/embedded-side'
import { keysOf, openVillage, villageFolder } from './kept-village'

jest.setTimeout(60_000)

afterEach(removeTemporaryFolders)

const three = instantOf('2026-11-25', '03:00')

/** A night watched by a clock of its own; a copy is one written word unless told otherwise. */
function night(start: number, folder = temporaryFolder()) {
  const made: string[] = []
  const failures: unknown[] = []
  const state = { now: start, failing: false }
  const runCopy: RunCopy = async (to) => {
    if (state.failing) throw new Error('磁盘满了')
    made.push(to)
    writeFileSync(to, 'copy')
  }
  const options = { folder, clock: { now: () => state.now }, runCopy, onFailure: (error: unknown) => failures.push(error) }
  const copies = nightlyCopies(options)
  const tickAt = async (instant: number) => {
    state.now = instant
    await copies.tick()
  }
  const names = () => readdirSync(join(folder, 'backups')).sort()
  return { folder, options, made, failures, state, copies, tickAt, names }
}

test('before three in the morning none is made, and from three on exactly one', async () => {
  const { made, tickAt, folder } = night(three)
  await tickAt(three - 1)
  expect(made).toEqual([])
  for (let second = 0; second < 60; second++) await tickAt(three + second * 1000)
  await tickAt(three + 20 * 60 * minuteMs)
  await tickAt(three + dayMs - 1)
  expect(made).toEqual([join(folder, 'backups/2026-11-25.tar.gz')])
  await tickAt(three + dayMs)
  expect(made[1]).toBe(join(folder, 'backups/2026-11-26.tar.gz'))
})

test('a computer that was off at three makes it when it is switched on', async () => {
  const { tickAt, names } = night(three)
  await tickAt(instantOf('2026-11-25', '14:20'))
  expect(names()).toEqual(['2026-11-25.tar.gz'])
})

test('a restart on the same day makes no second one', async () => {
  const { folder, tickAt } = night(three)
  await tickAt(three)
  const again = night(three, folder)
  await again.tickAt(three + minuteMs)
  expect(again.made).toEqual([])
})

test('the fourteen newest are kept, and what a person laid beside them', async () => {
  const { folder, tickAt, names } = night(three)
  mkdirSync(join(folder, 'backups'))
  writeFileSync(join(folder, 'backups/before-the-move.tar.gz'), 'mine')
  for (let day = 0; day < 20; day++) await tickAt(three + day * dayMs)
  const kept = Array.from({ length: 14 }, (_, n) => `2026-12-${String(n + 1).padStart(2, '0')}.tar.gz`)
  expect(names()).toEqual([...kept, 'before-the-move.tar.gz'])
})

test('a failure is told and tried again after ten minutes, not sooner', async () => {
  const { state, failures, made, tickAt } = night(three)
  state.failing = true
  for (let second = 0; second < 600; second++) await tickAt(three + second * 1000)
  expect(failures).toEqual([new Error('磁盘满了')])
  await tickAt(three + 10 * minuteMs)
  expect(failures).toHaveLength(2)
  state.failing = false
  await tickAt(three + 15 * minuteMs)
  expect(made).toHaveLength(0)
  await tickAt(three + 20 * minuteMs)
  expect(made).toHaveLength(1)
})

test('while one is being made, no second one begins', async () => {
  const { options, state } = night(three)
  let begun = 0
  let finish = () => {}
  const runCopy: RunCopy = () => {
    begun += 1
    return new Promise((resolve) => {
      finish = resolve
    })
  }
  mkdirSync(join(options.folder, 'backups'))
  const copies = nightlyCopies({ ...options, runCopy })
  const first = copies.tick()
  state.now += dayMs
  const second = copies.tick()
  expect(begun).toBe(1)
  finish()
  await Promise.all([first, second])
  void copies.tick()
  expect(begun).toBe(2)
})

test('closing breaks it off, without calling that a failure, and nothing begins afterwards', async () => {
  const { options, failures } = night(three)
  let begun = 0
  const runCopy: RunCopy = (_, signal) => {
    begun += 1
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('broken off'))))
  }
  const copies = nightlyCopies({ ...options, runCopy })
  const ticked = copies.tick()
  await copies.close()
  await ticked
  await copies.tick()
  expect(begun).toBe(1)
  expect(failures).toEqual([])
})

test('a clock that is set back years does not end the copies', async () => {
  const { tickAt, made } = night(three)
  await tickAt(instantOf('2031-01-01', '08:00'))
  await tickAt(three)
  expect(made).toHaveLength(2)
})

test('what a killed copy left behind is cleared, and nothing else', async () => {
  const { folder, tickAt, names } = night(three)
  mkdirSync(join(folder, 'backups/.2026-11-24.tar.gz.x7Ab2Q'), { recursive: true })
  mkdirSync(join(folder, 'backups/.mine.tar.gz.x7Ab2Q'))
  await tickAt(three)
  expect(names()).toEqual(['.mine.tar.gz.x7Ab2Q', '2026-11-25.tar.gz'])
})

describe('by the backup command, in a program of its own', () => {
  const execArgv = ['--import', 'tsx']

  test('the copy of the night is made while the store is open, has its seal, and can be restored', async () => {
    const folder = await villageFolder()
    const db = openVillage(folder)
    const { options, failures } = night(three, folder)
    const copies = nightlyCopies({ ...options, runCopy: copyInChild(folder, execArgv) })
    await copies.tick()
    await db.close()
    expect(failures).toEqual([])
    const from = join(folder, 'backups/2026-11-25.tar.gz')
    const restored = await readArchive({ from, folder: join(temporaryFolder(), 'data'), schema: 1, keys: keysOf(folder) })
    expect(restored.isSealChecked).toBe(true)
    expect(restored.counts.members).toBe(40)
  })

  test('its failure is told in the sentence the command says', async () => {
    const folder = temporaryFolder()
    const { options, failures } = night(three, folder)
    await nightlyCopies({ ...options, runCopy: copyInChild(folder, execArgv) }).tick()
    expect(String(failures[0])).toContain('里没有数据（没有 store.db）')
  })
})
