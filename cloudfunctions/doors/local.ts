/** The program of one machine: reads its options, opens the door, lays the demonstration where one is wanted, and ends cleanly. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf, hourMs } from '#shared/kernel/day'
import { castStore } from '../demo/store'
import { nightlyCopies } from '../keeping/nightly'
import { organisationStore } from '../organisation/store'
import { systemChance } from '../runtime/chance'
import { type Clock, clockFrom, systemClock } from '../runtime/clock'
import { openEmbeddedDatabase } from '../runtime/embedded-database'
import { layVillage } from './demonstration'
import { collections, schemaNumber, version } from './house'
import { openLocalDoor } from './local-door'

export interface LocalOptions {
  readonly port: number
  readonly host: string
  readonly folder: string
  /** absent: a new folder becomes a demonstration, an old one stays what it is */
  readonly demo?: boolean
  readonly now?: number
}

/** What is wrong with the options, said to who typed them. */
export class BadOption extends Error {}

export function readOptions(args: readonly string[]): LocalOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '7788' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: 'data' },
      demo: { type: 'boolean' },
      'no-demo': { type: 'boolean' },
      now: { type: 'string' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new BadOption(`--port 要写 0 到 65535 的整数，您写了 ${values.port}`)
  if (values.demo && values['no-demo']) throw new BadOption('--demo 和 --no-demo 只能写一个')
  const demo = values['no-demo'] ? false : values.demo
  const now = values.now === undefined ? undefined : Date.parse(values.now)
  if (now !== undefined && demo !== true) throw new BadOption('--now 只能和 --demo 一起用')
  if (now !== undefined && Number.isNaN(now)) throw new BadOption(`--now 要写成 2026-11-25T08:50:00+08:00 这样，您写了 ${values.now}`)
  return {
    port,
    host: values.host,
    folder: resolve(values.data),
    ...(demo === undefined ? {} : { demo }),
    ...(now === undefined ? {} : { now }),
  }
}

/** What a data folder holds, as its store says; opening it proves that no other program is serving it. */
async function lookInto(
  folder: string,
): Promise<{ readonly isEmpty: boolean; readonly laid?: { readonly day: string; readonly isWhole: boolean } }> {
  if (!existsSync(join(folder, 'store.db'))) return { isEmpty: true }
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
  try {
    const laid = await castStore(db).laid()
    return laid === undefined ? { isEmpty: !(await organisationStore(db).hasCounty()) } : { isEmpty: false, laid }
  } finally {
    await db.close()
  }
}

/** Whether the folder is to be a demonstration, and whether its village has to be laid. One of an earlier day is cleared. */
async function prepareFolder(
  folder: string,
  wanted: boolean | undefined,
  today: string,
): Promise<{ isDemonstration: boolean; isToLay: boolean }> {
  const { isEmpty, laid } = await lookInto(folder)
  const isDemonstration = wanted ?? (laid !== undefined || isEmpty)
  if (isDemonstration && laid === undefined && !isEmpty) throw new BadOption('这个目录里是正式的数据，不能铺示范村。请用 --data 换一个目录')
  if (!isDemonstration && laid !== undefined) throw new BadOption('这个目录里铺的是示范村，不能当正式的用。请用 --data 换一个目录')
  const isCurrent = laid?.isWhole === true && laid.day === today
  if (laid !== undefined && !isCurrent) {
    for (const name of ['store.db', 'store.db-wal', 'store.db-shm', 'files']) rmSync(join(folder, name), { recursive: true, force: true })
  }
  return { isDemonstration, isToLay: isDemonstration && !isCurrent }
}

/** The demonstration's first theme day hangs under the code its handbook names. */
function demoChance() {
  let codes = ['DANGR101']
  return {
    ...systemChance,
    code() {
      const [next, ...rest] = codes
      codes = rest
      return next ?? systemChance.code()
    },
  }
}

const sayFailure = (what: string) => (error: unknown) => void process.stderr.write(`${what}：${String(error)}\n`)

export interface Running {
  readonly url: string
  close(): Promise<void>
}

export async function runLocal(options: LocalOptions, h5: string, say: (line: string) => void): Promise<Running> {
  const clock: Clock = options.now === undefined ? systemClock : clockFrom(options.now)
  mkdirSync(options.folder, { recursive: true })
  const { isDemonstration, isToLay } = await prepareFolder(options.folder, options.demo, dayOf(clock.now()))
  const { folder, port, host } = options
  say(`先锋连心 ${version} · 数据在 ${folder}`)
  const chance = isDemonstration ? demoChance() : systemChance
  const door = await openLocalDoor({ folder, port, host, h5, clock, chance, isDemonstration })
  if (isToLay) {
    say('正在按今天铺示范村…')
    await layVillage({ house: door.house, db: door.db, clock })
  }
  if (!isDemonstration && !(await door.house.stores.organisation.hasCounty())) {
    say('这里还没有建县：请先停下，运行 npm run -s found -- --county 某某县 --admin 姓名')
  }
  const copies = nightlyCopies({ folder, clock, onFailure: sayFailure('夜里的备份没做成') })
  let swept = 0
  const timer = setInterval(() => {
    const now = clock.now()
    // A demonstration is laid anew each day: there is nothing to keep.
    if (!isDemonstration) void copies.tick()
    if (now - swept < hourMs) return
    swept = now
    door.house.tries.sweep(now).catch(sayFailure('旧的试码次数没清掉'))
    door.house.sweepFiles(now).catch(sayFailure('传了没用的录音和附件没清掉'))
  }, 1000)
  return {
    url: door.url,
    async close() {
      clearInterval(timer)
      await copies.close()
      await door.close()
    },
  }
}
