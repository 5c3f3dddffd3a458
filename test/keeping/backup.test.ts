/** Making a copy: of one moment, of everything but the keys, and never half of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type ArchiveRefusal, type ArchiveRefused, readArchive, writeArchive } from '../../cloudfunctions/keeping/archive'
import { describeSource, packTo } from '../../cloudfunctions/keeping/archive-pack'
import type { Collection, Database } from '../../cloudfunctions/runtime/database'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { keysFileName } from '../../cloudfunctions/runtime/keys'
import { everyPage } from '../../cloudfunctions/runtime/page'
import { removeTemporaryFolders, temporaryFolder } from '../database/embedded-side'
import { type Half, lefts, pairCollections, rights } from '../database/pairs'
import { member, members } from '../database/suite-village'
import { copyOf, entriesOf, files, keysOf, now, openVillage, snapshot, villageFolder } from './kept-village'

jest.setTimeout(60_000)

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  removeTemporaryFolders()
})

/** A program that writes pairs without end; resolves once it was told of so many. */
async function startWriting(folder: string, count: number): Promise<ChildProcess> {
  const program = join(__dirname, '../database/writing-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, 'run'], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let lines = 0
  await new Promise<void>((seen) => {
    createInterface({ input: child.stdout }).on('line', () => {
      lines += 1
      if (lines === count) seen()
    })
  })
  return child
}

const idsOf = async (db: Database, collection: Collection<Half>) =>
  (await everyPage((after) => db.list(collection, { ...after, limit: 100 }))).map(({ _id }) => _id)

const refused = (code: ArchiveRefusal): Partial<ArchiveRefused> => expect.objectContaining({ code })

test('a copy made while a program writes is one moment of its data', async () => {
  const folder = temporaryFolder()
  const child = await startWriting(folder, 500)
  const to = join(temporaryFolder(), 'copy.tar.gz')
  const written = await writeArchive({ folder, to, now })
  child.kill('SIGKILL')
  await once(child, 'close')

  const restored = await readArchive({ from: to, folder: join(temporaryFolder(), 'data'), schema: 1, keys: undefined })
  const db = openEmbeddedDatabase({ folder: restored.folder, collections: pairCollections, schema: 1 })
  const [left, right] = await Promise.all([idsOf(db, lefts), idsOf(db, rights)])
  await db.close()
  expect(left).toEqual(right)
  expect(left.length).toBeGreaterThanOrEqual(500)
  expect(written.counts).toEqual({ lefts: left.length, rights: right.length })
})

test('what was copied and restored is the same, document by document and file by file', async () => {
  const folder = await villageFolder()
  const from = await copyOf(folder)
  const restored = await readArchive({ from, folder: join(temporaryFolder(), 'data'), schema: 1, keys: keysOf(folder) })
  expect(restored.counts).toEqual({ gifts: 0, houses: 0, members: 40 })
  expect(restored.files).toBe(Object.keys(files).length)
  expect(restored.madeAt).toBe(now)

  expect(readdirSync(restored.folder).sort()).toEqual(['files', keysFileName, 'store.db'])
  expect(snapshot(join(restored.folder, 'files'))).toEqual(snapshot(join(folder, 'files')))
  const db = openVillage(restored.folder)
  const documents = await everyPage((after) => db.list(members, { ...after, limit: 100 }))
  await db.close()
  expect(documents).toEqual(Array.from({ length: 40 }, (_, n) => member(n + 1)))
})

test('a store without any files is copied and restored', async () => {
  const folder = temporaryFolder()
  await openVillage(folder).close()
  const restored = await readArchive({ from: await copyOf(folder), folder: join(temporaryFolder(), 'data'), schema: 1, keys: undefined })
  expect(readdirSync(restored.folder)).toEqual(['store.db'])
})

test('the keys are in no entry of a copy, and logs and older copies are not either', async () => {
  const folder = await villageFolder()
  const keys: Record<string, string> = JSON.parse(readFileSync(join(folder, keysFileName), 'utf8'))
  const entries = entriesOf(await copyOf(folder))
  expect(entries.map(({ path }) => path).sort()).toEqual(
    ['manifest.json', 'store.db', ...Object.keys(files).map((path) => `files/${path}`)].sort(),
  )
  expect(Object.keys(keys)).toEqual(['claim', 'address', 'device', 'seal', 'index', 'archive'])
  for (const secret of Object.values(keys)) {
    const spellings = [Buffer.from(secret), Buffer.from(secret, 'base64url'), Buffer.from(Buffer.from(secret, 'base64url').toString('hex'))]
    for (const { bytes } of entries) expect(spellings.some((spelling) => bytes.includes(spelling))).toBe(false)
  }
})

test('a file that changes or goes away while it is copied spoils the copy', async () => {
  const place = temporaryFolder()
  const source = { path: 'files/photo.jpg', file: join(place, 'photo.jpg') }
  const pack = (name: string) => packTo(join(place, name), { format: 1, schema: 1, madeAt: now, counts: {}, files: [photo] }, [source])
  writeFileSync(source.file, 'photo')
  const photo = await describeSource(source)
  await pack('whole')
  writeFileSync(source.file, 'phota')
  await expect(pack('changed')).rejects.toEqual(refused('CHANGING'))
  writeFileSync(source.file, 'photo and more')
  await expect(pack('grown')).rejects.toEqual(refused('CHANGING'))
  rmSync(source.file)
  await expect(pack('gone')).rejects.toEqual(refused('CHANGING'))
  await expect(describeSource(source)).rejects.toEqual(refused('CHANGING'))
})

test('making a copy changes nothing in the data folder and leaves nothing beside the copy', async () => {
  const folder = await villageFolder()
  const before = snapshot(folder)
  const place = temporaryFolder()
  await writeArchive({ folder, to: join(place, 'copy.tar.gz'), now })
  expect(snapshot(folder)).toEqual(before)
  expect(readdirSync(place)).toEqual(['copy.tar.gz'])
})

describe('a copy is refused', () => {
  /** The attempt fails with that code, and the place of the copy looks as before. */
  async function expectRefusal(code: ArchiveRefusal, folder: string, place = temporaryFolder(), name = 'copy.tar.gz') {
    const before = existsSync(place) ? snapshot(place) : undefined
    await expect(writeArchive({ folder, to: join(place, name), now })).rejects.toEqual(refused(code))
    expect(existsSync(place) ? snapshot(place) : undefined).toEqual(before)
  }

  test('where there is no data, without making any', async () => {
    const empty = temporaryFolder()
    await expectRefusal('NO_STORE', empty)
    expect(readdirSync(empty)).toEqual([])
    await expectRefusal('NO_STORE', join(empty, 'nowhere'))
  })

  test('when the store is damaged', async () => {
    const folder = await villageFolder()
    truncateSync(join(folder, 'store.db'), 5000)
    await expectRefusal('STORE_DAMAGED', folder)
    writeFileSync(join(folder, 'store.db'), Buffer.alloc(8192, 'no store'))
    await expectRefusal('STORE_DAMAGED', folder)
  })

  test('when its name is taken, by a file or a folder', async () => {
    const folder = await villageFolder()
    const place = temporaryFolder()
    writeFileSync(join(place, 'taken.tar.gz'), 'older copy')
    mkdirSync(join(place, 'stick'))
    await expectRefusal('ALREADY_THERE', folder, place, 'taken.tar.gz')
    await expectRefusal('ALREADY_THERE', folder, place, 'stick')
  })

  test('when its folder is missing, as with a stick that is not plugged in', async () => {
    await expectRefusal('NO_PLACE', await villageFolder(), join(temporaryFolder(), 'stick'))
  })

  test('among the files it would copy', async () => {
    const folder = await villageFolder()
    await expectRefusal('INSIDE_FILES', folder, join(folder, 'files'))
    await expectRefusal('INSIDE_FILES', folder, join(folder, 'files/photos'))
  })

  test('when a link lies among the files, rather than leaving it out', async () => {
    const folder = await villageFolder()
    symlinkSync(join(folder, keysFileName), join(folder, 'files/photos/link.jpg'))
    await expectRefusal('STRANGE_FILE', folder)
  })
})
