/** All or nothing, one after the other. */
import { type Database, DuplicateId } from '../../cloudfunctions/runtime/database'
import { freshStore, numbers, type Side } from './suite-store'
import { gift, gifts, type Member, member, members } from './suite-village'

export function transactionCases(side: Side): void {
  describe('transactions', () => {
    const store = freshStore(side)

    test('the answer of the callback is the answer of the transaction', async () => {
      expect(await store.db.transact(async () => 'done')).toBe('done')
    })

    test('after the answer everything written is there', async () => {
      await store.db.transact(async (tx) => {
        await tx.insert(members, member(1))
        await tx.insert(gifts, gift(3))
      })
      expect(await store.db.get(members, 'm001')).toEqual(member(1))
      expect(await store.db.get(gifts, 'g')).toEqual(gift(3))
    })

    test('a callback that throws leaves nothing behind, and its caller hears what it threw', async () => {
      await store.add(member(1))
      const reason = new Error('不行')
      const attempt = store.db.transact(async (tx) => {
        await tx.insert(members, member(2))
        await tx.put(members, member(1, { name: '别人' }))
        await tx.remove(members, 'm001')
        throw reason
      })
      await expect(attempt).rejects.toBe(reason)
      expect((await store.db.list(members, {})).rows).toEqual([member(1)])
    })

    test('a refused insert takes the rest of its transaction with it', async () => {
      await store.add(member(1))
      await expect(store.add(member(2), member(1), member(3))).rejects.toThrow(DuplicateId)
      expect(await store.ids({})).toEqual(['m001'])
    })

    test('a callback reads what it wrote itself', async () => {
      const seen = await store.db.transact(async (tx) => {
        await tx.insert(members, member(1))
        const inserted = await tx.get(members, 'm001')
        await tx.put(members, member(1, { name: '新名' }))
        const changed = await tx.get(members, 'm001')
        await tx.remove(members, 'm001')
        return { inserted: inserted?.name, changed: changed?.name, gone: await tx.get(members, 'm001') }
      })
      expect(seen).toEqual({ inserted: '党员1', changed: '新名', gone: undefined })
    })

    test('neighbours of a failing callback are unharmed', async () => {
      const attempts = numbers(1, 9).map((n) =>
        store.db.transact(async (tx) => {
          await tx.insert(members, member(n))
          if (n % 3 === 0) throw new Error(`no ${n}`)
          return n
        }),
      )
      const outcomes = await Promise.allSettled(attempts)
      expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.message))).toEqual([
        1,
        2,
        'no 3',
        4,
        5,
        'no 6',
        7,
        8,
        'no 9',
      ])
      expect(await store.ids({})).toEqual(['m001', 'm002', 'm004', 'm005', 'm007', 'm008'])
    })

    test('a callback may run more than once and happens once', async () => {
      await store.db.transact((tx) => tx.insert(gifts, gift(0)))
      for (const _ of numbers(1, 3)) await raise(store.db)
      expect((await store.db.get(gifts, 'g'))?.stock).toBe(3)
    })

    test('no step of many callers on one document is lost', async () => {
      await store.db.transact((tx) => tx.insert(gifts, gift(0)))
      // In the cloud some may be told to come again; those told it is done must all be seen.
      const outcomes = await Promise.allSettled(numbers(1, 20).map(() => raise(store.db)))
      const done = outcomes.filter((outcome) => outcome.status === 'fulfilled').length
      expect(done).toBeGreaterThan(0)
      expect((await store.db.get(gifts, 'g'))?.stock).toBe(done)
    })

    test('of two inserts of one id one is refused', async () => {
      const outcomes = await Promise.allSettled([store.add(member(1, { name: '甲' })), store.add(member(1, { name: '乙' }))])
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    test('a held document is read and left as it is', async () => {
      await store.add(member(1))
      expect(await store.db.transact((tx) => tx.hold(members, 'm001'))).toEqual(member(1))
      expect(await store.db.transact((tx) => tx.hold(members, 'nobody'))).toBeUndefined()
      expect((await store.db.list(members, {})).rows).toEqual([member(1)])
    })

    test('a decision that rests on a held document still holds at the commit', async () => {
      const [zhang, li] = [member(2), member(4)]
      await store.add(zhang, li)
      // Each may leave only while the other stays.
      const leave = (one: Member, other: Member) =>
        store.db.transact(async (tx) => {
          const stays = await tx.hold(members, other._id)
          if (stays?.active) await tx.put(members, { ...one, active: false })
        })
      await Promise.allSettled([leave(zhang, li), leave(li, zhang)])
      expect(await store.db.count(members, { where: { branch: 'east', active: true } })).toBe(1)
    })
  })

  describe('insertOnce', () => {
    const store = freshStore(side)

    test('the first is inserted, the second is shown what is there', async () => {
      expect(await store.db.insertOnce(members, member(1))).toEqual({ inserted: true, document: member(1) })
      expect(await store.db.insertOnce(members, member(1, { name: '别人' }))).toEqual({ inserted: false, document: member(1) })
      expect(await store.db.get(members, 'm001')).toEqual(member(1))
    })

    test('of many at once exactly one is inserted, and all are shown that one', async () => {
      const answers = await Promise.all(numbers(1, 20).map((n) => store.db.insertOnce(members, member(1, { number: n }))))
      expect(answers.filter((answer) => answer.inserted)).toHaveLength(1)
      const winner = await store.db.get(members, 'm001')
      for (const answer of answers) expect(answer.document).toEqual(winner)
    })
  })
}

function raise(db: Database): Promise<void> {
  return db.transact(async (tx) => {
    const before = await tx.get(gifts, 'g')
    await tx.put(gifts, gift((before?.stock ?? 0) + 1))
  })
}
