/** The program of one machine: reads its options, opens the door, lays the demonstration where one is wanted, and ends cleanly. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf, hourMs } from '#shared/kernel/day'
import { nightlyCopies } from '../keeping/nightly'
import { systemChance } from '../runtime/chance'
import { type Clock, clockFrom, systemClock } from '../runtime/clock'
import { CannotWrite } from '../runtime/database'
import { diskSays } from '../runtime/disk-says'
import type { EmbeddedDatabase } from '../runtime/embedded-database'
import { whyNotWritten } from '../runtime/embedded-failures'
import { type FolderLock, lockFolder } from '../runtime/folder-lock'
import { lacksLaterKeys } from '../runtime/keys'
import { sayAside } from '../runtime/log'
import { BadOption } from './bad-option'
import { layVillage, RefusedWhileLaying } from './demonstration'
import { version } from './house'
import { openLocalDoor } from './local-door'
import { prepareFolder, sayRefused } from './prepare-folder'

export interface LocalOptions {
  readonly port: number
  readonly host: string
  readonly folder: string
  /** absent: a new folder becomes a demonstration, an old one stays what it is */
  readonly demo?: boolean
  readonly now?: number
}

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

const keysGrow = '钥匙文件 keys.json 里添了新版程序要用的钥匙。请重新另外存一份：旧的那份核对不了以后的备份'

const sayFailure = (what: string) => (error: unknown) => sayAside(`${what}：${String(error)}\n`)

export interface Running {
  readonly url: string
  close(): Promise<void>
}

/** Throws what is said to whoever starts the program, among it `BadOption`, `FolderInUse`, `DamagedAtStart` and `CannotWrite`. */
export async function runLocal(options: LocalOptions, h5: string, say: (line: string) => void): Promise<Running> {
  try {
    return await run(options, h5, say)
  } catch (error) {
    throw whatIsWrong(error)
  }
}

async function run(options: LocalOptions, h5: string, say: (line: string) => void): Promise<Running> {
  const clock: Clock = options.now === undefined ? systemClock : clockFrom(options.now)
  // One lock from the first look to the end: who comes second must not clear what the first is laying.
  const lock = lockFolder(options.folder)
  try {
    return await runLocked(lock, options, { h5, clock, say })
  } catch (error) {
    lock.release()
    throw error
  }
}

async function runLocked(
  lock: FolderLock,
  { folder, port, host, demo }: LocalOptions,
  { h5, clock, say }: { readonly h5: string; readonly clock: Clock; readonly say: (line: string) => void },
): Promise<Running> {
  const { isDemonstration, isToLay } = await prepareFolder(lock, demo, dayOf(clock.now()), say)
  say(`先锋连心 ${version} · 数据在 ${folder}`)
  if (!isDemonstration && lacksLaterKeys(folder)) say(keysGrow)
  const chance = isDemonstration ? demoChance() : systemChance
  let isPreparing = isToLay
  const door = await openLocalDoor({ folder, lock, port, host, h5, clock, chance, isDemonstration, isPreparing: () => isPreparing })
  if (isToLay) {
    say('正在按今天铺示范村…')
    await layVillage({ house: door.house, db: door.db, clock })
    isPreparing = false
  }
  if (!isDemonstration && !(await door.house.stores.organisation.hasCounty())) {
    say('这里还没有建县：请先停下，运行 npm run -s found -- --county 某某县 --admin 姓名')
  }
  const copies = nightlyCopies({ folder, clock, onFailure: sayFailure('夜里的备份没做成') })
  const watchDisk = diskWatch(door.db, say)
  let swept = 0
  const timer = setInterval(() => {
    const now = clock.now()
    watchDisk()
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
      lock.release()
    },
  }
}

/** To be called each second: says once when nothing can be stored any more, and once when it can again. */
function diskWatch(db: EmbeddedDatabase, say: (line: string) => void): () => void {
  let said = db.refuses()
  return () => {
    const refuses = db.refuses()
    if (refuses !== undefined) void db.look()
    if (refuses === said) return
    said = refuses
    say(refuses === undefined ? '又存得进去了' : sayRefused(refuses))
  }
}

/** What the system says of the folder itself, where not even its keys or the store of a first start can be made. */
function whatIsWrong(error: unknown): unknown {
  if (error instanceof RefusedWhileLaying && error.code === 'DISK_FULL') return new CannotWrite('full', error)
  const why = diskSays(error) ?? whyNotWritten(error)
  return why === undefined ? error : new CannotWrite(why, error)
}
