/** A county founded a moment ago with one code that nobody has used, on either side of the database. */
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { instantOf } from '#shared/kernel/day'
import { foundCounty } from '../../cloudfunctions/doors/found-county'
import { collections, openHouse, schemaNumber } from '../../cloudfunctions/doors/house'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { openCloudbaseDatabase } from '../../cloudfunctions/runtime/cloudbase-database'
import type { Database } from '../../cloudfunctions/runtime/database'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { type Caller, deviceOf } from '../../cloudfunctions/runtime/identity'
import type { LogLine } from '../../cloudfunctions/runtime/log'
import { openWire } from '../database/wire'
import { filesInMemory } from '../files/files-in-memory'
import { apiOf, StillClock } from '../village/village'

interface Opened {
  readonly db: Database
  end(): Promise<void>
}

async function embedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'strangers-'))
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber, rehearse: true })
  const end = async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, end }
}

async function cloud(): Promise<Opened> {
  const wire = await openWire()
  const pauses = { wait: (ms: number) => pause(ms), jitter: systemJitter() }
  const db = openCloudbaseDatabase({ collections, pauses, access: { env: 'local' } })
  const end = async () => {
    await db.close()
    await wire.close()
  }
  return { db, end }
}

/** Spread as chance would, the same in every run. */
function systemJitter(): () => number {
  let turn = 0
  return () => {
    turn += 1
    return (turn * 0.618) % 1
  }
}

export const sides = [
  ['embedded', embedded],
  ['in the cloud', cloud],
] as const

export async function openCounty(open: () => Promise<Opened>) {
  const { db, end } = await open()
  const clock = new StillClock(instantOf('2026-11-25', '06:00'))
  const lines: LogLine[] = []
  const parts = {
    ...{ db, clock, files: filesInMemory(), chance: systemChance, isDemonstration: false },
    keys: { hmac: (purpose: string, text: string) => createHmac('sha256', purpose).update(text).digest() },
    log: { write: (line: LogLine) => void lines.push(line), close: async () => undefined },
  }
  const house = openHouse(parts)
  const { code } = await foundCounty(db, house.stores, { county: '青山县', admin: '沈文' }, clock.now())
  /** A house of other parts over the same store. */
  const houseWith = (over: Partial<typeof parts>) => openHouse({ ...parts, ...over })
  return { ...parts, db, clock, lines, house, houseWith, code, end }
}

export type County = Awaited<ReturnType<typeof openCounty>>

/** Whoever asks with a token of their own, and never with the same one twice. */
export const newcomer = (address: string): Caller => ({ address, via: 'h5', device: deviceOf(systemChance.token()) })

/** How each of the askers was answered, by code. */
export async function outcomesOf(
  { house }: Pick<County, 'house'>,
  callers: readonly Caller[],
  codeOf: (place: number) => string,
): Promise<Readonly<Record<string, number>>> {
  const replies = await Promise.all(
    callers.map((caller, place) => apiOf((body) => house.serve(body, caller)).claims.look({ code: codeOf(place) })),
  )
  const outcomes: Record<string, number> = {}
  for (const reply of replies) {
    const outcome = reply.ok ? 'ok' : reply.code
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  return outcomes
}
