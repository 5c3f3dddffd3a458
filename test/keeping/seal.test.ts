/** A copy that somebody changed and summed anew: whole in every way but one, and told by whoever kept the keys apart from it. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArchive, writeArchive } from '../../cloudfunctions/keeping/archive'
import { checkWhole, unpackInto } from '../../cloudfunctions/keeping/archive-unpack'
import { openLibsql } from '../../cloudfunctions/runtime/embedded-connection'
import { freshSecrets, keysFileName, openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { removeTemporaryFolders, temporaryFolder } from '../database/embedded-side'
import { often, patienceMs } from '../setup/often'
import {
  copyOf,
  entriesOf,
  keysOf,
  listed,
  now,
  type RawEntry,
  rawArchive,
  refusalOf,
  spoiled,
  summedAnew,
  tailsOf,
  villageFolder,
} from './kept-village'

jest.setTimeout(patienceMs)

afterEach(removeTemporaryFolders)

/** The store of a copy, in which one member is called otherwise. */
function withOtherMember(store: Buffer): Buffer {
  const file = join(temporaryFolder(), 'store.db')
  writeFileSync(file, store)
  const connection = openLibsql(file)
  connection.exec(`UPDATE members SET doc = json_set(doc, '$.name', '别人') WHERE id = 'm001'`)
  connection.close()
  const changed = readFileSync(file)
  expect(changed.equals(store)).toBe(false)
  return changed
}

/** The entries with one of them changed and listed as it is now; everything else in the manifest stays. */
function changed(entries: readonly RawEntry[], path: string, change: (bytes: Buffer) => Buffer): RawEntry[] {
  const [manifest, ...rest] = entries.map((entry) => (entry.path === path ? { ...entry, bytes: change(entry.bytes) } : entry))
  if (manifest === undefined) throw new Error('an archive without entries')
  const said: Record<string, unknown> = JSON.parse(manifest.bytes.toString())
  return [{ ...manifest, bytes: Buffer.from(JSON.stringify({ ...said, files: rest.map(listed) })) }, ...rest]
}

const otherDate = (manifest: Buffer) => Buffer.from(manifest.toString().replace(/"madeAt": \d+/, `"madeAt": ${now + 86_400_000}`))

describe('a copy that was changed and summed anew', () => {
  const changes: readonly [string, string, (bytes: Buffer) => Buffer][] = [
    ['in its store', 'store.db', withOtherMember],
    ['in a file', 'files/photos/2026/p1.jpg', () => Buffer.from('another photo')],
    ['in its date', 'manifest.json', otherDate],
    ['in nothing but how it is packed', 'files/photos/empty.jpg', (bytes) => bytes],
  ]

  it.each(changes)('%s is refused by whoever has the keys, and by nobody else', async (_, path, change) => {
    const folder = await villageFolder()
    const original = await copyOf(folder)
    const entries = changed(entriesOf(original), path, change)
    const keys = keysOf(folder)
    const [stranger, own] = [await villageFolder(), openLocalKeys(folder)]
    expect(await refusalOf({ ...spoiled(rawArchive(entries)), keys })).toBe('UNSEALED')
    expect(await refusalOf({ ...spoiled(rawArchive(entries, tailsOf(original).seal)), keys })).toBe('SEAL_WRONG')
    expect(await refusalOf({ ...spoiled(rawArchive(entries, openLocalKeys(stranger))), keys })).toBe('SEAL_WRONG')
    // Without keys nobody can tell, and with the key of the folder anybody could have made it.
    expect(await refusalOf(spoiled(rawArchive(entries)))).toBe('restored')
    expect(await refusalOf({ ...spoiled(rawArchive(entries, own)), keys })).toBe('restored')
  })

  it('is refused wherever a byte of it is another', async () => {
    const folder = await villageFolder()
    const { body, seal } = tailsOf(await copyOf(folder))
    // From the first to the last byte, seal and all; only the sum is what it should be.
    const whole = Buffer.concat([body, seal])
    const times = often(30, 4000)
    const spread = Array.from({ length: times }, (_, n) => Math.floor((whole.length * n) / times))
    const outcomes = new Map<number, string>()
    // Time and system in the head of the gzip, which nothing but the seal looks at, and the seal's own letters.
    const ofTheSealAlone = [4, 5, 6, 7, 9, whole.length - 12, whole.length - 40]
    for (const at of [...spread, ...ofTheSealAlone]) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at & 7))
      outcomes.set(at, await refusalOf({ ...spoiled(summedAnew(bytes)), keys: keysOf(folder) }))
    }
    expect([...outcomes].filter(([, outcome]) => outcome === 'restored')).toEqual([])
    expect(ofTheSealAlone.map((at) => outcomes.get(at))).toEqual(ofTheSealAlone.map(() => 'SEAL_WRONG'))
  })

  it('and sealed twice, or with something between store and seal, is refused', async () => {
    const folder = await villageFolder()
    const { body, seal } = tailsOf(await copyOf(folder))
    const keys = keysOf(folder)
    const other = tailsOf(await copyOf(folder))
    expect(await refusalOf({ ...spoiled(summedAnew(Buffer.concat([body, seal, seal]))), keys })).toBe('SEAL_WRONG')
    expect(await refusalOf({ ...spoiled(summedAnew(Buffer.concat([body, other.body, seal]))), keys })).toBe('SEAL_WRONG')
    expect(await refusalOf({ ...spoiled(summedAnew(seal)), keys })).not.toBe('restored')
  })
})

describe('the keys a copy is held against', () => {
  it('are those of the folder it was made from', async () => {
    const folder = await villageFolder()
    const from = await copyOf(folder)
    expect(await refusalOf({ from, keys: keysOf(folder) })).toBe('restored')
    expect(await refusalOf({ from, keys: keysOf(await villageFolder()) })).toBe('SEAL_WRONG')
  })

  it('are laid into the folder with everything else, for their owner alone', async () => {
    const folder = await villageFolder()
    const from = await copyOf(folder)
    const target = join(temporaryFolder(), 'data')
    const restored = await readArchive({ from, folder: target, schema: 1, keys: keysOf(folder) })
    expect(restored).toMatchObject({ isSealChecked: true, keysFile: join(target, keysFileName) })
    expect(readdirSync(target).sort()).toEqual(['files', keysFileName, 'store.db'])
    expect(JSON.parse(readFileSync(restored.keysFile, 'utf8'))).toEqual(JSON.parse(readFileSync(keysOf(folder), 'utf8')))
    expect(statSync(restored.keysFile).mode & 0o777).toBe(0o600)
  })

  it('are laid nowhere when nobody named them', async () => {
    const from = await copyOf(await villageFolder())
    const restored = await readArchive({ from, folder: join(temporaryFolder(), 'data'), schema: 1, keys: undefined })
    expect(restored.isSealChecked).toBe(false)
    expect(readdirSync(restored.folder).sort()).toEqual(['files', 'store.db'])
  })

  it('may have been completed by the copy itself, and must be those since then', async () => {
    const folder = await villageFolder()
    const { archive, ...older } = freshSecrets()
    writeFileSync(keysOf(folder), JSON.stringify(older))
    const kept = join(temporaryFolder(), 'kept.json')
    writeFileSync(kept, JSON.stringify(older))
    const from = await copyOf(folder)
    expect(JSON.parse(readFileSync(keysOf(folder), 'utf8'))).toEqual({ ...older, archive: expect.stringMatching(/^[\w-]{43}$/) })
    expect(await refusalOf({ from, keys: keysOf(folder) })).toBe('restored')
    expect(await refusalOf({ from, keys: kept })).toBe('OLDER_KEYS')
    writeFileSync(kept, JSON.stringify({ ...older, archive }))
    expect(await refusalOf({ from, keys: kept })).toBe('SEAL_WRONG')
  })

  it('are refused when they are missing or something else, and nothing of them is repeated', async () => {
    const from = await copyOf(await villageFolder())
    const place = temporaryFolder()
    expect(await refusalOf({ from, keys: join(place, 'none.json') })).toBe('NO_KEYS')
    expect(await refusalOf({ from, keys: place })).toBe('NOT_KEYS')
    for (const text of [
      '',
      '名单',
      '{}',
      JSON.stringify({ ...freshSecrets(), archive: 'canary' }),
      readFileSync(from).toString('latin1'),
    ]) {
      const keys = join(place, 'keys.json')
      writeFileSync(keys, text)
      expect(await refusalOf({ from, keys })).toBe('NOT_KEYS')
      const folder = join(place, 'data')
      await expect(readArchive({ from, folder, schema: 1, keys })).rejects.not.toThrow('canary')
      expect(readFileSync(keys, 'utf8')).toBe(text)
    }
  })
})

describe('a copy without a seal', () => {
  it('is what an earlier program made: refused with keys, restored without', async () => {
    const folder = await villageFolder()
    const { body } = tailsOf(await copyOf(folder))
    const earlier = spoiled(summedAnew(body))
    expect(await refusalOf({ ...earlier, keys: keysOf(folder) })).toBe('UNSEALED')
    expect(await refusalOf(earlier)).toBe('restored')
  })

  it('is made all the same where the keys are gone or cannot be read, and that is said', async () => {
    const folder = await villageFolder()
    const kept = join(temporaryFolder(), 'kept.json')
    writeFileSync(kept, readFileSync(keysOf(folder)))
    for (const spoil of [() => writeFileSync(keysOf(folder), 'no keys'), () => rmSync(keysOf(folder))]) {
      spoil()
      const to = join(temporaryFolder(), 'copy.tar.gz')
      expect(await writeArchive({ folder, to, now })).toMatchObject({ isSealed: false })
      expect(await refusalOf({ from: to, keys: kept })).toBe('UNSEALED')
      expect(await refusalOf({ from: to })).toBe('restored')
    }
    expect(readdirSync(folder)).not.toContain(keysFileName)
  })
})

test('a copy that is exchanged between being checked and being unpacked is refused', async () => {
  const folder = await villageFolder()
  const [checked, other] = [await copyOf(folder), spoiled(rawArchive(entriesOf(await copyOf(folder))))]
  const marks = await checkWhole(checked)
  await expect(unpackInto(temporaryFolder(), other.from, marks, () => undefined)).rejects.toMatchObject({ code: 'DAMAGED' })
  expect(await unpackInto(temporaryFolder(), checked, marks, () => undefined)).toMatchObject({ madeAt: now })
})
