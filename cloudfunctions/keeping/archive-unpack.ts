/** From a `.tar.gz` that may be anything to checked files in a folder that is thrown away when anything is wrong. */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import { type Manifest, type ManifestEntry, manifestName, parseManifest } from './archive-manifest'
import { ArchiveRefused, failureCode } from './archive-refused'
import { type Marks, readMarks } from './archive-seal'
import { through } from './archive-stream'

/**
 * Reads the whole file and writes nothing: what was cut short or damaged on the way is told from what was made wrong.
 * Nothing when it has no sum, and so is not ours or not whole. Throws `ArchiveRefused`.
 */
export async function checkWhole(from: string): Promise<Marks | undefined> {
  if (!beginsAsGzip(from)) throw new ArchiveRefused('NOT_A_BACKUP', from)
  try {
    for await (const _chunk of through(createReadStream(from), createGunzip()));
  } catch (error) {
    const code = failureCode(error)
    if (code === 'Z_BUF_ERROR') throw new ArchiveRefused('CUT_SHORT', from)
    if (code.startsWith('Z_')) throw new ArchiveRefused('DAMAGED', from)
    throw error
  }
  const marks = await readMarks(from)
  if (marks === 'broken') throw new ArchiveRefused('DAMAGED', from)
  return marks === 'none' ? undefined : marks
}

const gzipStart = Buffer.from([0x1f, 0x8b, 0x08])

/** A file too short to tell counts as begun: it is one that was cut short. */
function beginsAsGzip(from: string): boolean {
  const fd = openFound(from)
  try {
    const start = Buffer.alloc(gzipStart.length)
    const length = readSync(fd, start)
    return start.subarray(0, length).equals(gzipStart.subarray(0, length))
  } finally {
    closeSync(fd)
  }
}

function openFound(from: string): number {
  const stats = statSync(from, { throwIfNoEntry: false })
  if (stats === undefined) throw new ArchiveRefused('NO_FILE', from)
  if (!stats.isFile()) throw new ArchiveRefused('NOT_A_BACKUP', from)
  return openSync(from, 'r')
}

/** Enough for half a million files; what says more is no manifest of ours. */
const manifestBytesMost = 64 * 1024 * 1024

/**
 * Unpacks into an empty folder: exactly what the manifest lists, every byte of it checked and on disk. `accept` sees
 * the manifest before anything is written and may throw. `checked` is what was read of the file before: one that was exchanged since
 * then is refused. Throws `ArchiveRefused`.
 */
export async function unpackInto(
  folder: string,
  from: string,
  checked: Marks | undefined,
  accept: (manifest: Manifest) => void,
): Promise<Manifest> {
  let manifest: Manifest | undefined
  const awaited = new Map<string, ManifestEntry>()
  const open = new Set<number>()
  const begin = (text: string) => {
    manifest = parseManifest(text, from)
    accept(manifest)
    for (const listed of manifest.files) awaited.set(listed.path, listed)
  }
  const foreign = () => new ArchiveRefused(manifest === undefined ? 'NOT_A_BACKUP' : 'TAMPERED', from)
  const takeEntry = (entry: ReadEntry) => {
    if (manifest === undefined) return takeManifest(entry, from, begin)
    const listed = awaited.get(entry.path)
    // A link, a second entry of that name, a path outside: none of them is in the list.
    if (listed === undefined || entry.type !== 'File') throw foreign()
    awaited.delete(entry.path)
    writeEntry(entry, listed, join(folder, listed.path), open, from)
  }
  const hash = createHash('sha256')
  try {
    await parseEntries(from, hash, takeEntry, () => {
      throw foreign()
    })
  } finally {
    // Where it broke off in the middle: Windows removes no folder with an open file.
    for (const fd of open) closeSync(fd)
  }
  if (manifest === undefined) throw foreign()
  if (awaited.size > 0 || hash.digest('hex') !== checked?.file) throw new ArchiveRefused('DAMAGED', from)
  return manifest
}

/** The parser hands everything on within `write`, so what a callback throws ends the whole. */
async function parseEntries(from: string, hash: Hash, onReadEntry: (entry: ReadEntry) => void, onForeign: () => never): Promise<void> {
  const parser = new Parser({ onReadEntry, onwarn: onForeign })
  parser.on('ignoredEntry', onForeign)
  parser.on('error', onForeign)
  for await (const chunk of through(Readable.from(hashed(from, hash)), createGunzip())) parser.write(chunk)
  parser.end()
}

async function* hashed(from: string, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(from)) {
    hash.update(chunk)
    yield chunk
  }
}

function takeManifest(entry: ReadEntry, from: string, begin: (text: string) => void): void {
  const isOurs = entry.path === manifestName && entry.type === 'File' && entry.size <= manifestBytesMost
  if (!isOurs) throw new ArchiveRefused('NOT_A_BACKUP', from)
  const parts: Buffer[] = []
  entry.on('data', (chunk) => parts.push(chunk))
  entry.on('end', () => begin(Buffer.concat(parts).toString('utf8')))
}

/** Synchronous on purpose: it runs in a command, and an entry is finished before the next one begins. */
function writeEntry(entry: ReadEntry, listed: ManifestEntry, file: string, open: Set<number>, from: string): void {
  if (entry.size !== listed.bytes) throw new ArchiveRefused('DAMAGED', from)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const fd = openSync(file, 'wx', 0o600)
  open.add(fd)
  const hash = createHash('sha256')
  entry.on('data', (chunk) => {
    hash.update(chunk)
    writeWhole(fd, chunk)
  })
  entry.on('end', () => {
    fsyncSync(fd)
    open.delete(fd)
    closeSync(fd)
    if (hash.digest('hex') !== listed.sha256) throw new ArchiveRefused('DAMAGED', from)
  })
}

/** One call may write less than it was given. */
function writeWhole(fd: number, chunk: Buffer): void {
  let written = 0
  while (written < chunk.length) written += writeSync(fd, chunk, written)
}
