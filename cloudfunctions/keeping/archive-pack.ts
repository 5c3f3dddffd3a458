/** From a list of files to one `.tar.gz`. What is packed is what the manifest says, or nothing is. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { Header, Pax } from 'tar'
import { filesName, isEntryPath, type Manifest, type ManifestEntry, manifestName } from './archive-manifest'
import { ArchiveRefused, failureCode } from './archive-refused'
import { type ArchiveKeys, sealOf, sumOf } from './archive-seal'
import { through } from './archive-stream'

/** A file on disk and its name in the archive. */
export interface Source {
  readonly path: string
  readonly file: string
}

/** Everything below `<folder>/files/`, which may be missing. A link or a device is refused: leaving it out silently would be a lie. */
export async function listFiles(folder: string): Promise<Source[]> {
  const sources: Source[] = []
  const walk = async (path: string) => {
    for (const found of await entriesOf(join(folder, path))) {
      const below = { path: `${path}/${found.name}`, file: join(folder, path, found.name) }
      if (found.isDirectory()) await walk(below.path)
      else if (found.isFile() && isEntryPath(below.path)) sources.push(below)
      else throw new ArchiveRefused('STRANGE_FILE', below.file)
    }
  }
  await walk(filesName)
  return sources
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    // No files yet, or a folder that went away while we walked.
    if (failureCode(error) === 'ENOENT') return []
    throw error
  }
}

export async function describeSource({ path, file }: Source): Promise<ManifestEntry> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/** The file's bytes; a file removed since it was listed is a change like any other. */
async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield Buffer.from(chunk)
  } catch (error) {
    throw failureCode(error) === 'ENOENT' ? new ArchiveRefused('CHANGING', file) : error
  }
}

/** Writes the archive and waits until it is on disk. `sources` are in the order of `manifest.files`; without keys it gets no seal. */
export async function packTo(file: string, manifest: Manifest, sources: readonly Source[], keys?: ArchiveKeys): Promise<void> {
  const output = await open(file, 'wx', 0o600)
  const hash = createHash('sha256')
  const write = async (bytes: Buffer) => {
    hash.update(bytes)
    await output.writeFile(bytes)
  }
  try {
    for await (const chunk of through(Readable.from(tarOf(manifest, sources)), createGzip())) await write(chunk)
    if (keys !== undefined) await write(sealOf(keys, hash.copy().digest('hex')))
    await output.writeFile(sumOf(hash.digest('hex')))
    await output.sync()
  } finally {
    await output.close()
  }
}

async function* tarOf(manifest: Manifest, sources: readonly Source[]): AsyncGenerator<Buffer> {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  yield headerOf(manifestName, text.length, manifest.madeAt)
  yield text
  yield paddingOf(text.length)
  for (const [index, listed] of manifest.files.entries()) {
    const source = sources[index]
    if (source === undefined) throw new Error(`${listed.path} has no source`)
    yield headerOf(listed.path, listed.bytes, manifest.madeAt)
    yield* asListed(source.file, listed)
    yield paddingOf(listed.bytes)
  }
  yield Buffer.alloc(2 * blockBytes)
}

/** The bytes once more, checked against the manifest: between hashing and packing somebody may have written. */
async function* asListed(file: string, listed: ManifestEntry): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== listed.sha256) throw new ArchiveRefused('CHANGING', file)
}

const blockBytes = 512

/** Mode 0600: names and telephone numbers are in there. */
function headerOf(path: string, size: number, madeAt: number): Buffer {
  const header = new Header({ path, size, type: 'File', mode: 0o600, mtime: new Date(madeAt) })
  const needsMore = header.encode()
  if (header.block === undefined) throw new Error(`no header for ${path}`)
  // Long names, names that are not ASCII, and files over 8 GB do not fit a plain header.
  return needsMore ? Buffer.concat([new Pax({ path, size }).encode(), header.block]) : header.block
}

function paddingOf(bytes: number): Buffer {
  return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes)
}
