/** A data folder as the running program leaves it, with a copy of it, and ways to spoil a copy. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Header, Parser, Pax, type ReadEntry } from 'tar'
import { ArchiveRefused, readArchive, writeArchive } from '../../cloudfunctions/keeping/archive'
import type { ArchiveRefusal } from '../../cloudfunctions/keeping/archive-refused'
import { type ArchiveKeys, sealOf, sumOf } from '../../cloudfunctions/keeping/archive-seal'
import { type Database, NewerStore } from '../../cloudfunctions/runtime/database'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { keysFileName, openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { temporaryFolder } from '../database/embedded-side'
import { member, members, villageCollections } from '../database/suite-village'

export const now = Date.UTC(2026, 10, 25, 1, 0)

export const files: Readonly<Record<string, Buffer>> = {
  'photos/2026/p1.jpg': Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * n * 31) % 251)),
  'photos/empty.jpg': Buffer.alloc(0),
  // Neither this name nor its length fits a plain tar header.
  [`voice/${'很长的名字'.repeat(12)}.amr`]: Buffer.from('wei'),
}

export function openVillage(folder: string, schema = 1): Database {
  return openEmbeddedDatabase({ folder, collections: villageCollections, schema })
}

/** Forty members, three files, keys, a log and an older copy; nobody has it open. */
export async function villageFolder(schema = 1): Promise<string> {
  const folder = temporaryFolder()
  const db = openVillage(folder, schema)
  await db.transact(async (tx) => {
    for (let n = 1; n <= 40; n++) await tx.insert(members, member(n))
  })
  await db.close()
  openLocalKeys(folder)
  for (const [path, bytes] of Object.entries(files)) write(join(folder, 'files', path), bytes)
  write(join(folder, 'log/2026-11-24.jsonl'), Buffer.from('{}\n'))
  write(join(folder, 'backups/2026-11-24.tar.gz'), Buffer.from('older'))
  return folder
}

function write(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}

export const keysOf = (folder: string): string => join(folder, keysFileName)

export async function copyOf(folder: string): Promise<string> {
  const to = join(temporaryFolder(), 'copy.tar.gz')
  await writeArchive({ folder, to, now })
  return to
}

/** Every name below a folder, with the bytes of files: two snapshots are equal when nothing was touched. */
export function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names.map((name) => [name, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)).toString('base64') : 'folder']),
  )
}

export interface Spoiled {
  readonly from: string
  readonly schema?: number
  /** the keys file the seal is held against; without one nobody looks at it */
  readonly keys?: string
}

/** Restores into a new place; what it was refused with. The place must look afterwards as if nobody had tried. */
export async function refusalOf({ from, schema = 1, keys }: Spoiled): Promise<ArchiveRefusal | 'NEWER' | 'restored'> {
  const place = temporaryFolder()
  const outcome = await readArchive({ from, folder: join(place, 'below/data'), schema, keys }).then(
    () => 'restored' as const,
    (error: unknown) => {
      if (error instanceof ArchiveRefused) return error.code
      if (error instanceof NewerStore) return 'NEWER' as const
      throw error
    },
  )
  if (outcome !== 'restored') expect(snapshot(place)).toEqual({})
  return outcome
}

export function spoiled(bytes: Buffer): Spoiled {
  const from = join(temporaryFolder(), 'spoiled.tar.gz')
  writeFileSync(from, bytes)
  return { from }
}

/** An entry of an archive, honest or not. */
export interface RawEntry {
  readonly path: string
  readonly bytes: Buffer
  readonly type?: ReadEntry['type']
  readonly linkpath?: string
}

export function entriesOf(archive: string): RawEntry[] {
  const entries: RawEntry[] = []
  const onReadEntry = (entry: ReadEntry) => {
    const parts: Buffer[] = []
    entry.on('data', (chunk) => parts.push(chunk))
    entry.on('end', () => entries.push({ path: entry.path, bytes: Buffer.concat(parts), type: entry.type }))
  }
  const parser = new Parser({ onReadEntry, strict: true })
  parser.write(gunzipSync(readFileSync(archive)))
  parser.end()
  return entries
}

/** A whole and well-formed `.tar.gz` of whatever entries with the sum it should have; sealed under keys, or with a seal from elsewhere. */
export function rawArchive(entries: readonly RawEntry[], seal?: ArchiveKeys | Buffer): Buffer {
  const blocks = entries.flatMap(({ path, bytes, type = 'File', linkpath = '' }) => {
    const header = new Header({ path, size: bytes.length, type, linkpath, mode: 0o600, mtime: new Date(now) })
    const extended = header.encode() ? new Pax({ path, size: bytes.length }).encode() : Buffer.alloc(0)
    return [extended, header.block ?? Buffer.alloc(0), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  const packed = gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
  if (seal === undefined) return summedAnew(packed)
  return summedAnew(Buffer.concat([packed, Buffer.isBuffer(seal) ? seal : sealOf(seal, sha256(packed))]))
}

export function summedAnew(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, sumOf(sha256(bytes))])
}

/** A sealed copy taken apart: what is sealed, and the seal. */
export function tailsOf(copy: string): { readonly body: Buffer; readonly seal: Buffer } {
  const bytes = readFileSync(copy)
  const [seal, sum] = [bytes.lastIndexOf('hmac-sha256 ') - gzipHead, bytes.lastIndexOf('sha256 ') - gzipHead]
  return { body: bytes.subarray(0, seal), seal: bytes.subarray(seal, sum) }
}

const gzipHead = 10

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** An honest entry's line in the manifest. */
export function listed({ path, bytes }: RawEntry) {
  return { path, bytes: bytes.length, sha256: sha256(bytes) }
}

/** The manifest that goes with the entries, changed at will. */
export function manifestFor(entries: readonly RawEntry[], changes: object = {}): RawEntry {
  const manifest = {
    format: 1,
    schema: 1,
    madeAt: now,
    counts: { gifts: 0, houses: 0, members: 40 },
    files: entries.map(listed),
    ...changes,
  }
  return { path: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest)) }
}
