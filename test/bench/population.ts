/** The county every measured server starts from: about 5,000 members with a session each, and theme days open for all of them. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { hourMs } from '#shared/kernel/day'
import { nothing, type Scope } from '#shared/kernel/organisation'
import { attendanceId, presetWays, themeDayId } from '#shared/themeday/ids'
import { bindDevice } from '../../cloudfunctions/claims/binding'
import { foundCounty, toldByOperator } from '../../cloudfunctions/doors/found-county'
import { collections, openHouse, schemaNumber } from '../../cloudfunctions/doors/house'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { systemClock } from '../../cloudfunctions/runtime/clock'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { openLocalFiles } from '../../cloudfunctions/runtime/files-local'
import { deviceOf } from '../../cloudfunctions/runtime/identity'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import type { Log } from '../../cloudfunctions/runtime/log'
import { everyPage } from '../../cloudfunctions/runtime/page'

/** 17 × 300: a branch is founded with at most 300 names. */
const branchCount = 17
const membersPerBranch = 300
const groupsPerBranch = 10

/**
 * How often every member can check in for the first time. Nobody gets through 5,100 × 120 check-ins in the time a server
 * is measured.
 */
const themeDaysPerBranch = 120

/** A prime without a common factor with the number of members: neighbours in time come from different branches, as on a busy evening. */
const stride = 2003

export interface CheckIn {
  readonly token: string
  readonly themeDayId: string
  readonly attendanceId: string
  readonly requestId: string
}

export interface Population {
  readonly memberCount: number
  /** in the order in which they are used up */
  readonly themeDayIds: readonly string[]
  /** the nth check-in of a server; no two are of the same member and theme day */
  checkIn(n: number, order: Order): CheckIn
}

/** `spread`: neighbours in time come from different branches · `hot`: a whole branch checks in to its one theme day before the next does */
export type Order = 'spread' | 'hot'

/** The operator of the bench sees everything. */
export const everything: Scope = { ...nothing, all: true }

const silent: Log = { write: () => undefined, close: async () => undefined }

/** Lays the population in a new store in the folder and closes it, so that the folder can be copied. */
export async function layPopulation(folder: string): Promise<Population> {
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
  const keys = openLocalKeys(folder)
  const files = openLocalFiles(folder, keys, systemClock)
  const parts = { db, keys, files, clock: systemClock, chance: systemChance, log: silent, isDemonstration: false }
  const { serve, stores } = openHouse(parts)
  const caller = { address: 'bench', via: 'bench', device: deviceOf(systemChance.token()) }
  const ask = async (action: string, input: unknown): Promise<unknown> => {
    const reply = await serve({ action, input, requestId: systemChance.id() }, caller)
    if (!reply.ok) throw new Error(`laying the population: ${action} was refused with ${reply.code}`)
    return reply.data
  }

  const { code } = await foundCounty(db, stores, { county: '量速县', admin: '量速员' }, systemClock.now())
  await ask('claims.bind', { code })
  const branches: string[] = []
  let committee: unknown = { name: '量速镇', officerName: '量速干事' }
  for (let n = 0; n < branchCount; n++) {
    const founded = foundedShape.parse(
      await ask('organisation.foundBranch', { committee, name: `第${n + 1}村党支部`, members: founders() }),
    )
    branches.push(founded.branchId)
    committee = { committeeId: founded.committeeId }
  }

  // The one short cut of the set-up: sessions are bound and theme days laid through the stores. Five thousand claim codes
  // would take longer than the measuring, and the real action plans one theme day a branch and month, in months to come:
  // here their months are only names that keep the ids apart, and all of them are held now.
  const now = systemClock.now()
  const made = { action: 'bench.lay', by: 'operator', at: now, requestId: systemChance.id(), via: 'bench', inputHash: '' }
  const members: { readonly token: string; readonly memberId: string; readonly branchId: string }[] = []
  for (const branchId of branches) {
    const persons = await everyPage((after) => stores.members.listPersons(everything, branchId, { ...after, limit: 100 }))
    const granted = await Promise.all(persons.map((person) => stores.organisation.grantsOfPerson(person._id)))
    await db.transact(async (tx) => {
      for (const [place, person] of persons.entries()) {
        const device = deviceOf(tokenOf(person._id))
        await bindDevice(tx, stores.members, { made, device, person, grants: granted[place] ?? [], toldBy: toldByOperator })
      }
      for (const month of months) {
        const words = { topic: '学习乡村全面振兴规划，清理村口水渠', place: '村委会二楼会议室', code: systemChance.code() }
        const times = { startsAt: now - hourMs, endsAt: now + 12 * hourMs }
        const plan = { stage: 'published' as const, version: 1, parts: [], venues: [], materials: [], ways: [...presetWays] }
        await stores.themeDays.putThemeDay(tx, {
          _id: themeDayId(branchId, month),
          v: 2,
          made,
          branchId,
          month,
          ...words,
          ...times,
          ...plan,
        })
      }
    })
    for (const { _id, memberId } of persons) {
      if (memberId === undefined) throw new Error('laying the population: a person of a branch is no member')
      members.push({ token: tokenOf(_id), memberId, branchId })
    }
  }
  await db.close()

  return {
    memberCount: members.length,
    themeDayIds: months.flatMap((month) => branches.map((branchId) => themeDayId(branchId, month))),
    checkIn(n, order) {
      const member = members[(order === 'hot' ? n : n * stride) % members.length]
      const month = months[Math.floor(n / members.length)]
      if (member === undefined || month === undefined)
        throw new Error('every member has checked in on every theme day: measure for less time')
      const id = themeDayId(member.branchId, month)
      return {
        token: member.token,
        themeDayId: id,
        attendanceId: attendanceId(id, member.memberId),
        requestId: `bench-${String(n).padStart(8, '0')}`,
      }
    },
  }
}

const foundedShape = z.object({ branchId: z.string(), committeeId: z.string() })

const months = Array.from({ length: themeDaysPerBranch }, (_, n) => `${2001 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)

function founders() {
  return Array.from({ length: membersPerBranch }, (_, n) => ({
    name: `党员${inHan(n)}`,
    group: `${(n % groupsPerBranch) + 1}组`,
    ...(n === 0 ? { post: 'secretary' } : {}),
  }))
}

/** Names have no digits: 0 to 299 in Han numerals, one a digit. */
function inHan(n: number): string {
  return [...String(n)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
}

/** 43 characters like a real one, and need not be remembered. */
function tokenOf(personId: string): string {
  return createHash('sha256').update(`bench ${personId}`).digest('base64url')
}
