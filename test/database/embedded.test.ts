/** The embedded store: the common suite, and the promises only this side makes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, NewerStore, UndeclaredIndex } from '../../cloudfunctions/runtime/database'
import { closeStores, embeddedSide, openStore, temporaryFolder } from './embedded-side'
import { databaseSuite } from './suite'
import { gifts, member, members } from './suite-village'

databaseSuite(embeddedSide(false))
databaseSuite(embeddedSide(true))

afterEach(closeStores)

const insert = (db: Database, n: number) => db.transact((tx) => tx.insert(members, member(n)))
const everyone = async (db: Database) => (await db.list(members, {})).rows.map((row) => row.number)

test('readers see committed data only', async () => {
  const db = openStore()
  await insert(db, 1)
  const outside: Promise<unknown>[] = []
  await db.transact(async (tx) => {
    await tx.insert(members, member(2))
    await tx.put(members, member(1, { name: '新名' }))
    outside.push(db.get(members, 'm002'), db.get(members, 'm001'), db.count(members, { where: {} }))
  })
  expect(await Promise.all(outside)).toEqual([undefined, member(1), 1])
  expect(await everyone(db)).toEqual([1, 2])
})

describe('opening and closing', () => {
  test('a restart keeps the data', async () => {
    const folder = temporaryFolder()
    const first = openStore({ folder })
    await insert(first, 1)
    await first.close()
    expect(await openStore({ folder }).get(members, 'm001')).toEqual(member(1))
  })

  test('closing answers those who came before and refuses those who come after', async () => {
    const folder = temporaryFolder()
    const db = openStore({ folder })
    const before = insert(db, 1)
    const closed = db.close()
    const after = [
      () => insert(db, 2),
      () => db.get(members, 'm001'),
      () => db.getMany(members, ['m001']),
      () => db.list(members, {}),
      () => db.count(members, { where: {} }),
      () => db.insertOnce(members, member(3)),
    ]
    for (const attempt of after) await expect(attempt()).rejects.toThrow('closed')
    await Promise.all([before, closed, db.close()])
    expect(await everyone(openStore({ folder }))).toEqual([1])
  })

  test('an index declared later covers the documents there already', async () => {
    const folder = temporaryFolder()
    const before = openStore({ folder, collections: [{ ...members, indexes: [] }, gifts] })
    await insert(before, 2)
    await insert(before, 1)
    await expect(before.list(members, { orderBy: 'number' })).rejects.toThrow(UndeclaredIndex)
    await before.close()
    const page = await openStore({ folder }).list(members, { orderBy: 'number' })
    expect(page.rows.map((row) => row.number)).toEqual([1, 2])
  })

  test('a store of a newer program is refused in one sentence and left as it is', async () => {
    const folder = temporaryFolder()
    const newer = openStore({ folder, schema: 3 })
    await insert(newer, 1)
    await newer.close()
    const bytes = () => readFileSync(join(folder, 'store.db')).toString('base64')
    const before = bytes()
    const refused = () => openStore({ folder, schema: 2, collections: [{ name: 'strangers', indexes: [] }] })
    expect(refused).toThrow(NewerStore)
    expect(refused).toThrow('这份数据是新版程序写的（第 3 版），本程序只认到第 2 版。请换新版程序再打开')
    expect(bytes()).toBe(before)
    expect(await everyone(openStore({ folder, schema: 3 }))).toEqual([1])
  })

  test('names that do not belong in SQL are refused before a file is touched', () => {
    const wrong = [
      [{ name: 'a"; DROP TABLE members; --', indexes: [] }],
      [{ name: '', indexes: [] }],
      [{ name: 'things', indexes: [['a.b']] }],
      [{ name: 'things', indexes: [[]] }],
      [{ name: 'things', indexes: [['a', 'a']] }],
      [
        { name: 'things', indexes: [] },
        { name: 'Things', indexes: [] },
      ],
    ]
    for (const collections of wrong) expect(() => openStore({ collections })).toThrow()
    expect(() => openStore({ schema: 0 })).toThrow()
  })

  test('a collection the store was not opened with is refused', async () => {
    await expect(openStore({ collections: [gifts] }).get(members, 'm001')).rejects.toThrow('was not declared')
  })
})
