/** Lists and counts: order, equality, ranges, pages, and the refusal to answer without an index. */
import { type Database, type ListQuery, OutOfBounds, UndeclaredIndex } from '../../cloudfunctions/runtime/database'
import { freshStore, numbers, type Side } from './suite-store'
import { type Member, member, members } from './suite-village'

export function listCases(side: Side): void {
  describe('lists', () => {
    const store = freshStore(side)

    test('rows come in the order of the asked field, whatever the order of insertion', async () => {
      await store.add(member(3), member(1), member(2))
      expect(await store.ids({ orderBy: 'number' })).toEqual(['m001', 'm002', 'm003'])
      expect(await store.ids({ orderBy: 'number', descending: true })).toEqual(['m003', 'm002', 'm001'])
    })

    test('numbers are ordered as numbers', async () => {
      await store.add(member(1, { number: 10 }), member(2, { number: 9 }), member(3, { number: -1 }), member(4, { number: 9.5 }))
      expect(await store.ids({ orderBy: 'number' })).toEqual(['m003', 'm002', 'm004', 'm001'])
    })

    test('without an order a list goes by id', async () => {
      await store.add(member(2), member(3), member(1))
      expect(await store.ids({})).toEqual(['m001', 'm002', 'm003'])
      expect(await store.ids({ descending: true })).toEqual(['m003', 'm002', 'm001'])
      expect(await store.ids({ where: { branch: 'east' } })).toEqual(['m001', 'm002', 'm003'])
    })

    test('a list has thirty rows unless told otherwise', async () => {
      await store.addMany(31)
      const page = await store.db.list(members, {})
      expect(page.rows).toHaveLength(30)
      expect(page.next).toBe('m030')
    })

    test('a full page has no next when nothing follows', async () => {
      await store.addMany(4)
      expect(await store.db.list(members, { limit: 4 })).not.toHaveProperty('next')
      expect(await store.db.list(members, { limit: 3 })).toHaveProperty('next', 'm003')
      expect(await store.db.list(members, { limit: 4, after: 'm004' })).toEqual({ rows: [] })
    })

    const walks: readonly ListQuery<Member>[] = [
      {},
      { orderBy: 'number' },
      { where: { branch: 'east' }, orderBy: 'joined' },
      { orderBy: 'number', range: { from: 20, to: 90 } },
      { where: { branch: 'east', active: true }, orderBy: 'number' },
    ]
    test.each(walks.flatMap((query) => [query, { ...query, descending: true }]))(
      'pages meet without a gap or a repeat: %j',
      async (query) => {
        await store.addMany(105)
        const upwards = numbers(1, 105)
          .filter((n) => within(n, query))
          .map((n) => member(n)._id)
        const whole = query.descending ? upwards.reverse() : upwards
        expect(await walk(store.db, { ...query, limit: 7 })).toEqual(whole)
        expect(await walk(store.db, { ...query, limit: 100 })).toEqual(whole)
      },
    )

    test('a hundred rows fit in one page', async () => {
      await store.addMany(101)
      expect(await store.ids({ limit: 100 })).toHaveLength(100)
    })

    test.each([0, -1, 101, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a limit of %p is out of bounds', async (limit) => {
      await expect(store.db.list(members, { limit })).rejects.toThrow(OutOfBounds)
    })

    test('both ends of a range are in it', async () => {
      await store.addMany(9)
      expect(await store.ids({ orderBy: 'number', range: { from: 3, to: 5 } })).toEqual(['m003', 'm004', 'm005'])
      expect(await store.ids({ orderBy: 'number', range: { from: 8 } })).toEqual(['m008', 'm009'])
      expect(await store.ids({ orderBy: 'number', range: { to: 2 }, descending: true })).toEqual(['m002', 'm001'])
      expect(await store.ids({ orderBy: 'number', range: { from: 5, to: 3 } })).toEqual([])
      expect(await store.ids({ where: { branch: 'east' }, orderBy: 'joined', range: { from: '2020-01-08' } })).toEqual([
        'm007',
        'm008',
        'm009',
      ])
    })

    test('a page start outside the range does not lead out of it', async () => {
      await store.addMany(9)
      const range = { from: 3, to: 5 }
      expect(await store.ids({ orderBy: 'number', range, after: 0 })).toEqual(['m003', 'm004', 'm005'])
      expect(await store.ids({ orderBy: 'number', range, after: 4 })).toEqual(['m005'])
      expect(await store.ids({ orderBy: 'number', range, after: 9 })).toEqual([])
      expect(await store.ids({ orderBy: 'number', range, after: 9, descending: true })).toEqual(['m005', 'm004', 'm003'])
    })

    test('equality keeps the others out, in whatever order its fields are given', async () => {
      await store.add(member(1), member(2), member(3, { branch: 'west' }), member(4), member(6, { branch: 'west' }))
      expect(await store.ids({ where: { branch: 'east', active: true }, orderBy: 'number' })).toEqual(['m002', 'm004'])
      expect(await store.ids({ where: { active: true, branch: 'east' }, orderBy: 'number' })).toEqual(['m002', 'm004'])
      expect(await store.ids({ where: { active: false, branch: 'west' }, orderBy: 'number' })).toEqual(['m003'])
    })

    test('text that looks like a number is not that number', async () => {
      await store.add(member(1, { branch: '1' }))
      expect(await store.ids({ where: { branch: 1 }, orderBy: 'joined' })).toEqual([])
      expect(await store.ids({ where: { branch: '1' }, orderBy: 'joined' })).toEqual(['m001'])
    })

    test('a document without the ordering field has no place in the list', async () => {
      await store.add(member(1), member(2, { note: 'b' }), member(3), member(4, { note: 'a' }))
      expect(await store.ids({ orderBy: 'note' })).toEqual(['m004', 'm002'])
      expect(await store.ids({ orderBy: 'note', descending: true })).toEqual(['m002', 'm004'])
    })

    test('a changed document moves to its new place, a removed one leaves', async () => {
      await store.addMany(3)
      await store.db.transact(async (tx) => {
        await tx.put(members, member(1, { number: 9 }))
        await tx.remove(members, 'm002')
      })
      expect(await store.ids({ orderBy: 'number' })).toEqual(['m003', 'm001'])
    })

    const undeclared: readonly ListQuery<Member>[] = [
      { orderBy: 'name' },
      { orderBy: 'joined' },
      { where: { branch: 'east' }, orderBy: 'number' },
      { where: { active: true }, orderBy: 'number' },
      { where: { branch: 'east', joined: '2020-01-02' }, orderBy: 'joined' },
      { where: { name: '党员1' } },
      { where: { _id: 'm001' } },
    ]
    test.each(undeclared)('no declared index, no answer: %j', async (query) => {
      await store.addMany(1)
      await expect(store.db.list(members, query)).rejects.toThrow(UndeclaredIndex)
    })

    test('a field that no collection could declare is no way into the query', async () => {
      const where = JSON.parse(`{"branch') = 1 OR 1=1 --":"x"}`)
      await expect(store.db.list(members, { where, orderBy: 'joined' })).rejects.toThrow(UndeclaredIndex)
      await expect(store.db.count(members, { where })).rejects.toThrow(UndeclaredIndex)
    })
  })

  describe('counts', () => {
    const store = freshStore(side)

    test('everything, and what equals', async () => {
      await store.add(member(1), member(2), member(3, { branch: 'west' }), member(4))
      expect(await store.db.count(members, { where: {} })).toBe(4)
      expect(await store.db.count(members, { where: { branch: 'east' } })).toBe(3)
      expect(await store.db.count(members, { where: { active: true, branch: 'east' } })).toBe(2)
      expect(await store.db.count(members, { where: { branch: 'east', joined: member(1).joined } })).toBe(1)
      expect(await store.db.count(members, { where: { branch: 'north' } })).toBe(0)
      expect(await store.db.count(members, { where: { _id: 'm001' } })).toBe(1)
    })

    test('fields that lead no declared index are not counted', async () => {
      await expect(store.db.count(members, { where: { active: true } })).rejects.toThrow(UndeclaredIndex)
      await expect(store.db.count(members, { where: { name: '党员1' } })).rejects.toThrow(UndeclaredIndex)
      await expect(store.db.count(members, { where: { branch: 'east', number: 1 } })).rejects.toThrow(UndeclaredIndex)
    })
  })
}

/** Every id, page by page. */
async function walk(db: Database, query: ListQuery<Member>): Promise<string[]> {
  const page = await db.list(members, query)
  const seen = page.rows.map((row) => row._id)
  if (page.next === undefined) return seen
  if (page.next === query.after) throw new Error('the pages go round in a circle')
  return [...seen, ...(await walk(db, { ...query, after: page.next }))]
}

/** What the walks' queries mean, said once more without a database. */
function within(n: number, { where, range }: ListQuery<Member>): boolean {
  if (where?.active !== undefined && member(n).active !== where.active) return false
  return n >= Number(range?.from ?? n) && n <= Number(range?.to ?? n)
}
