/** The machine dies in the middle of a busy evening, many times: what was acknowledged is there, and nothing is there twice. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { hourMs } from '#shared/kernel/day'
import { nothing } from '#shared/kernel/organisation'
import { attendanceId, presetWays, themeDayId } from '#shared/themeday/ids'
import { bindDevice } from '../../cloudfunctions/claims/binding'
import { collections, schemaNumber, storesOf } from '../../cloudfunctions/doors/house'
import { layBranch, newUnit } from '../../cloudfunctions/organisation/founding'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { deviceOf } from '../../cloudfunctions/runtime/identity'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { often, patienceMs } from '../setup/often'
import { bundleDoor, startDoor } from './killed-door'

jest.setTimeout(patienceMs)

/**
 * The library closes a store's files only when they are collected. Collected while a door serves, they must not take its log
 * away: they would, if the door had lost its locks on the store.
 */
setFlagsFromString('--expose-gc')
const collectClosedStores: () => void = runInNewContext('gc')

const kills = often(50, 200)
const callers = 32
const seed = Number(process.env.SEED ?? 20261125)

interface Tap {
  readonly token: string
  readonly themeDayId: string
  readonly attendanceId: string
  readonly requestId: string
}

/** Mulberry32: the same seed kills at the same counts. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** 150 members with a session each and 60 theme days open now; laid through the stores, for speed. */
async function layBusyBranch(folder: string): Promise<Tap[]> {
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
  const stores = storesOf({ db, keys: openLocalKeys(folder), chance: systemChance })
  const now = Date.now()
  const made = { action: 'test.lay', by: 'operator', at: now, requestId: systemChance.id(), via: 'test', inputHash: '' }
  const branch = newUnit(made, 'busy', { level: 'branch', name: '忙村支部', countyId: 'county', branchId: 'busy' })
  const members = Array.from({ length: 150 }, (_, n) => ({ name: `党员${n}` }))
  const tokens = new Map<string, string>()
  const initialsOf = await stores.members.openInitials()
  await db.transact(async (tx) => {
    for (const { _id, personId } of await layBranch(tx, stores, made, { branch, groupNames: [], members, initialsOf })) {
      const person = await stores.members.getPerson(tx, personId)
      if (person === undefined) throw new Error('nobody was laid')
      const token = systemChance.token()
      tokens.set(_id, token)
      await bindDevice(tx, stores.members, { made, device: deviceOf(token), person, grants: [], toldBy: [] })
    }
  })
  const months = Array.from({ length: 60 }, (_, n) => `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
  await db.transact(async (tx) => {
    for (const month of months) {
      const _id = themeDayId('busy', month)
      const times = { startsAt: now - hourMs, endsAt: now + 12 * hourMs }
      await stores.themeDays.putThemeDay(tx, {
        ...{ _id, v: 2, made, branchId: 'busy', month, stage: 'published', version: 1, topic: '学习', place: '村委会', code: month },
        ...{ ...times, parts: [], venues: [], materials: [], ways: [...presetWays] },
      })
    }
  })
  await db.close()
  const laid = [...tokens]
  return months.flatMap((month, place) =>
    laid.map(([memberId, token], index) => {
      const day = themeDayId('busy', month)
      return { token, themeDayId: day, attendanceId: attendanceId(day, memberId), requestId: `tap-${place}-${index}-zzzz` }
    }),
  )
}

/** The time recorded, or undefined when no answer came. Any refusal is an error of the test. */
async function tap(url: string, { token, themeDayId: day, requestId }: Tap): Promise<number | undefined> {
  let reply: { ok: boolean; data?: { at: number } }
  try {
    const response = await fetch(`${url}/api`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ action: 'themeday.checkIn', input: { themeDayId: day, via: 'code' }, requestId }),
    })
    reply = await response.json()
  } catch {
    return undefined
  }
  if (!reply.ok || reply.data === undefined) throw new Error(`refused: ${JSON.stringify(reply)}`)
  return reply.data.at
}

describe('a machine that dies', () => {
  it(`keeps every acknowledged check-in, none twice, through ${kills} kills (seed ${seed})`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'))
    const random = randomFrom(seed)
    bundleDoor()
    let waiting = await layBusyBranch(folder)
    const acknowledged = new Map<string, { at: number; requestId: string }>()
    for (let round = 0; round < kills; round += 1) {
      const door = await startDoor(folder)
      collectClosedStores()
      const killAfter = 1 + Math.floor(random() * 120)
      let answered = 0
      let dying: Promise<void> | undefined
      const unknown: Tap[] = []
      const caller = async () => {
        for (let next = waiting.shift(); next !== undefined && dying === undefined; next = waiting.shift()) {
          const at = await tap(door.url, next)
          if (at === undefined) unknown.push(next)
          else acknowledged.set(next.attendanceId, { at, requestId: next.requestId })
          answered += 1
          if (answered >= killAfter) dying ??= door.kill()
        }
      }
      await Promise.all(Array.from({ length: callers }, caller))
      await dying
      // Whoever heard nothing asks again with the same request: that is what a phone does.
      waiting = [...unknown, ...waiting]
    }

    const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
    const stores = storesOf({ db, keys: openLocalKeys(folder), chance: systemChance })
    const stored = []
    for (const day of new Set([...acknowledged.keys()].map((id) => id.slice(0, 'busy_2020-01'.length)))) {
      stored.push(...(await stores.themeDays.listEntries({ ...nothing, all: true }, day)))
    }
    await db.close()
    rmSync(folder, { recursive: true, force: true })

    const there = new Map(stored.map((attendance) => [attendance._id, attendance]))
    expect(there.size).toBe(stored.length)
    const lost = [...acknowledged].filter(
      ([id, { at, requestId }]) => there.get(id)?.at !== at || there.get(id)?.made.requestId !== requestId,
    )
    expect(lost).toEqual([])
    // What is stored beyond the acknowledged was in flight at the last kill.
    expect(stored.length - acknowledged.size).toBeLessThanOrEqual(callers)
    expect(acknowledged.size).toBeGreaterThan(kills * 20)
  })
})
