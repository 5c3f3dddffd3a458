/**
 * The built functions over the stand-in, with the village laid through them: everybody is known by the openId that the
 * platform names, nothing else. Only the date is held still.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { instantOf } from '#shared/kernel/day'
import { readRoster } from '#shared/members/roster'
import { county, model, town } from '../../cloudfunctions/demo/rosters'
import { foundCounty } from '../../cloudfunctions/doors/found-county'
import { collections, openHouse } from '../../cloudfunctions/doors/house'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { systemClock } from '../../cloudfunctions/runtime/clock'
import { openCloudbaseDatabase } from '../../cloudfunctions/runtime/cloudbase-database'
import { openCloudKeys } from '../../cloudfunctions/runtime/keys'
import { openWire, type Wire } from '../database/wire'
import { filesInMemory } from '../files/files-in-memory'
import { type Api, apiOf, dataOf, publish, themeDayPlan } from '../village/village'

export type Main = (event: unknown, context: unknown) => Promise<unknown>

/** A function as a new instance has it: nothing is remembered in it yet. */
export function instanceOf(name: 'api' | 'jobs'): Main {
  const built = join(__dirname, `../../dist/cloudfunctions/${name}/index.js`)
  if (!existsSync(built)) throw new Error('the functions are not built: npm run build:functions')
  let main: Main | undefined
  jest.isolateModules(() => {
    main = jest.requireActual<{ readonly main: Main }>(built).main
  })
  if (main === undefined) throw new Error(`${name} exports no main`)
  return main
}

const keys = {
  LIANXIN_KEY_CLAIM: 'c'.repeat(43),
  LIANXIN_KEY_ADDRESS: 'a'.repeat(43),
  LIANXIN_KEY_DEVICE: 'd'.repeat(43),
  LIANXIN_KEY_SEAL: 's'.repeat(43),
  LIANXIN_KEY_INDEX: 'i'.repeat(43),
}

/** What never may be found in a line of the log, nor in an answer that is a failure. */
export const openIdOf = (name: string): string => `oCanary_${Buffer.from(name).toString('base64url').padEnd(20, '0')}`

const contextOf = (facts: Readonly<Record<string, string>>) => ({ request_id: 'r1', environment: JSON.stringify(facts) })

/** The context of a call from a mini-program, as the platform makes it. */
export const calledBy = (openId: string) =>
  contextOf({ WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID', WX_OPENID: openId, WX_CLIENTIP: '203.0.113.9', TRIGGER_SRC: 'wx_client' })
export const calledByTimer = contextOf({ TRIGGER_SRC: 'timer' })
export const calledByNobody = contextOf({})

/** Time stands at six in the morning of the theme day; only dates are made up, everything else runs as always. */
function holdTheDate(): void {
  const real = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const
  const timers = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const
  jest.useFakeTimers({ now: instantOf(themeDayPlan.day, '06:00'), doNotFake: [...real, ...timers] })
}

export interface Phone {
  readonly openId: string
  readonly api: Api
  send(event: unknown): Promise<unknown>
}

/** Phones are people's; instances come and go behind them. */
export const phoneOf = (main: Main, openId: string): Phone => {
  const send = (event: unknown) => main(event, calledBy(openId))
  return { openId, send, api: apiOf(send) }
}

export async function openCloudStage() {
  holdTheDate()
  const wire = await openWire()
  Object.assign(process.env, keys)
  const log: string[] = []
  const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => log.push(String(text)) > 0)
  const main = instanceOf('api')
  const founded = await layVillage(main, await foundOn())
  jest.setSystemTime(instantOf(themeDayPlan.day, '09:10'))
  wire.recount()
  return {
    wire,
    main,
    ...founded,
    log,
    /** round trips and documents written of one piece of work */
    async cost(work: () => Promise<unknown>) {
      wire.recount()
      await work()
      return { trips: [...wire.trips], writes: wire.writes }
    },
    async end(): Promise<void> {
      written.mockRestore()
      jest.useRealTimers()
      await wire.close()
      if (wire.refused.length > 0) throw new Error(`the stand-in refused: ${wire.refused.join('; ')}`)
    },
  }
}

export type CloudStage = Awaited<ReturnType<typeof openCloudStage>>

/** The county, as whoever runs the deployment founds it: over the same store, under the same keys, by no function. */
async function foundOn(): Promise<string> {
  const db = openCloudbaseDatabase({ collections, pauses: { wait: async () => undefined, jitter: () => 0 } })
  const silent = { write: () => undefined, close: async () => undefined }
  const parts = {
    db,
    keys: openCloudKeys(process.env),
    files: filesInMemory(),
    clock: systemClock,
    chance: systemChance,
    log: silent,
    isDemonstration: false,
  }
  const { code } = await foundCounty(db, openHouse(parts).stores, county, systemClock.now())
  await db.close()
  return code
}

async function layVillage(main: Main, adminCode: string) {
  const phone = (name: string): Phone => phoneOf(main, openIdOf(name))
  const admin = phone(county.admin)
  dataOf(await admin.api.claims.bind({ code: adminCode }))
  const members = readRoster(model.pasted).flatMap(({ person }) => person ?? [])
  const { secretary } = dataOf(await admin.api.organisation.foundBranch({ committee: town, name: model.name, phone: model.phone, members }))
  const claim = async (issuer: Phone, name: string, personId: string): Promise<Phone> => {
    dataOf(await phone(name).api.claims.bind({ code: dataOf(await issuer.api.claims.issue({ personId })).code }))
    return phone(name)
  }
  const wang = await claim(admin, secretary.name, secretary.personId)
  const roster = dataOf(await wang.api.members.list({ limit: 100 })).rows
  const personOf = (name: string) => {
    const person = roster.find((one) => one.name === name)
    if (person === undefined) throw new Error(`${name} is on no roster`)
    return person
  }
  for (const name of ['张建国', '刘桂兰']) await claim(wang, name, personOf(name).personId)
  const { themeDayId } = await publish(wang.api, themeDayPlan)
  return { phone, personOf, themeDayId, secretary: wang }
}

/** Puts the stand-in's documents back as they are now, whatever happens until then. */
export function remember({ documents }: Wire): () => void {
  const names = collections.map(({ name }) => name)
  const before = names.map((name) => documents.all(name))
  return () => {
    for (const [place, name] of names.entries()) {
      const kept = before[place] ?? []
      const isKept = new Set(kept.map(({ _id }) => _id))
      for (const { _id } of documents.all(name)) if (!isKept.has(_id)) documents.write(name, String(_id), undefined)
      for (const document of kept) documents.write(name, String(document._id), document)
    }
  }
}
