/** One browser that asks for everything heavy at once: nobody else waits for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commonRefusals } from '#shared/kernel/contract'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { noLimit, openTestDoor } from '../doors/stage'
import { fromSources, type RunningDoor, startDoor } from '../faults/killed-door'
import { often, patienceMs } from '../setup/often'
import { type LargeBranch, layLargeBranch } from './large-branch'

jest.setTimeout(patienceMs)

const checkIns = 40

describe('a hundred tables of a whole year, asked for at once', () => {
  let folder: string
  let large: LargeBranch
  let door: RunningDoor
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stalls-'))
    large = await layLargeBranch(folder, checkIns)
    door = await startDoor(folder, fromSources)
  })
  afterAll(async () => {
    await door.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  let asked = 0
  const ask = async (token: string, action: string, input: unknown): Promise<AnyReply> => {
    asked += 1
    const body = JSON.stringify({ action, input, requestId: `stalls-${asked}` })
    return (await fetch(`${door.url}/api`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body })).json()
  }
  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now()
    await work()
    return performance.now() - from
  }
  const health = async () => expect((await fetch(`${door.url}/health`)).status).toBe(200)
  const checkIn = async (token = '') => {
    const reply = await ask(token, 'themeday.checkIn', { themeDayId: large.themeDayId, via: 'code' })
    expect(reply).toMatchObject({ ok: true })
  }
  /** How long the slowest of a hundred took. */
  const slow = (times: readonly number[]) => [...times].sort((one, other) => one - other)[Math.ceil(times.length * 0.99) - 1] ?? 0

  it('leave the door open for others, are answered one at a time, and the rest are told that it is busy', async () => {
    const [secretary = ''] = large.secretaries
    const waiting = [...large.members]
    const idle = { health: [0], checkIn: [0] }
    for (let n = 0; n < checkIns / 2; n += 1) {
      idle.health.push(await took(health))
      idle.checkIn.push(await took(() => checkIn(waiting.pop())))
    }
    const exports = Array.from({ length: often(100, 1000) }, () => ask(secretary, 'dues.exportRegister', { year: large.year }))
    let isOver = false
    const answers = Promise.all(exports).finally(() => {
      isOver = true
    })
    const busy = { health: [0], checkIn: [0] }
    while (!isOver) {
      busy.health.push(await took(health))
      const token = waiting.pop()
      if (token !== undefined) busy.checkIn.push(await took(() => checkIn(token)))
      await pause(10)
    }
    const codes = (await answers).map((reply) => (reply.ok ? 'ok' : reply.message))
    expect(new Set(codes)).toEqual(new Set(['ok', commonRefusals.BUSY]))
    // Before, one table kept everybody waiting for a second or more, and a hundred for a minute.
    // A machine whose cores are taken by others is slower in all it does, so the bound is far from both.
    expect(slow(busy.health)).toBeLessThan(Math.max(1_000, 10 * slow(idle.health)))
    expect(slow(busy.checkIn)).toBeLessThan(Math.max(1_000, 10 * slow(idle.checkIn)))
  })

  it('of two browsers of one person are one person’s', async () => {
    const answers = await Promise.all(
      large.secretaries.flatMap((token) => [1, 2, 3].map(() => ask(token, 'dues.exportRegister', { year: large.year }))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  })

  it('are answered again when the row is empty', async () => {
    expect(await ask(large.secretaries[0] ?? '', 'themeday.exportBook', { themeDayId: large.themeDayId })).toMatchObject({ ok: true })
  })
})

describe('what a call costs', () => {
  const clock = { now: () => 1_795_000_000_000 }
  const authorization = `Bearer ${'a'.repeat(43)}`
  const open = () => openTestDoor({ clock, limits: { session: { burst: 60, perSecond: 1 }, address: noLimit } })

  it('is what it weighs: one table is paid with many ordinary calls, and who cannot pay it may still look', async () => {
    const door = await open()
    const status = async (action: string) => {
      const body = JSON.stringify({ action, input: {}, requestId: 'request-1' })
      return (await door.post(body, { authorization })).status
    }
    expect(await status('dues.exportRegister')).toBe(200)
    expect(await status('dues.exportRegister')).toBe(429)
    const looks = []
    for (let n = 0; n < 20; n += 1) looks.push(await status('session.who'))
    expect(looks.lastIndexOf(200)).toBe(looks.filter((one) => one === 200).length - 1)
    expect(looks).toEqual([...Array.from({ length: 19 }, () => 200), 429])
    await door.end()
  })

  it.each(['__proto__.x', 'constructor.name', 'dues', 'dues.nothing', 'nothing.at.all', ''])(
    'of %j, which is nothing, is one',
    async (action) => {
      const door = await open()
      expect([door.house.priceOf({ action }), door.house.priceOf([action]), door.house.priceOf(null)]).toEqual([1, 1, 1])
      await door.end()
    },
  )
})
