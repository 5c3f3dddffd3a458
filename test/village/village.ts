/**
 * The village every test knows: 示范村支部 with 26 members and its neighbour 柳树村支部, founded by the same actions as a real
 * one, over a real store in a folder of its own. Only the clock is held still.
 */
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppContracts } from '#shared/contracts'
import type { InputOf, ReplyOf } from '#shared/kernel/contract'
import { instantOf } from '#shared/kernel/day'
import type { Role } from '#shared/kernel/organisation'
import { readRoster } from '#shared/members/roster'
import { macBytes, type ShownCode, stepOf, textOfStep } from '#shared/themeday/rotating'
import { county, model, neighbours, town } from '../../cloudfunctions/demo/rosters'
import { foundCounty } from '../../cloudfunctions/doors/found-county'
import { collections, type OpenHouse, openHouse, schemaNumber } from '../../cloudfunctions/doors/house'
import { openLocalDoor } from '../../cloudfunctions/doors/local-door'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { openLocalFiles } from '../../cloudfunctions/runtime/files-local'
import { type Caller, deviceOf } from '../../cloudfunctions/runtime/identity'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import type { LogLine } from '../../cloudfunctions/runtime/log'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'

export interface AskOptions {
  readonly requestId?: string
  readonly as?: string
  readonly for?: { readonly memberId: string; readonly reason: string }
}

export type Ask<A> = (input: InputOf<A>, options?: AskOptions) => Promise<ReplyOf<A>>
export type Api = { readonly [F in keyof AppContracts]: { readonly [V in keyof AppContracts[F]]: Ask<AppContracts[F][V]> } }

/** A clock that stands until it is moved. */
export class StillClock {
  constructor(private instant: number) {}
  now(): number {
    return this.instant
  }
  set(day: string, time: string): void {
    this.instant = instantOf(day, time)
  }
  forward(ms: number): void {
    this.instant += ms
  }
}

/** A browser, whoever is known on it. */
export interface Browser {
  readonly caller: Caller
  readonly token: string
  readonly api: Api
  /** an envelope exactly as given */
  raw(body: unknown): Promise<AnyReply>
}

const nicknames: Readonly<Record<string, string>> = { 老王: '王志强', 张大爷: '张建国', 阿强: '李强', 赵大娘: '赵玉珍' }
/** Those whose phones are known from the start: one of each role, here and next door. */
const known = ['王志强', '张建国', '刘桂兰', '李强', '徐大勇']
const knownNextDoor = ['田有福', '董春生', '范玉梅']

/** Who holds what else at 示范村支部 once `staff` was asked for: the keeper and the town's contact are no members. */
export const staffed = [
  { name: '陈芳', role: 'organisationOfficer', by: '老王', isMember: true },
  { name: '李秀兰', role: 'disciplineOfficer', by: '老王', isMember: true },
  { name: '吴小燕', role: 'liaison', by: '老王', isMember: true },
  { name: '郭玉兰', role: 'shopkeeper', by: '老王', isMember: false },
  { name: '向荣', role: 'villageContact', by: '方敏', isMember: false },
] as const

/** A person for each role who holds it and, beside membership, no other; `staff()` appoints those who are not there from the start. */
export const holders: Readonly<Record<Role, string>> = {
  member: '张大爷',
  groupLeader: '徐大勇',
  liaison: '吴小燕',
  shopkeeper: '郭玉兰',
  villageContact: '向荣',
  disciplineOfficer: '李秀兰',
  organisationOfficer: '陈芳',
  secretary: '老王',
  townOfficer: '方敏',
  countyAdmin: '沈文',
}

export const themeDayPlan = {
  day: '2026-11-25',
  from: '09:00',
  to: '11:00',
  topic: '学习乡村全面振兴规划',
  place: '村委会二楼会议室',
} as const

export interface VillageOptions {
  readonly isDemonstration?: boolean
  /** built pages: the village then stands behind a real local door at `url` */
  readonly h5?: string
}

export async function newVillage(options: VillageOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'village-'))
  const clock = new StillClock(instantOf(themeDayPlan.day, '06:00'))
  const lines: LogLine[] = []
  const { house, db, url, shut } = await openHouseIn(folder, clock, lines, options)
  const newcomer = () => openBrowser(house, systemChance.token())

  const admin = newcomer()
  const adminCode = await foundCounty(db, house.stores, county, clock.now())
  const administrator = dataOf(await admin.api.claims.bind({ code: adminCode.code }))
  const first = dataOf(await admin.api.organisation.foundBranch(foundingOf(model, town)))
  const second = dataOf(await admin.api.organisation.foundBranch(foundingOf(neighbours[0] ?? model, { committeeId: first.committeeId })))
  const claim = async (issuer: Browser, personId: string): Promise<Browser> => {
    const browser = newcomer()
    dataOf(await browser.api.claims.bind({ code: dataOf(await issuer.api.claims.issue({ personId })).code }))
    return browser
  }
  const browsers = new Map<string, Browser>([[county.admin, admin]])
  const people = new Map<string, { personId: string; memberId: string; groupId?: string }>()
  for (const [branch, names] of [
    [first, known],
    [second, knownNextDoor],
  ] as const) {
    const secretary = await claim(admin, branch.secretary.personId)
    for (const row of dataOf(await secretary.api.members.list({ limit: 100 })).rows) people.set(row.name, row)
    for (const name of names) {
      const person = people.get(name)
      if (person === undefined) throw new Error(`${name} is on no roster`)
      browsers.set(name, name === branch.secretary.name ? secretary : await claim(secretary, person.personId))
    }
  }
  if (first.townOfficer !== undefined) browsers.set(first.townOfficer.name, await claim(admin, first.townOfficer.personId))

  const village = {
    clock,
    house,
    db,
    folder,
    /** where the local door serves; empty without pages */
    url,
    /** every line logged so far */
    lines,
    /** the person 沈文, who administers the county */
    adminId: administrator.personId,
    committeeId: first.committeeId,
    branchId: first.branchId,
    /** the branch's own telephone */
    phone: model.phone,
    nextDoorId: second.branchId,
    newcomer,
    browser(name: string): Browser {
      const browser = browsers.get(nicknames[name] ?? name)
      if (browser === undefined) throw new Error(`${name} has no phone here`)
      return browser
    },
    as: (name: string): Api => village.browser(name).api,
    person(name: string) {
      const person = people.get(nicknames[name] ?? name)
      if (person === undefined) throw new Error(`${name} is on no roster`)
      return person
    },
    /** Holders of the remaining roles, each known on a browser of their own; laid only where a test asks for them. */
    async staff(): Promise<void> {
      for (const { name, role, by, isMember } of staffed) {
        const to = isMember ? { personId: village.person(name).personId } : { name }
        const { personId } = dataOf(await village.as(by).roles.grant({ unitId: first.branchId, role, to }))
        browsers.set(name, await claim(village.browser(by === '老王' ? by : '沈文'), personId))
      }
    },
    /** One more phone of somebody's; of who had none, it is from now on the one they are known by. */
    async claim(name: string, issuer = '老王'): Promise<Browser> {
      const phone = await claim(village.browser(issuer), village.person(name).personId)
      const whole = nicknames[name] ?? name
      if (!browsers.has(whole)) browsers.set(whole, phone)
      return phone
    },
    /** An office given from above is opened by a code from above: the phone they are known by from then on. */
    async claimAnew(name: string): Promise<Api> {
      const phone = await claim(village.browser('沈文'), village.person(name).personId)
      browsers.set(nicknames[name] ?? name, phone)
      return phone.api
    },
    /** November's theme day, planned by the secretary at six that morning; the clock then stands at the given time. */
    async themeDay(time?: string): Promise<{ readonly themeDayId: string; readonly code: string }> {
      const planned = await publish(village.as('老王'), themeDayPlan)
      if (time !== undefined) clock.set(themeDayPlan.day, time)
      return planned
    },
    /** The changing code as the organiser's screen shows it now. */
    shownCode(themeDayId: string): ShownCode {
      const step = stepOf(clock.now())
      const key = house.stores.themeDays.dayKey(themeDayId)
      const mac = createHmac('sha256', key).update(textOfStep(themeDayId, step)).digest().subarray(0, macBytes).toString('base64url')
      return { step, mac }
    },
    async close(): Promise<void> {
      await shut()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return village
}

/** Planned and made known in one go, as most tests need it. */
export async function publish(
  secretary: Api,
  plan: InputOf<AppContracts['themeday']['create']>,
): Promise<{ readonly themeDayId: string; readonly code: string }> {
  const planned = dataOf(await secretary.themeday.create(plan))
  dataOf(await secretary.themeday.publish({ themeDayId: planned.themeDayId }))
  return planned
}

export type Village = Awaited<ReturnType<typeof newVillage>>

function foundingOf(branch: typeof model, committee: InputOf<AppContracts['organisation']['foundBranch']>['committee']) {
  const members = readRoster(branch.pasted).flatMap(({ person }) => person ?? [])
  return { committee, name: branch.name, phone: branch.phone, members }
}

/** The house by itself, or behind its local door; every callback is rehearsed, as in all tests. */
async function openHouseIn(folder: string, clock: StillClock, lines: LogLine[], { h5, isDemonstration = false }: VillageOptions) {
  if (h5 !== undefined) {
    // With the limits people meet: they go by a clock of their own, which runs while the village's stands.
    const { house, db, url, close } = await openLocalDoor({ folder, h5, port: 0, clock, isDemonstration, rehearse: true })
    return { house, db, url, shut: close }
  }
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber, rehearse: true })
  const log = { write: (line: LogLine) => void lines.push(line), close: async () => undefined }
  const keys = openLocalKeys(folder)
  const files = openLocalFiles(folder, keys, clock)
  const house = openHouse({ db, keys, files, clock, chance: systemChance, log, isDemonstration })
  return { house, db, url: '', shut: () => db.close() }
}

function openBrowser(house: OpenHouse, token: string): Browser {
  const caller: Caller = { address: '127.0.0.1', via: 'h5', device: deviceOf(token) }
  return { caller, token, api: apiOf((body) => house.serve(body, caller)), raw: (body) => house.serve(body, caller) }
}

/** The typed caller: two property steps become the action's name. The cast is what the contract's types promise of `serve`. */
export function apiOf(send: (body: unknown) => Promise<unknown>): Api {
  const feature = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_, verb) =>
          (input: unknown, options: AskOptions = {}) =>
            send({ action: `${name}.${String(verb)}`, input, requestId: systemChance.id(), client: 'h5/0.1.0', ...options }),
      },
    )
  return new Proxy({}, { get: (_, name) => feature(String(name)) }) as Api
}

/** The data of an accepted answer; a refusal is a failed test. */
export function dataOf<Data>(
  reply: { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly code: string; readonly message: string },
): Data {
  if (!reply.ok) throw new Error(`refused with ${reply.code}: ${reply.message}`)
  return reply.data
}
