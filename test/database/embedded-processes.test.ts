/** The embedded store seen from two processes: one folder for one program, sudden ends, copies of a running store. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Database, FolderInUse } from '../../cloudfunctions/runtime/database'
import { copyStoreTo, countStore, DamagedStore, openEmbeddedDatabase, storeSchema } from '../../cloudfunctions/runtime/embedded-database'
import { removeTemporaryFolders, temporaryFolder } from './embedded-side'
import { lefts, pairCollections, rights } from './pairs'

jest.setTimeout(60_000)

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  removeTemporaryFolders()
})

/** A writing child and what it has printed so far. */
function startWriting(folder: string, run: string) {
  const program = join(__dirname, 'writing-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, run], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const lines: string[] = []
  const waiting: { count: number; seen: () => void }[] = []
  const reader = createInterface({ input: child.stdout })
  const ended = once(reader, 'close')
  reader.on('line', (line) => {
    lines.push(line)
    for (const { count, seen } of waiting) if (lines.length >= count) seen()
  })
  const printed = (count: number) =>
    new Promise<void>((seen) => {
      if (lines.length >= count) seen()
      else waiting.push({ count, seen })
    })
  /** Resolves when everything it printed has been read. */
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { lines, printed, kill, ended }
}

const openPairs = (folder: string) => openEmbeddedDatabase({ folder, collections: pairCollections, schema: 1 })

test('a folder belongs to one program at a time, whichever came first', async () => {
  const folder = temporaryFolder()
  const db = openPairs(folder)
  expect(() => openPairs(folder)).toThrow(FolderInUse)
  const refused = startWriting(folder, 'refused')
  await refused.ended
  expect(refused.lines).toEqual(['FolderInUse'])
  await db.close()

  const holding = startWriting(folder, 'holding')
  await holding.printed(1)
  expect(() => openPairs(folder)).toThrow(FolderInUse)
  await holding.kill()
  const next = openPairs(folder)
  expect(await next.count(lefts, { where: {} })).toBeGreaterThan(0)
  await next.close()
})

test('whatever moment the program is killed at, what was acknowledged is there and nothing is half', async () => {
  const folder = temporaryFolder()
  const acknowledged: string[] = []
  for (const run of ['a', 'b', 'c', 'd', 'e']) {
    const writing = startWriting(folder, run)
    await writing.printed(1 + Math.floor(Math.random() * 3000))
    await writing.kill()
    acknowledged.push(...writing.lines.filter((line) => /^[a-e]-\d+-\d+$/.test(line)))

    const db = openPairs(folder)
    const [left, right] = await Promise.all([everyId(db, lefts), everyId(db, rights)])
    expect(left).toEqual(right)
    const there = new Set(left)
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
    await db.close()
    expect(countStore(join(folder, 'store.db'))).toEqual({ lefts: left.length, rights: left.length })
  }
})

test('a copy taken while another program writes is one moment of the store', async () => {
  const folder = temporaryFolder()
  const writing = startWriting(folder, 'run')
  for (const round of [1, 2, 3]) {
    await writing.printed(round * 300)
    const acknowledged = writing.lines.length
    const file = join(folder, `it's copy ${round}.db`)
    copyStoreTo(folder, file)
    const { lefts: left, rights: right } = countStore(file)
    expect(left).toBe(right)
    expect(left).toBeGreaterThanOrEqual(acknowledged)
    expect(storeSchema(file)).toBe(1)
    expect(() => copyStoreTo(folder, file)).toThrow('exists already')
  }
  const shown = writing.lines.length
  await writing.printed(shown + 100)
  await writing.kill()
})

test('a copy of a store open in this very program leaves its lock alone', async () => {
  const folder = temporaryFolder()
  const db = openPairs(folder)
  await db.transact((tx) => tx.insert(lefts, { _id: 'one', v: 1, text: '䶮' }))
  copyStoreTo(folder, join(folder, 'copy.db'))
  expect(countStore(join(folder, 'copy.db'))).toEqual({ lefts: 1, rights: 0 })
  const refused = startWriting(folder, 'refused')
  await refused.ended
  expect(refused.lines).toEqual(['FolderInUse'])
  await db.close()
})

test('a damaged or missing file is refused', async () => {
  const folder = temporaryFolder()
  const rubbish = join(folder, 'rubbish.db')
  writeFileSync(rubbish, 'no database '.repeat(1000))
  expect(() => countStore(rubbish)).toThrow(DamagedStore)

  const db = openPairs(folder)
  for (let n = 0; n < 200; n++) await db.insertOnce(lefts, { _id: `n${n}`, v: 1, text: 'x'.repeat(200) })
  const file = join(folder, 'copy.db')
  copyStoreTo(folder, file)
  await db.close()
  const damaged = join(folder, 'damaged.db')
  writeFileSync(damaged, spoiled(file))
  expect(() => countStore(damaged)).toThrow(DamagedStore)

  expect(() => countStore(join(folder, 'none.db'))).toThrow('there is no')
  expect(() => copyStoreTo(join(folder, 'none'), join(folder, 'other.db'))).toThrow('there is no')
})

/** The file with its middle overwritten. */
function spoiled(file: string): Buffer {
  const bytes = readFileSync(file)
  return bytes.fill(0x5a, bytes.length / 4, bytes.length / 2)
}

async function everyId(db: Database, collection: typeof lefts): Promise<string[]> {
  const seen: string[] = []
  let after: string | number | undefined
  do {
    const page = await db.list(collection, { limit: 100, ...(after === undefined ? {} : { after }) })
    for (const row of page.rows) seen.push(row._id)
    after = page.next
  } while (after !== undefined)
  return seen
}
