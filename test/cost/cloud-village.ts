/**
 * A village in the cloud: the house over CloudBase's SDK and the stand-in for the wire, where every round trip is counted. It is laid
 * through the same actions as a real one.
 */
import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { instantOf } from '#shared/kernel/day'
import { nothing } from '#shared/kernel/organisation'
import { readRoster } from '#shared/members/roster'
import { county, model, town } from '../../cloudfunctions/demo/rosters'
import { foundCounty } from '../../cloudfunctions/doors/found-county'
import { collections, openHouse } from '../../cloudfunctions/doors/house'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { openCloudbaseDatabase } from '../../cloudfunctions/runtime/cloudbase-database'
import { type Caller, deviceOf } from '../../cloudfunctions/runtime/identity'
import type { LogLine } from '../../cloudfunctions/runtime/log'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { openWire } from '../database/wire'
import { keepDues } from '../dues/keeping'
import { filesInMemory } from '../files/files-in-memory'
import { picture, sound } from '../files/sending'
import { type Api, apiOf, dataOf, publish, StillClock, themeDayPlan } from '../village/village'
import { layDues, layOwnDues } from './cloud-dues'

export interface Cost {
  readonly trips: number
  readonly writes: number
}

/** One instance of the cloud function: it remembers for a minute what it read. */
export interface Instance {
  of(caller: Caller): Api
}

/** The people whose phones are known; they hold one role each beside membership. */
export type Name = '王志强' | '张建国' | '徐大勇' | '刘桂兰' | '沈文' | '方敏'

/** What the village grows by. */
export const newBranches = ['柳树村支部', '石桥村支部', '新桥村支部', '高坡村支部'] as const
const laterMonths = ['2026-12', '2027-01', '2027-02', '2027-03'] as const

/** Laying it takes a thousand round trips to the stand-in: a few seconds on a busy machine. */
export const patienceMs = 180_000

export async function newCloudVillage() {
  const wire = await openWire()
  const clock = new StillClock(instantOf(themeDayPlan.day, '06:00'))
  const lines: LogLine[] = []
  const db = openCloudbaseDatabase({
    collections,
    pauses: { wait: (ms) => pause(ms), jitter: () => 0.5 },
    access: { env: 'local' },
  })
  /** What storage costs is its own; here documents are counted. */
  const files = filesInMemory()
  const parts = {
    ...{ db, files, clock, chance: systemChance, isDemonstration: false, memoryMs: 60_000 },
    keys: { hmac: (purpose: string, text: string) => createHmac('sha256', purpose).update(text).digest() },
    log: { write: (line: LogLine) => void lines.push(line), close: async () => undefined },
  }
  const newInstance = (): Instance => {
    const { serve } = openHouse(parts)
    return { of: (caller) => apiOf((body) => serve(body, caller)) }
  }
  const first = newInstance()
  let phonesSoFar = 0
  /** Each in a network of its own: what one asks costs the next one neither more nor less. */
  const newPhone = (): Caller => {
    phonesSoFar += 1
    return { address: `phone ${phonesSoFar}`, via: 'weapp', device: deviceOf(systemChance.token()) }
  }
  const bind = async (code: string, caller = newPhone()): Promise<Caller> => {
    dataOf(await first.of(caller).claims.bind({ code }))
    return caller
  }

  const admin = await bind((await foundCounty(db, openHouse(parts).stores, county, clock.now())).code)
  const issue = async (issuer: Caller, personId: string) => dataOf(await first.of(issuer).claims.issue({ personId })).code
  const members = readRoster(model.pasted).flatMap(({ person }) => person ?? [])
  const branch = dataOf(await first.of(admin).organisation.foundBranch({ committee: town, name: model.name, phone: model.phone, members }))
  const secretary = await bind(await issue(admin, branch.secretary.personId))
  const roster = dataOf(await first.of(secretary).members.list({ limit: 100 })).rows
  const person = (name: string) => {
    const row = roster.find((one) => one.name === name)
    if (row === undefined) throw new Error(`${name} is on no roster`)
    return row
  }
  const claim = async (name: string, caller?: Caller) => bind(await issue(secretary, person(name).personId), caller)
  const call = async (caller: Caller, ...names: readonly string[]) => {
    clock.set(themeDayPlan.day, '09:30')
    const memberIds = names.map((name) => person(name).memberId)
    dataOf(await first.of(caller).themeday.rollCall({ themeDayId: themeDay.themeDayId, memberIds }))
  }
  /** The secretary checks somebody in, who says that it was not so. */
  const help = async (name: '刘桂兰', themeDayId: string) => {
    const { memberId } = person(name)
    dataOf(await first.of(secretary).themeday.checkIn({ themeDayId, via: 'home', isSeen: true }, { for: { memberId, reason: 'noPhone' } }))
    const helped = first.of(phones[name])
    const [deed] = dataOf(await helped.assists.list({})).rows
    dataOf(await helped.assists.object({ assistId: deed?.assistId ?? '', reason: 'notThere' }))
  }
  /** Somebody had the member's number shown; what that takes is counted elsewhere. */
  const lookAt = async (name: '刘桂兰') => {
    const { members: list } = openHouse(parts).stores
    const member = await list.findMember({ ...nothing, all: true }, person(name).memberId)
    if (member === undefined) throw new Error(`${name} is on no roster`)
    const made = { ...member.made, requestId: systemChance.id(), by: person('王志强').personId, at: clock.now() }
    await db.transact((tx) => list.recordLook(tx, member, made, 'phone'))
  }
  /** A tap of the day that had to wait for a signal until the next morning. */
  const tapLate = async (caller: Caller) => {
    clock.set('2026-11-26', '08:00')
    const tapped = { at: instantOf(themeDayPlan.day, '09:05'), clockOffMs: 0 }
    dataOf(await first.of(caller).themeday.checkIn({ themeDayId: themeDay.themeDayId, via: 'code', tapped }))
  }
  /** The secretary's voice on the theme day. */
  const speak = async (caller: Caller, themeDayId: string) => {
    const { fileId } = dataOf(await first.of(caller).files.begin({ kind: 'voice', bytes: sound.length }))
    await files.put(fileId, sound)
    dataOf(await first.of(caller).themeday.setVoice({ themeDayId, voice: { fileId, seconds: 12 } }))
  }
  /** A paper kept with the theme day. */
  const attach = async (caller: Caller, themeDayId: string) => {
    const { fileId } = dataOf(await first.of(caller).files.begin({ kind: 'attachment', bytes: picture.length }))
    await files.put(fileId, picture)
    dataOf(await first.of(caller).themeday.addAttachment({ themeDayId, fileId, name: '清渠.png' }))
    return fileId
  }
  const phones: Readonly<Record<Name, Caller>> = {
    沈文: admin,
    王志强: secretary,
    张建国: await claim('张建国'),
    徐大勇: await claim('徐大勇'),
    刘桂兰: await claim('刘桂兰'),
    方敏: await bind(await issue(admin, branch.townOfficer?.personId ?? '')),
  }
  dataOf(await first.of(secretary).themeday.setHabits({ ways: ['rollCall', 'wall', 'screen'] }))
  dataOf(await first.of(phones.方敏).themeday.suggest({ month: '2026-11', topic: '冬修水利', materials: [] }))
  const themeDay = await publish(first.of(secretary), themeDayPlan)
  await speak(secretary, themeDay.themeDayId)
  const fileId = await attach(secretary, themeDay.themeDayId)
  await call(secretary, '李秀兰')
  await help('刘桂兰', themeDay.themeDayId)
  await lookAt('刘桂兰')
  await tapLate(phones.张建国)
  await keepDues({ secretary: first.of(secretary), rows: roster })
  const duesHands = {
    ...{ secretary: first.of(secretary), member: first.of(phones.张建国), checker: first.of(phones.刘桂兰) },
    memberIdOf: (name: string) => person(name).memberId,
  }
  await layDues(duesHands, 'first')

  const village = {
    ...{ wire, clock, phones, newInstance, newPhone, claim },
    ...themeDay,
    branchId: branch.branchId,
    memberId: person('张建国').memberId,
    committeeId: branch.committeeId,
    /** a paper kept with the theme day */
    fileId,
    /** a code that nobody has used */
    unusedCode: await issue(secretary, person('李秀兰').personId),
    /** what a piece of work costs at the wire */
    async cost(work: () => Promise<AnyReply>): Promise<Cost> {
      wire.recount()
      dataOf(await work())
      return { trips: wire.trips.length, writes: wire.writes }
    },
    /** More of everything a list may show: towns, branches, theme days, people called by somebody else, taps that came late. */
    async grow(): Promise<void> {
      await layDues(duesHands, 'others')
      const lay = async (committee: Parameters<Api['organisation']['foundBranch']>[0]['committee'], name: string) =>
        dataOf(
          await first
            .of(admin)
            .organisation.foundBranch({ committee, name, members: [{ name: '田有福', group: '一组', post: 'secretary' }] }),
        )
      for (const name of newBranches) {
        const founded = await lay({ committeeId: branch.committeeId }, name)
        const api = first.of(await bind(await issue(admin, founded.secretary.personId)))
        await layOwnDues(api, founded.secretary)
      }
      for (const name of ['河口镇', '云岭镇']) await lay({ name, officerName: '何平' }, '第一支部')
      for (const month of laterMonths) {
        const later = await publish(first.of(secretary), { ...themeDayPlan, day: `${month}-25` })
        clock.set(`${month}-25`, '09:30')
        await help('刘桂兰', later.themeDayId)
        await lookAt('刘桂兰')
      }
      await call(phones.徐大勇, '刘洋', '王秀英')
      await tapLate(secretary)
    },
    async close(): Promise<void> {
      await db.close()
      await wire.close()
      if (wire.refused.length > 0) throw new Error(`the stand-in refused: ${wire.refused.join('; ')}`)
      const failed = lines.filter(({ outcome }) => outcome === 'UNAVAILABLE')
      if (failed.length > 0) throw new Error(`calls failed: ${failed.map(({ error }) => error).join('; ')}`)
    },
  }
  return village
}

export type CloudVillage = Awaited<ReturnType<typeof newCloudVillage>>
