/** Files of one machine: `files/<id>` in the data folder, of which every copy takes along what something uses. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Clock } from './clock'
import { CannotWrite } from './database'
import { diskSays } from './disk-says'
import { sayAddress } from './file-address'
import { checkFileId, type Files, FileTooLarge, type FoundFile, isFileId, ticketMs } from './files'
import type { Keys } from './keys'
import { sayAside } from './log'
import { ownFolder } from './private-folder'

/** Lies beside `files/`: what is half written must not get into a copy. */
const unfinished = /^\.file-[0-9a-z]{16}-[0-9]+$/

/** Left free for the store, its log and its copies: whoever checks in comes before whoever sends a paper. */
const spareBytes = 1_000_000_000

/** Looked at together; whoever checks in comes in between. */
const stepFiles = 100

export function openLocalFiles(folder: string, keys: Keys, clock: Clock): Files {
  const place = join(folder, 'files')
  prepare(folder, place)
  let written = 0
  const pathOf = (id: string) => {
    checkFileId(id)
    return join(place, id)
  }
  return {
    async put(id, bytes) {
      const path = pathOf(id)
      written += 1
      const beside = join(folder, `.file-${id}-${written}`)
      try {
        await writeWhole(beside, bytes, clock.now())
        await rename(beside, path)
      } catch (error) {
        await rm(beside, { force: true })
        throw notKept(error)
      }
      syncFolder(place)
    },
    async get(id, atMost) {
      const path = pathOf(id)
      const found = await stat(path).catch(missing)
      if (found === undefined) return undefined
      if (found.size > atMost) throw new FileTooLarge(id)
      return readFile(path).catch(missing)
    },
    async sizeOf(id) {
      return (await stat(pathOf(id)).catch(missing))?.size
    },
    async remove(id) {
      const gone = await rm(pathOf(id)).then(() => true, missing)
      return gone === true
    },
    async ticketFor(id) {
      checkFileId(id)
      return { address: sayAddress(keys, { use: 'send', id, until: clock.now() + ticketMs }), headers: {} }
    },
    async addressOf(id, forMs) {
      return existsSync(pathOf(id)) ? sayAddress(keys, { use: 'fetch', id, until: clock.now() + forMs }) : undefined
    },
    async hasRoomFor(bytes) {
      const { bavail, bsize } = await statfs(place)
      return bavail * bsize - bytes > spareBytes
    },
    async listBefore(instant) {
      const names = (await readdir(place)).filter(isFileId)
      const found: FoundFile[] = []
      for (let from = 0; from < names.length; from += stepFiles) {
        const step = names.slice(from, from + stepFiles)
        const times = await Promise.all(step.map(async (id) => ({ id, putAt: (await stat(join(place, id)).catch(missing))?.mtimeMs })))
        for (const { id, putAt } of times) if (putAt !== undefined && putAt < instant) found.push({ id, putAt })
        await setImmediate()
      }
      return found
    },
  }
}

function notKept(error: unknown): unknown {
  const why = diskSays(error)
  return why === undefined ? error : new CannotWrite(why, error)
}

/** Beside the record: on a disk that is full or for reading only what is there is still served. */
function prepare(folder: string, place: string): void {
  try {
    ownFolder(place)
    for (const name of readdirSync(folder)) if (unfinished.test(name)) rmSync(join(folder, name), { force: true })
  } catch (error) {
    sayAside(`files 目录没有整理好：${String(error)}\n`)
  }
}

/** The file's time is that of our clock: by it the file is swept. */
async function writeWhole(path: string, bytes: Buffer, now: number): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.utimes(now / 1000, now / 1000)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is on disk only when its folder is; Windows knows no such thing and does without. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
