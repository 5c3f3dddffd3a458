/** Whether a data folder holds what it should, asked before anything in it is opened; and the way back where it does not. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { newestCopy } from '../keeping/nightly'
import { isWholeBefore } from '../runtime/embedded-before'
import { DamagedStore } from '../runtime/embedded-database'
import { keysFileName } from '../runtime/keys'
import { collections, schemaNumber } from './house'

/** The store does not hold together, so it is not served: what was written into it would be lost as well. */
export class DamagedAtStart extends Error {
  constructor(folder: string) {
    super([`目录 ${folder} 里的数据文件坏了，没有启动。不要往里再写，也不要删`, ...wayBack(folder)].join('\n'))
  }
}

/** The folder was somebody's, and its store is gone: it is no empty folder, and nothing new is begun in it. */
export class LostStore extends Error {
  constructor(folder: string) {
    const lines = [
      `目录 ${folder} 用过，里面的数据文件 store.db 却不见了，或者是空的，所以没有往下做。不要往里再写，也不要删`,
      '要是 store.db 只是挪走了，把它（有 store.db-wal 的话一起）拷回来就行',
    ]
    super([...lines, ...wayBack(folder)].join('\n'))
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

const keysOption = (folder: string, aside: string) => (hasKeys(folder) ? `--keys ${join(aside, keysFileName)}` : '--no-keys')

/**
 * `none`: a folder to begin in. `unread`: it can only be read once it is open, and has to be looked at then. Throws `LostStore`,
 * `DamagedAtStart` and `NewerStore`, and has written nothing.
 */
export function storeIn(folder: string, sayBytes: (bytes: number) => void = () => undefined): 'none' | 'unread' | 'whole' {
  const bytes = statSync(join(folder, 'store.db'), { throwIfNoEntry: false })?.size ?? 0
  if (bytes === 0) {
    if (wasUsed(folder)) throw new LostStore(folder)
    return 'none'
  }
  sayBytes(bytes)
  try {
    return isWholeBefore({ folder, collections, schema: schemaNumber }) ? 'whole' : 'unread'
  } catch (error) {
    throw error instanceof DamagedStore ? new DamagedAtStart(folder) : error
  }
}

/** A first start makes its store before anything else, so none of this is there without one. */
function wasUsed(folder: string): boolean {
  return hasKeys(folder) || newestCopy(folder) !== undefined || holdsFiles(join(folder, 'files'))
}

const holdsFiles = (files: string) => existsSync(files) && readdirSync(files).length > 0

const hasKeys = (folder: string) => existsSync(join(folder, keysFileName))

/** To be asked before the keys are opened, which makes new ones. Undefined: they are there. */
export function sayKeysGone(folder: string): string | undefined {
  if (hasKeys(folder)) return undefined
  return `钥匙 ${keysFileName} 不见了，换上了新的：以前登记的电话号码打不开，发出去还没用的认领码都作废；找到了原来的 ${keysFileName}，先停掉程序，拷回 ${folder} 盖掉新的，再启动`
}
