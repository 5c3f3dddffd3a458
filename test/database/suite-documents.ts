/** One document at a time: reading and writing by id, and values that try to be something else. */
import { DuplicateId, OutOfBounds } from '../../cloudfunctions/runtime/database'
import { freshStore, numbers, type Side } from './suite-store'
import { gifts, houses, housesBefore, member, members } from './suite-village'

export function documentCases(side: Side): void {
  describe('documents', () => {
    const store = freshStore(side)

    test('what was inserted is read as it was', async () => {
      await store.add(member(1))
      expect(await store.db.get(members, 'm001')).toEqual(member(1))
    })

    test('a missing id is undefined, inside a transaction and outside', async () => {
      expect(await store.db.get(members, 'nobody')).toBeUndefined()
      expect(await store.db.transact((tx) => tx.get(members, 'nobody'))).toBeUndefined()
    })

    test('the same id in two collections is two documents', async () => {
      await store.add(member(1))
      expect(await store.db.get(gifts, 'm001')).toBeUndefined()
    })

    test('a second insert under one id is refused and changes nothing', async () => {
      await store.add(member(1))
      await expect(store.add(member(1, { name: '别人' }))).rejects.toThrow(DuplicateId)
      expect(await store.db.get(members, 'm001')).toEqual(member(1))
    })

    test('a put makes the document, and later replaces the whole of it', async () => {
      await store.db.transact((tx) => tx.put(members, member(1, { note: 'first' })))
      await store.db.transact((tx) => tx.put(members, member(1)))
      expect(await store.db.get(members, 'm001')).toEqual(member(1))
      expect(await store.db.count(members, { where: {} })).toBe(1)
    })

    test('a remove says whether there was something to remove', async () => {
      await store.add(member(1))
      expect(await store.db.transact((tx) => tx.remove(members, 'm001'))).toBe(true)
      expect(await store.db.transact((tx) => tx.remove(members, 'm001'))).toBe(false)
      expect(await store.db.get(members, 'm001')).toBeUndefined()
    })

    test('an older shape is brought up to date on every way of reading', async () => {
      await store.db.transact((tx) => tx.insert(housesBefore, { _id: 'h1', v: 1, people: '张三、李四' }))
      const now = { _id: 'h1', v: 2, people: ['张三', '李四'] }
      expect(await store.db.get(houses, 'h1')).toEqual(now)
      expect(await store.db.list(houses, {})).toEqual({ rows: [now] })
      expect(await store.db.getMany(houses, ['h1'])).toEqual(new Map([['h1', now]]))
      expect(await store.db.transact((tx) => tx.get(houses, 'h1'))).toEqual(now)
      expect(await store.db.transact((tx) => tx.hold(houses, 'h1'))).toEqual(now)
      expect(await store.db.insertOnce(houses, { _id: 'h1', v: 2, people: [] })).toEqual({ inserted: false, document: now })
    })

    test.each(['', 'a b', '中', 'a/b', "a'; DROP TABLE members; --", 'a.b', '$id', 'a\n', 'a\0', 'x'.repeat(257)])(
      'the id %j is out of bounds everywhere',
      async (id) => {
        const document = member(1, { _id: id })
        const attempts = [
          () => store.db.get(members, id),
          () => store.db.getMany(members, ['m001', id]),
          () => store.db.insertOnce(members, document),
          () => store.db.take(members, id, { field: 'number', by: 1, atLeast: 1, key: 'k' }),
          () => store.db.transact((tx) => tx.get(members, id)),
          () => store.db.transact((tx) => tx.hold(members, id)),
          () => store.db.transact((tx) => tx.insert(members, document)),
          () => store.db.transact((tx) => tx.put(members, document)),
          () => store.db.transact((tx) => tx.remove(members, id)),
        ]
        for (const attempt of attempts) await expect(attempt()).rejects.toThrow(OutOfBounds)
        expect(await store.db.count(members, { where: {} })).toBe(0)
      },
    )

    test.each(['0', 'A-z_9', '__proto__', 'constructor', 'x'.repeat(256)])('the id %j is an id', async (id) => {
      await store.add(member(1, { _id: id }))
      expect(await store.db.get(members, id)).toEqual(member(1, { _id: id }))
      expect([...(await store.db.getMany(members, [id])).values()]).toEqual([member(1, { _id: id })])
    })
  })

  describe('several documents', () => {
    const store = freshStore(side)
    const many = async (...ids: readonly string[]) => [...(await store.db.getMany(members, ids))]

    test('come in the order of the asking, whatever their order in the store', async () => {
      await store.addMany(4)
      expect(await many('m003', 'm001', 'm004')).toEqual([
        ['m003', member(3)],
        ['m001', member(1)],
        ['m004', member(4)],
      ])
    })

    test('missing ones are left out, those asked for twice come once', async () => {
      await store.addMany(2)
      expect(await many('nobody', 'm002', 'm001', 'm002', 'm9')).toEqual([
        ['m002', member(2)],
        ['m001', member(1)],
      ])
      expect(await many('nobody')).toEqual([])
    })

    test('none asked for, none found', async () => {
      await store.addMany(1)
      expect(await many()).toEqual([])
    })

    test('of another collection are not among them', async () => {
      await store.addMany(1)
      expect([...(await store.db.getMany(gifts, ['m001']))]).toEqual([])
    })

    test('are as they were committed, not as a transaction is about to leave them', async () => {
      await store.addMany(2)
      const outside: Promise<unknown>[] = []
      await store.db.transact(async (tx) => {
        await tx.put(members, member(1, { name: '新名' }))
        await tx.insert(members, member(3))
        outside.push(many('m001', 'm003'))
      })
      expect(await outside[0]).toEqual([['m001', member(1)]])
      expect((await store.db.getMany(members, ['m001'])).get('m001')?.name).toBe('新名')
    })

    test('a hundred can be asked for, one more cannot; asking twice for one is no more', async () => {
      await store.addMany(101)
      const ids = numbers(1, 101).map((n) => member(n)._id)
      expect(await many(...ids.slice(0, 100))).toHaveLength(100)
      expect(await many(...ids.slice(1), ...ids.slice(1))).toHaveLength(100)
      await expect(many(...ids)).rejects.toThrow(OutOfBounds)
    })
  })

  describe('strange values', () => {
    const store = freshStore(side)

    const strange = [
      '',
      '䶮',
      '𬱖',
      '👩‍🌾',
      `'`,
      '"',
      '\\',
      `' OR 1=1 --`,
      '$ne',
      '{"$ne":""}',
      'a\0b',
      '\u2028',
      '%',
      'null',
      '1',
      'x'.repeat(300_000),
    ]
    const short = (text: string) => JSON.stringify(text.slice(0, 20))

    test.each(strange.map((text) => [short(text), text]))('the text %s is kept letter by letter', async (_, text) => {
      await store.add(member(1, { name: text }))
      expect((await store.db.get(members, 'm001'))?.name).toBe(text)
    })

    test.each(strange.slice(0, -1).map((text) => [short(text), text]))(
      'the text %s is found by equality, and finds nothing else',
      async (_, text) => {
        const others = strange.slice(0, -1).filter((other) => other !== text)
        await store.add(member(1, { branch: text }), ...others.map((branch, n) => member(n + 2, { branch })), member(90, { branch: 'a' }))
        expect(await store.db.list(members, { where: { branch: text }, orderBy: 'joined' })).toEqual({
          rows: [member(1, { branch: text })],
        })
        expect(await store.db.count(members, { where: { branch: text } })).toBe(1)
      },
    )

    test('a key named __proto__ in the data is data', async () => {
      const extra: unknown = JSON.parse('{"__proto__":{"admin":true},"constructor":1}')
      await store.add(member(1, { extra }))
      const read = await store.db.get(members, 'm001')
      expect(JSON.stringify(read?.extra)).toBe('{"__proto__":{"admin":true},"constructor":1}')
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
    })

    test.each(['{"$ne":""}', '["east"]', 'null'])('the value %s cannot be compared with', async (json) => {
      await store.addMany(3)
      const branch = JSON.parse(json)
      await expect(store.db.list(members, { where: { branch }, orderBy: 'joined' })).rejects.toThrow(OutOfBounds)
      await expect(store.db.count(members, { where: { branch } })).rejects.toThrow(OutOfBounds)
      await expect(store.db.list(members, { orderBy: 'number', after: branch })).rejects.toThrow(OutOfBounds)
      await expect(store.db.list(members, { orderBy: 'number', range: { from: branch } })).rejects.toThrow(OutOfBounds)
    })

    test('a filter whose value was lost is refused, not dropped', async () => {
      await store.addMany(3)
      const where = Object.assign({}, { branch: undefined })
      // @ts-expect-error: the type forbids it, and a caller without types must not see every branch
      await expect(store.db.list(members, { where, orderBy: 'joined' })).rejects.toThrow(OutOfBounds)
    })
  })
}
