/** The store on a disk that refuses: what is said, what goes on, and what a start does. */
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotWrite } from '../../cloudfunctions/runtime/database'
import { copyStoreTo, DamagedStore, type EmbeddedDatabase, openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { removeTemporaryFolders, temporaryFolder } from './embedded-side'
import { saboteur } from './saboteur'
import { member, members, villageCollections } from './suite-village'

const opened: EmbeddedDatabase[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.close()))
  removeTemporaryFolders()
})

const open = (folder: string, more: object = {}) => {
  const db = openEmbeddedDatabase({ folder, collections: villageCollections, schema: 1, ...more })
  opened.push(db)
  return db
}
const insert = (db: EmbeddedDatabase, n: number) => db.transact((tx) => tx.insert(members, member(n)))
const says = (code: string) => Object.assign(new Error(`the disk says ${code}`), { code })

/** Forty members, closed whole. */
async function laid(): Promise<string> {
  const folder = temporaryFolder()
  const db = open(folder)
  for (let n = 1; n <= 40; n += 1) await insert(db, n)
  await db.close()
  return folder
}

describe('a store that runs', () => {
  test.each([
    ['SQLITE_FULL', 'full'],
    ['SQLITE_IOERR_WRITE', 'refused'],
    ['SQLITE_READONLY', 'refused'],
  ])('refuses with its cause on %s, reads on, and writes the next', async (code, why) => {
    const { openFile, failOnce } = saboteur()
    const db = open(await laid(), { openFile })
    failOnce('COMMIT', says(code))
    const refused = await insert(db, 41).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(CannotWrite)
    expect(refused).toMatchObject({ why, cause: { code } })
    expect(db.refuses()).toBe(why)
    expect(await db.get(members, 'm041')).toBeUndefined()
    expect(await db.look()).toBe(true)
    expect(db.refuses()).toBeUndefined()
    await insert(db, 41)
    expect(await db.get(members, 'm041')).toEqual(member(41))
  })

  test('tells the first failure, not that there was nothing to roll back', () => {
    const { openFile, failOnce } = saboteur()
    failOnce('CREATE TABLE', says('SQLITE_CORRUPT'), (connection) => connection.exec('ROLLBACK'))
    expect(() => open(temporaryFolder(), { openFile })).toThrow(DamagedStore)
  })
})

describe('a start', () => {
  test('writes no schema where nothing is missing', async () => {
    const { openFile, executed } = saboteur()
    open(await laid(), { openFile })
    expect(executed.filter((sql) => /user_version =|CREATE/.test(sql))).toEqual([])
  })

  test('serves reading where the log cannot be made, and writes when it can', async () => {
    const { openFile, failOnce } = saboteur()
    failOnce('PRAGMA busy_timeout', says('SQLITE_IOERR_SHMSIZE'))
    const db = open(await laid(), { openFile })
    expect(db.refuses()).toBe('full')
    expect(await db.get(members, 'm007')).toEqual(member(7))
    await insert(db, 41)
    expect(await db.get(members, 'm041')).toEqual(member(41))
  })

  test('has nothing to serve in an empty folder: that is one sentence', () => {
    const { openFile, failOnce } = saboteur()
    failOnce('PRAGMA busy_timeout', says('SQLITE_FULL'))
    expect(() => open(temporaryFolder(), { openFile })).toThrow('磁盘满了')
  })
})

describe('a store without its log', () => {
  /** The files of a program that was killed, with its log or without. */
  async function killed(): Promise<string> {
    const [running, folder] = [await laid(), temporaryFolder()]
    const db = open(running)
    await insert(db, 41)
    for (const name of ['store.db', 'store.db-wal']) writeFileSync(join(folder, name), readFileSync(join(running, name)))
    return folder
  }

  test('is known by its mark; one with its log, or closed whole, is not suspected', async () => {
    const whole = await killed()
    const goesOn = open(whole)
    expect(goesOn.missesTail).toBe(false)
    expect(await goesOn.get(members, 'm041')).toEqual(member(41))
    const bare = await killed()
    rmSync(join(bare, 'store.db-wal'))
    expect(open(bare).missesTail).toBe(true)
    const emptied = await killed()
    truncateSync(join(emptied, 'store.db-wal'))
    expect(open(emptied).missesTail).toBe(true)
    expect(open(await laid()).missesTail).toBe(false)
  })

  test('is not what a backup leaves, nor what is in one', async () => {
    const folder = await killed()
    const copy = temporaryFolder()
    copyStoreTo(folder, join(copy, 'store.db'))
    expect(open(copy).missesTail).toBe(false)
    rmSync(join(folder, 'store.db-wal'), { force: true })
    const after = open(folder)
    expect(after.missesTail).toBe(false)
    expect(await after.get(members, 'm041')).toEqual(member(41))
  })
})

describe('a damaged store', () => {
  async function spoiled(spoil: (bytes: Buffer) => void): Promise<string> {
    const folder = await laid()
    const file = join(folder, 'store.db')
    const bytes = readFileSync(file)
    spoil(bytes)
    writeFileSync(file, bytes)
    for (const name of ['-wal', '-shm']) rmSync(`${file}${name}`, { force: true })
    return folder
  }
  const page = 4096

  test('whose head is gone is no store', async () => {
    const folder = await spoiled((bytes) => bytes.fill(0x5a, 0, 100))
    expect(() => open(folder)).toThrow(DamagedStore)
  })

  test('is found by its pages and by its documents, and a whole one has nothing', async () => {
    expect(open(await laid()).findDamage()).toBeUndefined()
    const pages = open(await spoiled((bytes) => bytes.fill(0x5a, bytes.length - 3 * page, bytes.length)))
    expect(pages.findDamage()).toBeDefined()
    expect(await pages.look()).toBe(false)
    const documents = open(
      await spoiled((bytes) => {
        // Also where an earlier state of the page lies about.
        for (let at = bytes.indexOf('"m020"'); at >= 0; at = bytes.indexOf('"m020"', at + 1)) bytes.fill(0x5a, at, at + 1)
      }),
    )
    expect(documents.findDamage()).toContain('members')
  })
})

test('what the store makes is for its owner alone, also what was there before', async () => {
  const folder = await laid()
  const db = open(folder)
  await insert(db, 41)
  const modeOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
  expect(existsSync(join(folder, 'store.db-wal'))).toBe(true)
  expect(['.', 'store.db', 'store.db-wal', 'lock.db'].map(modeOf)).toEqual(['700', '600', '600', '600'])
})
