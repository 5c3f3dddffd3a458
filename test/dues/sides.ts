/**
 * The same branch with the same collectors on both databases: the embedded one, and the cloud's SDK over the stand-in for the wire.
 * Everybody comes by a phone in WeChat, whose session does not end while a year passes.
 */
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { instantOf } from '#shared/kernel/day'
import { readRoster } from '#shared/members/roster'
import { checks, county, model, town } from '../../cloudfunctions/demo/rosters'
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
import { type Api, apiOf, dataOf, StillClock } from '../village/village'
import { keepDues } from './keeping'
import type { Kept } from './whole-book'

export interface DuesSide {
  readonly name: string
  open(): Promise<DuesVillage>
}

/** 老王 and 陈芳 collect from everybody, the leaders from their groups. */
export const officers = ['王志强', '陈芳'] as const
export const leaders = ['周德福', '徐大勇', '李明强'] as const

export interface DuesVillage extends Kept {
  readonly clock: StillClock
  /** the roster */
  readonly rows: readonly Row[]
  /** an officer, a leader, who checks, or who receives for the town */
  as(name: string): Api
  idOf(name: string): string
  /** calls that failed so far: nothing that is asked for here may */
  readonly failures: readonly string[]
  end(): Promise<void>
}

export interface Row {
  readonly name: string
  readonly memberId: string
  readonly personId: string
  readonly groupName?: string
}

/** The November in which the branch begins. */
const beginning = { startMonth: '2026-11', day: '2026-11-26' } as const

/** A branch that cannot be laid leaves nothing open: the test that asked for it would wait for ever. */
async function layOrEnd(db: Database, end: () => Promise<void>): Promise<DuesVillage> {
  try {
    return await layOver(db, end)
  } catch (error) {
    await end()
    throw error
  }
}

/** Everybody's phone meets an instance of its own, which knows nothing of the others. */
async function layOver(db: Database, end: () => Promise<void>): Promise<DuesVillage> {
  const clock = new StillClock(instantOf(beginning.day, '08:00'))
  const lines: LogLine[] = []
  const openInstance = () =>
    openHouse({
      ...{ db, clock, files: filesInMemory(), chance: systemChance, isDemonstration: false, memoryMs: 60_000 },
      keys: { hmac: (purpose: string, text: string) => createHmac('sha256', purpose).update(text).digest() },
      log: { write: (line: LogLine) => void lines.push(line), close: async () => undefined },
    })
  const claim = async (code: string): Promise<Api> => {
    const { serve } = openInstance()
    const caller: Caller = { address: '127.0.0.1', via: 'weapp', device: deviceOf(systemChance.token()) }
    const phone = apiOf((body) => serve(body, caller))
    dataOf(await phone.claims.bind({ code }))
    return phone
  }
  const { stores } = openInstance()
  const admin = await claim((await foundCounty(db, stores, county, clock.now())).code)
  const issue = async (issuer: Api, personId = '') => claim(dataOf(await issuer.claims.issue({ personId })).code)
  const members = readRoster(model.pasted).flatMap(({ person }) => person ?? [])
  const branch = dataOf(await admin.organisation.foundBranch({ committee: town, name: model.name, phone: model.phone, members }))
  const { branchId } = branch
  const secretary = await issue(admin, branch.secretary.personId)
  const { rows } = dataOf(await secretary.members.list({ limit: 100 }))
  const rowOf = (name: string) => {
    const row = rows.find((one) => one.name === name)
    if (row === undefined) throw new Error(`${name} is on no roster`)
    return row
  }
  dataOf(await secretary.roles.grant({ unitId: branchId, role: 'organisationOfficer', to: { personId: rowOf('陈芳').personId } }))
  const phones = new Map([
    [branch.secretary.name, secretary],
    [town.officerName, await issue(admin, branch.townOfficer?.personId)],
  ])
  for (const name of ['陈芳', ...leaders, checks]) phones.set(name, await issue(secretary, rowOf(name).personId))
  for (const year of ['2026', '2027']) await keepDues({ secretary, rows }, { startMonth: beginning.startMonth, checker: checks, year })
  return {
    ...{ clock, branchId, dues: stores.dues, rows, end },
    get failures() {
      return lines.flatMap(({ outcome, error }) => (outcome === 'UNAVAILABLE' ? [error ?? ''] : []))
    },
    as(name) {
      const phone = phones.get(name)
      if (phone === undefined) throw new Error(`${name} has no phone here`)
      return phone
    },
    idOf: (name) => rowOf(name).memberId,
  }
}

export const embeddedSide: DuesSide = {
  name: 'the embedded database, every callback twice',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'dues-'))
    const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber, rehearse: true })
    return layOrEnd(db, async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    })
  },
}

export const cloudSide: DuesSide = {
  name: 'CloudBase, its SDK on a stand-in',
  async open() {
    const wire = await openWire()
    const pauses = { wait: (ms: number) => pause(ms), jitter: () => Math.random() }
    const db = openCloudbaseDatabase({ collections, pauses, access: { env: 'local' } })
    return layOrEnd(db, async () => {
      await db.close()
      await wire.close()
      if (wire.refused.length > 0) throw new Error(`the stand-in refused: ${wire.refused.join('; ')}`)
    })
  },
}

export const sides: readonly DuesSide[] = [embeddedSide, cloudSide]
