/** What a data folder holds, asked before it is served; and what has to be said about it. All of it while the folder is locked. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { castStore } from '../demo/store'
import { newestCopy } from '../keeping/nightly'
import { organisationStore } from '../organisation/store'
import { DamagedStore, type EmbeddedDatabase, openEmbeddedDatabase } from '../runtime/embedded-database'
import { roomIn } from '../runtime/embedded-sides'
import type { FolderLock } from '../runtime/folder-lock'
import { keysFileName } from '../runtime/keys'
import { BadOption } from './bad-option'
import { collections, schemaNumber } from './house'

/** The store does not hold together, so it is not served: what was written into it would be lost as well. */
export class DamagedAtStart extends Error {
  constructor(folder: string) {
    super([`目录 ${folder} 里的数据文件坏了，没有启动。不要往里再写，也不要删`, ...wayBack(folder)].join('\n'))
  }
}

function wayBack(folder: string): string[] {
  const copy = newestCopy(folder)
  const aside = `${folder}-坏`
  if (copy === undefined) return ['这个目录里没有备份。请找放在别处的备份（U 盘），照《备份与恢复》做']
  return [
    `最近的备份是 ${copy}。先把目录改名为 ${aside}，再恢复：`,
    `npm run -s restore -- --from ${join(aside, 'backups', copy)} --data ${folder} ${keysOption(folder, aside)}`,
    '看到“恢复好了”再启动',
  ]
}

function keysOption(folder: string, aside: string): string {
  return existsSync(join(folder, keysFileName)) ? `--keys ${join(aside, keysFileName)}` : '--no-keys'
}

const refusedWords = {
  full: '磁盘满了：能看，存不进去。请清出一点地方，不用重新启动',
  refused: '数据目录只能读：能看，存不进去。请看看磁盘是不是只读的、目录归不归运行程序的人',
}

export const sayRefused = (why: keyof typeof refusedWords): string => refusedWords[why]

interface Held {
  readonly isEmpty: boolean
  readonly laid?: { readonly day: string; readonly isWhole: boolean }
  readonly canBeWritten: boolean
}

const bytesToSpeakOf = 100 * 1024 * 1024

async function lookInto(lock: FolderLock, say: (line: string) => void): Promise<Held> {
  const file = join(lock.folder, 'store.db')
  if (!existsSync(file)) return { isEmpty: true, canBeWritten: true }
  const { size } = statSync(file)
  if (size > bytesToSpeakOf) say(`数据有 ${Math.round(size / 1024 / 1024)} MB，先从头检查一遍…`)
  const db = openWhole(lock)
  try {
    const refuses = db.refuses()
    if (refuses !== undefined) say(sayRefused(refuses))
    if (db.missesTail) say(missingTail)
    const canBeWritten = refuses === undefined
    const laid = await castStore(db).laid()
    return laid === undefined
      ? { isEmpty: !(await organisationStore(db).hasCounty()), canBeWritten }
      : { isEmpty: false, laid, canBeWritten }
  } finally {
    await db.close()
  }
}

const missingTail =
  '上次程序没有正常关上，旁边的 store.db-wal 又不见了：最后记的一些可能不在了。store.db、store.db-wal 要一起拷。请照纸上的核对最近几天的'

function openWhole(lock: FolderLock): EmbeddedDatabase {
  const db = openOrSay(lock)
  if (db.findDamage() === undefined) return db
  db.close().catch(() => undefined)
  throw new DamagedAtStart(lock.folder)
}

function openOrSay(lock: FolderLock): EmbeddedDatabase {
  try {
    return openEmbeddedDatabase({ folder: lock.folder, collections, schema: schemaNumber, lock })
  } catch (error) {
    throw error instanceof DamagedStore ? new DamagedAtStart(lock.folder) : error
  }
}

/** What a village needs to be laid, with its log. */
const roomForVillage = 16 * 1024 * 1024

/**
 * Whether the folder is to be a demonstration, and whether its village has to be laid. One of an earlier day is cleared; where
 * there is no room for a new one it stays.
 */
export async function prepareFolder(
  lock: FolderLock,
  wanted: boolean | undefined,
  today: string,
  say: (line: string) => void,
): Promise<{ isDemonstration: boolean; isToLay: boolean }> {
  const { isEmpty, laid, canBeWritten } = await lookInto(lock, say)
  const isDemonstration = wanted ?? (laid !== undefined || isEmpty)
  if (isDemonstration && laid === undefined && !isEmpty) throw new BadOption('这个目录里是正式的数据，不能铺示范村。请用 --data 换一个目录')
  if (!isDemonstration && laid !== undefined) throw new BadOption('这个目录里铺的是示范村，不能当正式的用。请用 --data 换一个目录')
  const isCurrent = laid?.isWhole === true && laid.day === today
  if (!isDemonstration || isCurrent) return { isDemonstration, isToLay: false }
  if (laid?.isWhole === true && (!canBeWritten || roomIn(lock.folder) < roomForVillage)) {
    say(`没有地方铺今天的示范村，还是 ${laid.day} 那天的`)
    return { isDemonstration, isToLay: false }
  }
  if (laid !== undefined)
    for (const name of [...storeNames(lock.folder), 'files']) rmSync(join(lock.folder, name), { recursive: true, force: true })
  return { isDemonstration, isToLay: true }
}

const storeNames = (folder: string) => readdirSync(folder).filter((name) => /^store\.db(-wal|-shm)?$/.test(name))
