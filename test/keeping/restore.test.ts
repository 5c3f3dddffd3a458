/** Unpacking a copy: whole and checked, or not at all. Every refusal leaves the place as it was (`refusalOf` looks). */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type ArchiveRefusal, readArchive } from '../../cloudfunctions/keeping/archive'
import { openLibsql } from '../../cloudfunctions/runtime/embedded-connection'
import { removeTemporaryFolders, temporaryFolder } from '../database/embedded-side'
import { members } from '../database/suite-village'
import {
  copyOf,
  entriesOf,
  manifestFor,
  openVillage,
  type RawEntry,
  rawArchive,
  refusalOf,
  snapshot,
  spoiled,
  villageFolder,
} from './kept-village'

jest.setTimeout(60_000)

afterEach(removeTemporaryFolders)

const wholeCopy = async () => copyOf(await villageFolder())

/** The bytes with one bit turned over, counted from the first. */
function withBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes)
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return flipped
}

describe('a copy that was harmed on the way', () => {
  test('is refused as cut short, wherever it was cut', async () => {
    const bytes = readFileSync(await wholeCopy())
    const lengths = Array.from({ length: 20 }, (_, n) => Math.floor((bytes.length * n) / 20))
    const [sealBytes, sumBytes] = [97, 92]
    const ends = [sealBytes + sumBytes, sumBytes].flatMap((tail) => [bytes.length - tail - 1, bytes.length - tail])
    for (const length of [...lengths, 1, 2, 3, 9, ...ends, bytes.length - 1]) {
      expect([length, await refusalOf(spoiled(bytes.subarray(0, length)))]).toEqual([length, 'CUT_SHORT'])
    }
  })

  test('is refused when a bit differs, wherever it is', async () => {
    const bytes = readFileSync(await wholeCopy())
    const spread = Array.from({ length: 60 }, (_, n) => 20 + Math.floor(((bytes.length - 40) * n) / 60))
    const ends = Array.from({ length: 20 }, (_, n) => [n, bytes.length - 1 - n]).flat()
    for (const at of [...spread, ...ends]) {
      expect([at, await refusalOf(spoiled(withBit(bytes, at * 8 + (at % 8))))]).not.toEqual([at, 'restored'])
    }
  })

  test('is refused as damaged even where gzip itself sees nothing wrong', async () => {
    const bytes = readFileSync(await wholeCopy())
    // Time and system in the head of the gzip, which nothing else looks at.
    for (const at of [4, 5, 6, 7, 9]) {
      const flipped = withBit(bytes, at * 8)
      expect(gunzipSync(flipped)).toEqual(gunzipSync(bytes))
      expect(await refusalOf(spoiled(flipped))).toBe('DAMAGED')
    }
  })

  test('is refused when something was appended', async () => {
    const bytes = readFileSync(await wholeCopy())
    expect(await refusalOf(spoiled(Buffer.concat([bytes, Buffer.from('more')])))).toBe('DAMAGED')
  })
})

describe('a file that is no copy is refused', () => {
  test.each<[string, Buffer]>([
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
    ['a text', Buffer.from('人员名单\n')],
    ['a packed text', gzipSync('人员名单\n')],
    ['a packed nothing', gzipSync('')],
    ['somebody else’s archive', rawArchive([{ path: 'holiday/1.jpg', bytes: Buffer.from('sea') }])],
    ['an archive with another manifest', rawArchive([{ path: 'manifest.json', bytes: Buffer.from('{"name":"game"}') }])],
    ['an archive whose manifest is no JSON', rawArchive([{ path: 'manifest.json', bytes: Buffer.from('name: game') }])],
  ])('%s', async (_, bytes) => {
    expect(await refusalOf(spoiled(bytes))).toBe('NOT_A_BACKUP')
  })

  test('a folder, and a name where nothing is', async () => {
    expect(await refusalOf({ from: temporaryFolder() })).toBe('NOT_A_BACKUP')
    expect(await refusalOf({ from: join(temporaryFolder(), 'copy.tar.gz') })).toBe('NO_FILE')
  })
})

describe('a copy by a newer program is refused', () => {
  test('when its schema is newer, with the sentence of a newer store', async () => {
    const from = await copyOf(await villageFolder(2))
    expect(await refusalOf({ from, schema: 1 })).toBe('NEWER')
    expect(await refusalOf({ from, schema: 2 })).toBe('restored')
  })

  test('when the format itself is newer', async () => {
    const entries = entriesOf(await wholeCopy()).slice(1)
    const manifest = manifestFor(entries, { format: 2, volumes: 3 })
    expect(await refusalOf(spoiled(rawArchive([manifest, ...entries])))).toBe('NEWER_FORMAT')
  })
})

describe('an archive made wrong on purpose is refused', () => {
  const evil: RawEntry = { path: '../evil.txt', bytes: Buffer.from('evil') }
  const photo: RawEntry = { path: 'files/photo.jpg', bytes: Buffer.from('photo') }
  const link: RawEntry = { path: photo.path, bytes: Buffer.alloc(0), type: 'SymbolicLink', linkpath: '/etc/passwd' }

  async function storeEntry(): Promise<RawEntry> {
    const store = entriesOf(await wholeCopy()).find(({ path }) => path === 'store.db')
    if (store === undefined) throw new Error('a copy without a store')
    return store
  }
  const refusal = (...entries: RawEntry[]) => refusalOf(spoiled(rawArchive(entries)))

  test('but not the honest one built the same way', async () => {
    const store = await storeEntry()
    expect(await refusal(manifestFor([store, photo]), store, photo)).toBe('restored')
  })

  test.each([
    '../evil.txt',
    '/evil.txt',
    'files/../../evil.txt',
    'files/./evil.txt',
    'files//evil.txt',
    'files/a\\b',
    'files/c:d',
    'keys.json',
    'files',
  ])('with %s in its list', async (path) => {
    const store = await storeEntry()
    const outside = { ...evil, path }
    expect(await refusal(manifestFor([store, outside]), store, outside)).toBe('NOT_A_BACKUP')
    expect(await refusal(manifestFor([store]), store, outside)).toBe('TAMPERED')
    expect(await refusal(outside, manifestFor([store]), store)).toBe('NOT_A_BACKUP')
  })

  test('with a link, symbolic or hard, in place of a listed file', async () => {
    const store = await storeEntry()
    const list = manifestFor([store, { ...photo, bytes: Buffer.alloc(0) }])
    expect(await refusal(list, store, link)).toBe('TAMPERED')
    expect(await refusal(list, store, { ...link, type: 'Link', linkpath: 'store.db' })).toBe('TAMPERED')
    expect(await refusal(manifestFor([store]), link, store)).toBe('TAMPERED')
  })

  test('with folders, devices, unknown kinds, or an entry twice', async () => {
    const store = await storeEntry()
    const list = manifestFor([store, photo])
    const nothing = Buffer.alloc(0)
    expect(await refusal(list, store, { path: 'files/photo.jpg', bytes: nothing, type: 'Directory' })).toBe('TAMPERED')
    expect(await refusal(list, store, { path: 'files/photo.jpg', bytes: nothing, type: 'FIFO' })).toBe('TAMPERED')
    expect(await refusal(list, store, { ...photo, type: 'SolarisACL' })).toBe('TAMPERED')
    expect(await refusal(list, store, photo, photo)).toBe('TAMPERED')
  })

  test('with a list that repeats a path, has no store, or has fields of its own', async () => {
    const store = await storeEntry()
    expect(await refusal(manifestFor([store, store]), store)).toBe('NOT_A_BACKUP')
    expect(await refusal(manifestFor([photo]), photo)).toBe('NOT_A_BACKUP')
    expect(await refusal(manifestFor([store], { run: 'this' }), store)).toBe('NOT_A_BACKUP')
  })

  test('with something missing, or with other bytes than listed', async () => {
    const store = await storeEntry()
    const list = manifestFor([store, photo])
    expect(await refusal(list, store)).toBe('DAMAGED')
    expect(await refusal(list, store, { ...photo, bytes: Buffer.from('photos') })).toBe('DAMAGED')
    expect(await refusal(list, store, { ...photo, bytes: Buffer.from('phota') })).toBe('DAMAGED')
  })

  test('with a store that is none, or not the one its list speaks of', async () => {
    const none = { path: 'store.db', bytes: Buffer.alloc(8192, 'no store') }
    expect(await refusal(manifestFor([none]), none)).toBe('DAMAGED')
    const store = await storeEntry()
    expect(await refusal(manifestFor([store], { counts: { gifts: 0, houses: 0, members: 41 } }), store)).toBe('DAMAGED')
    expect(await refusal(manifestFor([store], { counts: { members: 40 } }), store)).toBe('DAMAGED')
  })

  test('with a store that is newer than its list says', async () => {
    const folder = await villageFolder(7)
    const store = { path: 'store.db', bytes: readFileSync(join(folder, 'store.db')) }
    expect(await refusal(manifestFor([store]), store)).toBe('DAMAGED')
  })
})

describe('the folder to restore into', () => {
  async function expectRefusal(code: ArchiveRefusal, folder: string) {
    const from = await wholeCopy()
    const place = join(folder, '..')
    const before = readdirSync(place).filter((name) => name.startsWith('.'))
    await expect(readArchive({ from, folder, schema: 1, keys: undefined })).rejects.toMatchObject({ code })
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual(before)
  }

  test('may be there when it is empty', async () => {
    const folder = temporaryFolder()
    await readArchive({ from: await wholeCopy(), folder, schema: 1, keys: undefined })
    const db = openVillage(folder)
    await db.close()
  })

  test('is refused when anything is in it, and keeps it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '.hidden'), 'mine')
    await expectRefusal('NOT_EMPTY', folder)
    expect(snapshot(folder)).toEqual({ '.hidden': Buffer.from('mine').toString('base64') })
  })

  test('is refused as in use while a program serves it, and the program goes on', async () => {
    const folder = temporaryFolder()
    const db = openVillage(folder)
    await expectRefusal('IN_USE', folder)
    expect(await db.transact(async (tx) => tx.get(members, 'm001'))).toBeUndefined()
    expect(() => openVillage(folder)).toThrow('正被另一个程序使用')
    await db.close()
  })

  test('is refused as not empty once that program has ended', async () => {
    const folder = await villageFolder()
    const before = snapshot(folder)
    await expectRefusal('NOT_EMPTY', folder)
    expect(snapshot(folder)).toEqual(before)
  })

  test('is refused when it is a file', async () => {
    const file = join(temporaryFolder(), 'data')
    writeFileSync(file, 'mine')
    await expectRefusal('NOT_A_FOLDER', file)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('holds a store no other program ever had open, ready for the next', async () => {
    const folder = join(temporaryFolder(), 'data')
    await readArchive({ from: await wholeCopy(), folder, schema: 1, keys: undefined })
    expect(readdirSync(folder).sort()).toEqual(['files', 'store.db'])
    const connection = openLibsql(join(folder, 'store.db'))
    expect(connection.prepare('SELECT count(*) AS n FROM members').get()?.n).toBe(40)
    connection.close()
  })

  test('may lie in folders that are made on the way', async () => {
    const folder = join(temporaryFolder(), 'new/place/data')
    await readArchive({ from: await wholeCopy(), folder, schema: 1, keys: undefined })
    mkdirSync(join(folder, 'log'))
    expect(readdirSync(join(folder, '..'))).toEqual(['data'])
  })
})
