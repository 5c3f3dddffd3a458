/**
 * Keeping: one file that holds a deployment's data as of one moment, and the way back. The keys are never in it, so
 * that a lost copy opens no door, and a changed one is told by its seal. Format 1, a `.tar.gz`: `manifest.json`, `store.db`, then what is
 * kept below `files/`; at the very end a seal and a sum.
 */
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { NewerStore } from '../runtime/database'
import { openLibsql, sqliteCode } from '../runtime/embedded-connection'
import { copyStoreTo, countStore, DamagedStore, storeSchema } from '../runtime/embedded-copy'
import { keysFileName, layKeys } from '../runtime/keys'
import { filesToKeep } from './archive-files'
import { keysIn, readKeptApart } from './archive-keys'
import { filesName, type Manifest, storeName } from './archive-manifest'
import { describeSource, packTo, type Source } from './archive-pack'
import { ArchiveRefused, SealRefused } from './archive-refused'
import { type ArchiveKeys, checkSeal, type Marks } from './archive-seal'
import { foldersIn, moveInto, syncFolder, withStage } from './archive-stage'
import { checkWhole, unpackInto } from './archive-unpack'

export { type ArchiveRefusal, ArchiveRefused, SealRefused } from './archive-refused'

/** What a copy holds, for the person who made or unpacked it. */
export interface Kept {
  /** ms */
  readonly madeAt: number
  /** rows per collection */
  readonly counts: Readonly<Record<string, number>>
  readonly files: number
  readonly filesBytes: number
  /** where the keys lie, or are to lie; never inside the copy */
  readonly keysFile: string
}

export interface WriteOrder {
  /** the data folder; its program may be running */
  readonly folder: string
  readonly to: string
  /** ms */
  readonly now: number
}

export interface Written extends Kept {
  readonly to: string
  readonly bytes: number
  /** false where the folder has no keys that can be read */
  readonly isSealed: boolean
}

/** Throws `ArchiveRefused`. The file gets its name only when it is whole and on disk. */
export async function writeArchive({ folder, to, now }: WriteOrder): Promise<Written> {
  const target = resolve(to)
  refuseSource(folder)
  refuseTarget(folder, target)
  return withStage(dirname(target), basename(target), async (stage) => {
    const copy = join(stage, storeName)
    const { schema, counts } = copyStore(folder, copy)
    const sources: Source[] = [{ path: storeName, file: copy }, ...(await filesToKeep(folder, copy))]
    const files = []
    for (const source of sources) files.push(await describeSource(source))
    const manifest: Manifest = { format: 1, schema, madeAt: now, counts, files }
    const archive = join(stage, 'archive')
    const keys = keysIn(folder)
    await packTo(archive, manifest, sources, keys)
    renameSync(archive, target)
    syncFolder(dirname(target))
    return { ...keptOf(manifest, folder), to: target, bytes: statSync(target).size, isSealed: keys !== undefined }
  })
}

function refuseSource(folder: string): void {
  if (!existsSync(join(folder, storeName))) throw new ArchiveRefused('NO_STORE', folder)
}

function refuseTarget(folder: string, target: string): void {
  if (existsSync(target)) throw new ArchiveRefused('ALREADY_THERE', target)
  const place = statSync(dirname(target), { throwIfNoEntry: false })
  if (!place?.isDirectory()) throw new ArchiveRefused('NO_PLACE', dirname(target))
  const files = join(folder, filesName)
  // There it would be packed into itself, and into every copy after it.
  if (existsSync(files) && isWithin(realpathSync(files), realpathSync(dirname(target)))) throw new ArchiveRefused('INSIDE_FILES', target)
}

function isWithin(outer: string, inner: string): boolean {
  return `${inner}${sep}`.startsWith(`${outer}${sep}`)
}

/** One moment of the store in a file of its own. Taken before the files are listed: what it speaks of was there already. */
function copyStore(folder: string, copy: string): Pick<Manifest, 'schema' | 'counts'> {
  try {
    copyStoreTo(folder, copy)
    return { counts: countStore(copy), schema: storeSchema(copy) }
  } catch (error) {
    if (error instanceof DamagedStore || damageCodes.test(String(sqliteCode(error)))) throw new ArchiveRefused('STORE_DAMAGED', folder)
    throw error
  }
}

const damageCodes = /^SQLITE_(CORRUPT|NOTADB)/

export interface ReadOrder {
  readonly from: string
  /** made when missing; otherwise it must be empty */
  readonly folder: string
  /** the number this program knows */
  readonly schema: number
  /** the `keys.json` kept apart from the copy; `undefined` where there is none, and the seal is not looked at */
  readonly keys: string | undefined
}

export interface Restored extends Kept {
  readonly folder: string
  /** the seal was held against the keys, and they lie in the folder; otherwise neither */
  readonly isSealChecked: boolean
}

/** Throws `ArchiveRefused`, `SealRefused` and `NewerStore`. The folder is there with everything in it, or is as it was. */
export async function readArchive({ from, folder, schema, keys }: ReadOrder): Promise<Restored> {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  refuseFolder(target)
  const apart = keys === undefined ? undefined : readKeptApart(keys)
  const marks = await checkWhole(from)
  const made = mkdirSync(dirname(target), { recursive: true })
  try {
    return await withStage(dirname(target), basename(target), async (stage) => {
      const unpacked = join(stage, 'unpacked')
      mkdirSync(unpacked, { mode: 0o700 })
      const manifest = await unpackInto(unpacked, from, marks, (read) => {
        if (marks === undefined) throw new ArchiveRefused('CUT_SHORT', from)
        if (apart !== undefined) refuseSeal(marks, apart.keys, from)
        if (read.schema > schema) throw new NewerStore(read.schema, schema)
      })
      checkStore(join(unpacked, storeName), manifest, from)
      if (apart !== undefined) layKeys(unpacked, apart.stored)
      for (const below of foldersIn(unpacked)) syncFolder(below)
      moveInto(target, unpacked)
      return { ...keptOf(manifest, target), folder: target, isSealChecked: apart !== undefined }
    })
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true })
    throw error
  }
}

/** Before anything is written, and before the store, which may be made to harm whoever opens it. */
function refuseSeal(marks: Marks, keys: ArchiveKeys, from: string): void {
  const says = checkSeal(marks, keys)
  if (says === 'none') throw new SealRefused('UNSEALED', from)
  if (says === 'wrong') throw new SealRefused('SEAL_WRONG', from)
}

/** In use is asked first: it is the better answer of the two. */
function refuseFolder(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) return
  if (!stats.isDirectory()) throw new ArchiveRefused('NOT_A_FOLDER', folder)
  if (isInUse(folder)) throw new ArchiveRefused('IN_USE', folder)
  if (readdirSync(folder).length > 0) throw new ArchiveRefused('NOT_EMPTY', folder)
}

/** A running program holds `lock.db` in an open transaction. Asking writes nothing. */
function isInUse(folder: string): boolean {
  const file = join(folder, 'lock.db')
  if (!existsSync(file)) return false
  const connection = openLibsql(file)
  try {
    connection.exec('BEGIN EXCLUSIVE')
    connection.exec('ROLLBACK')
    return false
  } catch (error) {
    // Whatever else is wrong with that file, the folder is not empty.
    return sqliteCode(error) === 'SQLITE_BUSY'
  } finally {
    connection.close()
  }
}

/** The bytes are those of the manifest; this asks whether they are a store, and the one the manifest speaks of. */
function checkStore(file: string, manifest: Manifest, from: string): void {
  if (storeSays(file) !== sayStore(manifest)) throw new ArchiveRefused('DAMAGED', from)
}

function storeSays(file: string): string | undefined {
  try {
    return sayStore({ counts: countStore(file), schema: storeSchema(file) })
  } catch (error) {
    if (error instanceof DamagedStore || damageCodes.test(String(sqliteCode(error)))) return undefined
    throw error
  }
}

function sayStore({ counts, schema }: Pick<Manifest, 'counts' | 'schema'>): string {
  return JSON.stringify([schema, Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1))])
}

function keptOf({ madeAt, counts, files }: Manifest, folder: string): Kept {
  const attached = files.filter(({ path }) => path !== storeName)
  const filesBytes = attached.reduce((sum, { bytes }) => sum + bytes, 0)
  return { madeAt, counts, files: attached.length, filesBytes, keysFile: resolve(folder, keysFileName) }
}
