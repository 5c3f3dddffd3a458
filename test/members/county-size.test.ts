/**
 * A county's 100,000 members: looking somebody up reads what it answers, not the county. The questions are those the store really
 * asks; what SQLite reads for each is the stretch of the index between its two ends.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scope } from '#shared/kernel/organisation'
import type { Sought } from '#shared/members/search'
import { initialsOf } from '../../cloudfunctions/members/pinyin'
import { memberCollections, memberStore, newMember } from '../../cloudfunctions/members/store'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import type { Database, ListQuery } from '../../cloudfunctions/runtime/database'
import { plainList } from '../../cloudfunctions/runtime/declared-indexes'
import { openLibsql } from '../../cloudfunctions/runtime/embedded-connection'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { planList } from '../../cloudfunctions/runtime/embedded-query'
import { shapesOf } from '../../cloudfunctions/runtime/embedded-schema'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { sealerOf } from '../../cloudfunctions/runtime/sealed'

const countySize = 100_000
const branchSize = 50
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高']
const given = [...'建国志强秀兰桂英小军明文德福玉珍春梅海燕']
const made = { action: 'test.lay', by: 'operator', at: 0, requestId: 'lay', via: 'test', inputHash: '' }

const nameOf = (n: number) => `${surnames[n % 20]}${given[Math.floor(n / 20) % 20]}${given[Math.floor(n / 400) % 20]}`
const phoneOf = (n: number) => `138${String(n).padStart(8, '0')}`
const branchOf = (n: number) => `b${Math.floor(n / branchSize)}`
const scopeOf = (branchId: string): Scope => ({ all: false, branchIds: [branchId], groups: [], memberIds: [], assigneeIds: [] })

describe('a county of 100,000 members', () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-'))
  const sealer = sealerOf(openLocalKeys(folder), systemChance)
  const shapes = shapesOf(memberCollections)
  let db: Database
  const asked: ListQuery<never>[] = []
  const store = () =>
    memberStore(
      {
        ...db,
        list: (collection, query) => {
          asked.push(query as ListQuery<never>)
          return db.list(collection, query)
        },
      },
      sealer,
    )

  beforeAll(() => {
    db = openEmbeddedDatabase({ folder, collections: memberCollections, schema: 1 })
    const letters = new Map([...surnames, ...given].map((letter) => [letter, initialsOf(letter)]))
    const file = openLibsql(join(folder, 'store.db'))
    file.exec('BEGIN')
    const insert = file.prepare('INSERT INTO "members" (id, doc) VALUES (?, ?)')
    for (let n = 0; n < countySize; n += 1) {
      const [_id, name] = [`m${n}`, nameOf(n)]
      const fields = { _id, personId: `p${n}`, name, branchId: branchOf(n), sortKey: String(n % branchSize).padStart(4, '0') }
      const member = newMember(made, fields, [...name].map((letter) => letters.get(letter)).join(''))
      insert.run(_id, JSON.stringify({ ...member, phoneKey: `${sealer.index(phoneOf(n))}_${_id}` }))
    }
    file.exec('COMMIT')
    file.close()
  }, 180_000)
  afterAll(async () => {
    await db.close()
    rmSync(folder, { recursive: true })
  })

  /** Index entries between the two ends of the last question, and the steps SQLite means to take. */
  function readFor(query: ListQuery<never>): { readonly examined: number; readonly steps: unknown[] } {
    const shape = shapes.get('members')
    if (shape === undefined) throw new Error('no members')
    const { sql, values } = planList(shape, plainList(query))
    const file = openLibsql(join(folder, 'store.db'))
    const steps = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
    const [row] = file.prepare(`SELECT count(*) AS n FROM (${sql})`).all(...values)
    file.close()
    return { examined: Number(row?.n), steps: steps.map(({ detail }) => detail) }
  }

  const n = 54_321
  const lookups: readonly (readonly [string, Sought, index: string])[] = [
    ['a number', { by: 'phone', phone: phoneOf(n) }, 'members.phoneKey (<expr>>? AND <expr><?)'],
    ['a name', { by: 'name', name: nameOf(n) }, 'members.branchId.nameKey (<expr>=? AND <expr>>? AND <expr><?)'],
    [
      'the beginning of a name',
      { by: 'name', name: nameOf(n).slice(0, 1) },
      'members.branchId.nameKey (<expr>=? AND <expr>>? AND <expr><?)',
    ],
    ['initials', { by: 'initials', initials: 'z' }, 'members.branchId.initialsKey (<expr>=? AND <expr>>? AND <expr><?)'],
  ]

  it.each(lookups)('%s is looked up along its index, reading no more than twice what is answered', async (_, sought, index) => {
    asked.length = 0
    const { rows } = await store().search(scopeOf(branchOf(n)), branchOf(n), sought)
    expect(rows.length).toBeGreaterThan(0)
    if (sought.by !== 'initials') expect(rows.map(({ _id }) => _id)).toContain(`m${n}`)
    expect(asked).toHaveLength(1)
    for (const query of asked) {
      const { examined, steps } = readFor(query)
      expect(steps).toEqual([expect.stringContaining(index)])
      expect(examined / rows.length).toBeLessThanOrEqual(2)
    }
  })

  it('a number that nobody has reads nothing', async () => {
    asked.length = 0
    expect(await store().withPhone('13999999999')).toEqual([])
    for (const query of asked) expect(readFor(query).examined).toBe(0)
  })
})
