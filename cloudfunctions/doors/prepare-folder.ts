/** What a data folder holds, asked before it is served; and what has to be said about it. All of it while the folder is locked. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { castStore } from '../demo/store'
import { organisationStore } from '../organisation/store'
import { DamagedStore, type EmbeddedDatabase, openEmbeddedDatabase } from '../runtime/embedded-database'
import { roomIn } from '../runtime/embedded-sides'
import type { FolderLock } from '../runtime/folder-lock'
import { keysFileName } from '../runtime/keys'
import { BadOption } from './bad-option'
import { collections, schemaNumber } from './house'
import { DamagedAtStart, sayKeysGone, storeIn } from './whole-folder'

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
  const store = storeIn(lock.folder, (bytes) => {
    if (bytes > bytesToSpeakOf) say(`数据有 ${Math.round(bytes / 1024 / 1024)} MB，先从头检查一遍…`)
  })
  if (store === 'none') return { isEmpty: true, canBeWritten: true }
  const db = openOrSay(lock)
  try {
    if (store === 'unread' && db.findDamage() !== undefined) throw new DamagedAtStart(lock.folder)
    const refuses = db.refuses()
    if (refuses !== undefined) say(sayRefused(refuses))
    if (db.missesTail) say(missingTail)
    const canBeWritten = refuses === undefined
    const laid = await castStore(db).laid()
    if (laid !== undefined) return { isEmpty: false, laid, canBeWritten }
    const isEmpty = !(await organisationStore(db).hasCounty())
    const keysGone = isEmpty ? undefined : sayKeysGone(lock.folder)
    if (keysGone !== undefined) say(keysGone)
    return { isEmpty, canBeWritten }
  } finally {
    await db.close()
  }
}

const missingTail =
  '上次程序没有正常关上，旁边的 store.db-wal 又不见了：最后记的一些可能不在了。store.db、store.db-wal 要一起拷。请照纸上的核对最近几天的'

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
  if (laid !== undefined) clear(lock.folder)
  return { isDemonstration, isToLay: true }
}

/** The store last: whoever finds it knows that a demonstration lay here, and files or keys without one would look like a store that was lost. */
function clear(folder: string): void {
  for (const name of ['files', keysFileName, 'store.db-wal', 'store.db-shm', 'store.db'])
    rmSync(join(folder, name), { recursive: true, force: true })
}
