/**
 * The cloud's store: the common suite through the unmodified SDK, and the promises only this side makes. The suite also
 * runs in a real environment when CLOUDBASE_ENV_ID, CLOUDBASE_SECRET_ID and CLOUDBASE_SECRET_KEY are set; without them
 * those cases are not registered at all. What has to be there is said at `realSide`.
 */
import { Busy, DuplicateId } from '../../cloudfunctions/runtime/database'
import { type OpenVillage, openVillage, realSide, standInSide } from './cloudbase-side'
import { databaseSuite } from './suite'
import { gift, gifts, member, members } from './suite-village'

databaseSuite(standInSide)

const { CLOUDBASE_ENV_ID: env, CLOUDBASE_SECRET_ID: secretId, CLOUDBASE_SECRET_KEY: secretKey } = process.env
if (env && secretId && secretKey) {
  // Every round trip crosses the internet.
  jest.setTimeout(120_000)
  databaseSuite(realSide({ env, secretId, secretKey }))
}

describe('in the cloud only', () => {
  let village: OpenVillage

  beforeEach(async () => {
    village = await openVillage()
  })

  afterEach(() => village.end())

  const lay = (pieces: number) => village.db.transact((tx) => tx.insert(gifts, gift(pieces)))
  const take = (key: string, by = 1) => village.db.take(gifts, 'g', { field: 'stock', by, atLeast: by, key })
  const insert = (n: number) => village.db.transact((tx) => tx.insert(members, member(n)))

  /** The round trips and documents written of one piece of work. */
  async function cost(work: () => Promise<unknown>) {
    village.wire.recount()
    await work()
    return { trips: village.wire.trips, writes: village.wire.writes }
  }

  describe('round trips', () => {
    test('a get, a list and a count are one', async () => {
      await insert(1)
      expect(await cost(() => village.db.get(members, 'm001'))).toEqual({ trips: ['getDocument'], writes: 0 })
      expect(await cost(() => village.db.list(members, { orderBy: 'number', limit: 100 }))).toEqual({ trips: ['getDocument'], writes: 0 })
      expect(await cost(() => village.db.count(members, { where: {} }))).toEqual({ trips: ['calculateDocument'], writes: 0 })
    })

    test('several documents are one, and none are none', async () => {
      await insert(1)
      const many = (...ids: readonly string[]) => cost(() => village.db.getMany(members, ids))
      expect(await many('m001', 'm002', 'm003')).toEqual({ trips: ['getDocument'], writes: 0 })
      expect(await many()).toEqual({ trips: [], writes: 0 })
    })

    test('an insertOnce is one, and two when the id is taken', async () => {
      const once = () => village.db.insertOnce(members, member(1))
      expect(await cost(once)).toEqual({ trips: ['insertDocument'], writes: 1 })
      expect(await cost(once)).toEqual({ trips: ['insertDocument', 'getDocument'], writes: 0 })
    })

    test('a take is one, and two when nothing is taken', async () => {
      await lay(1)
      const explained = { trips: ['modifyDocument', 'getDocument'], writes: 0 }
      expect(await cost(() => take('a'))).toEqual({ trips: ['modifyDocument'], writes: 1 })
      expect(await cost(() => take('a'))).toEqual(explained)
      expect(await cost(() => take('b'))).toEqual(explained)
    })

    test('a transaction is its operations and two more', async () => {
      expect(await cost(() => insert(1))).toEqual({ trips: ['startTransaction', 'insertDocument', 'commitTransaction'], writes: 1 })
    })

    test('a held document is two, an absence that is held three', async () => {
      await insert(1)
      const hold = (id: string) => cost(() => village.db.transact((tx) => tx.hold(members, id)))
      expect((await hold('m001')).trips).toEqual(['startTransaction', 'modifyDocument', 'getDocument', 'commitTransaction'])
      expect((await hold('m002')).trips).toEqual([
        'startTransaction',
        'modifyDocument',
        'insertDocument',
        'removeDocument',
        'commitTransaction',
      ])
    })

    test('what is out of bounds costs none', async () => {
      const { trips } = await cost(() => village.db.get(members, 'a b').catch(() => undefined))
      expect(trips).toEqual([])
    })
  })

  describe('conflicts', () => {
    const started = () => village.wire.trips.filter((action) => action === 'startTransaction').length

    test.each([
      { conflicts: 3, attempts: 4, pauses: [] },
      { conflicts: 5, attempts: 6, pauses: [30, 90] },
      { conflicts: 6, attempts: 7, pauses: [30, 90, 270] },
    ])('$conflicts in a row end well at attempt $attempts', async ({ conflicts, attempts, pauses }) => {
      village.wire.goWrong('conflict', 'commitTransaction', conflicts)
      await insert(1)
      expect(started()).toBe(attempts)
      expect(village.pauses).toEqual(pauses)
      expect(village.wire.documents.all('members')).toEqual([member(1)])
    })

    test.each(['insertDocument', 'commitTransaction'])('seven in a row at %s are Busy, and nothing is written', async (action) => {
      village.wire.goWrong('conflict', action, 100)
      await expect(insert(1)).rejects.toThrow(Busy)
      expect(started()).toBe(7)
      expect(village.pauses).toEqual([30, 90, 270])
      expect(village.wire.documents.all('members')).toEqual([])
      expect(village.wire.documents.stillOpen).toBe(0)
    })

    test('a conflict that the callback hides is one all the same', async () => {
      village.wire.goWrong('conflict', 'getDocument')
      const runs: number[] = []
      await village.db.transact(async (tx) => {
        runs.push(runs.length)
        await tx.get(members, 'm001').catch(() => undefined)
      })
      expect(runs).toEqual([0, 1])
    })

    test.each([
      { guard: 'hold' as const, left: 1 },
      // The stand-in lets the skew through as the cloud does: so the guard is what keeps it out.
      { guard: 'get' as const, left: 0 },
    ])('two who each decide on what the other writes, reading with $guard: $left stay', async ({ guard, left }) => {
      await Promise.all([insert(2), insert(4)])
      const meet = meetingOf(2)
      const leave = (own: number, other: number) =>
        village.db.transact(async (tx) => {
          const stays = await tx[guard](members, member(other)._id)
          await meet()
          if (stays?.active) await tx.put(members, member(own, { active: false }))
        })
      await Promise.allSettled([leave(2, 4), leave(4, 2)])
      expect(await village.db.count(members, { where: { branch: 'east', active: true } })).toBe(left)
    })

    test('of two who each rest on the absence of what the other makes one comes too late', async () => {
      const meet = meetingOf(2)
      const make = (own: number, other: number) =>
        village.db.transact(async (tx) => {
          const isFree = (await tx.hold(members, member(other)._id)) === undefined
          await meet()
          if (isFree) await tx.put(members, member(own))
        })
      await Promise.allSettled([make(1, 2), make(2, 1)])
      expect(village.wire.documents.all('members')).toHaveLength(1)
    })
  })

  describe('faults on the way', () => {
    const insertOnce = () => village.db.insertOnce(members, member(1))

    test('a commit whose reply is lost is a failure, and the repeat finds the one document', async () => {
      village.wire.goWrong('lost after', 'commitTransaction')
      await expect(insert(1)).rejects.toMatchObject({ code: 'ECONNRESET' })
      expect(await village.db.get(members, 'm001')).toEqual(member(1))
      await expect(insert(1)).rejects.toThrow(DuplicateId)
      expect(village.wire.documents.all('members')).toHaveLength(1)
    })

    test('a commit that never arrives leaves nothing behind, and the repeat writes', async () => {
      village.wire.goWrong('lost before', 'commitTransaction')
      await expect(insert(1)).rejects.toMatchObject({ code: 'ECONNRESET' })
      expect(village.wire.documents.all('members')).toEqual([])
      expect(village.wire.documents.stillOpen).toBe(0)
      await insert(1)
      expect(village.wire.documents.all('members')).toEqual([member(1)])
    })

    test.each(['lost after', 'truncated'] as const)(
      'an insertOnce whose reply is %s is shown its own document by the repeat',
      async (fault) => {
        village.wire.goWrong(fault, 'insertDocument')
        await expect(insertOnce()).rejects.toThrow()
        expect(await insertOnce()).toEqual({ inserted: false, document: member(1) })
        expect(village.wire.documents.all('members')).toHaveLength(1)
      },
    )

    test.each(['lost after', 'truncated'] as const)('a take whose reply is %s takes nothing more when repeated', async (fault) => {
      await lay(5)
      village.wire.goWrong(fault, 'modifyDocument')
      await expect(take('a', 2)).rejects.toThrow()
      expect(await take('a', 2)).toBe('repeated')
      expect((await village.db.get(gifts, 'g'))?.stock).toBe(3)
    })

    test('requests that are delivered twice take and insert once', async () => {
      await lay(5)
      village.wire.goWrong('duplicated', 'modifyDocument')
      expect(await take('a', 2)).toBe('repeated')
      expect((await village.db.get(gifts, 'g'))?.stock).toBe(3)
      village.wire.goWrong('duplicated', 'insertDocument')
      expect(await insertOnce()).toEqual({ inserted: false, document: member(1) })
    })

    test('a truncated commit is a failure, though it may have happened', async () => {
      village.wire.goWrong('truncated', 'commitTransaction')
      await expect(insert(1)).rejects.toThrow()
    })

    test('a delay changes nothing', async () => {
      village.wire.goWrong('delayed')
      await insert(1)
      expect(await village.db.get(members, 'm001')).toEqual(member(1))
    })

    test.each(['documented', 'passed through'] as const)('a taken id is understood, however the cloud says it: %s', async (reply) => {
      village.wire.duplicateReply = reply
      await insert(1)
      expect(await insertOnce()).toEqual({ inserted: false, document: member(1) })
      await expect(insert(1)).rejects.toThrow(DuplicateId)
    })
  })

  describe('errors of the cloud', () => {
    const { setThrowOnCode } = jest.requireActual<{ setThrowOnCode(throws: boolean): void }>('@cloudbase/node-sdk')

    afterEach(() => setThrowOnCode(true))

    describe.each([
      { way: 'thrown', throws: true },
      { way: 'given as values', throws: false },
    ])('$way', ({ throws }) => {
      beforeEach(() => setThrowOnCode(throws))

      test.each([
        ['get', 'getDocument', () => village.db.get(members, 'm001')],
        ['getMany', 'getDocument', () => village.db.getMany(members, ['m001'])],
        ['list', 'getDocument', () => village.db.list(members, {})],
        ['count', 'calculateDocument', () => village.db.count(members, { where: {} })],
        ['insertOnce', 'insertDocument', () => village.db.insertOnce(members, member(1))],
        ['take', 'modifyDocument', () => take('a')],
        ['start', 'startTransaction', () => insert(1)],
        ['insert', 'insertDocument', () => insert(1)],
        ['put', 'modifyDocument', () => village.db.transact((tx) => tx.put(members, member(1)))],
        ['remove', 'removeDocument', () => village.db.transact((tx) => tx.remove(members, 'm001'))],
        ['hold', 'modifyDocument', () => village.db.transact((tx) => tx.hold(members, 'm001'))],
        ['commit', 'commitTransaction', () => insert(1)],
      ])('fail a %s', async (_, action, work) => {
        village.wire.goWrong('fails', action)
        const failure: unknown = await work().catch((error: unknown) => error)
        expect(failure).toMatchObject({ code: 'SYS_ERR', message: expect.stringContaining('out of sorts') })
        expect(failure).toHaveProperty('stack')
        expect(village.wire.documents.all('members')).toEqual([])
      })

      test('a taken id and a conflict are told', async () => {
        village.wire.goWrong('conflict', 'commitTransaction', 5)
        await insert(1)
        expect((await village.db.insertOnce(members, member(1))).inserted).toBe(false)
        await expect(insert(1)).rejects.toThrow(DuplicateId)
      })
    })
  })

  describe('a transaction', () => {
    test('operations started side by side go one after the other', async () => {
      village.wire.goWrong('delayed', 'insertDocument')
      const read = await village.db.transact(async (tx) => {
        const [, found] = await Promise.all([tx.insert(members, member(1)), tx.get(members, 'm001')])
        return found
      })
      expect(read).toEqual(member(1))
    })

    test('an operation that nobody awaited is in the commit', async () => {
      village.wire.goWrong('delayed', 'insertDocument')
      await village.db.transact(async (tx) => {
        void tx.insert(members, member(1))
      })
      expect(await village.db.get(members, 'm001')).toEqual(member(1))
    })

    test('a duplicate ends it, even when the callback would go on', async () => {
      await insert(1)
      const attempt = village.db.transact(async (tx) => {
        await tx.insert(members, member(1)).catch(() => undefined)
        await tx.insert(members, member(2))
      })
      await expect(attempt).rejects.toThrow(DuplicateId)
      expect(village.wire.documents.all('members')).toHaveLength(1)
    })

    test('its tx is over with it', async () => {
      const late = await village.db.transact(async (tx) => ({ get: () => tx.get(members, 'm001') }))
      await expect(late.get()).rejects.toThrow('its tx cannot be used any more')
    })

    test('closing answers those who came before and refuses those who come after', async () => {
      const before = insert(1)
      const closed = village.db.close()
      await expect(village.db.get(members, 'm001')).rejects.toThrow('closed')
      await closed
      expect(village.wire.documents.all('members')).toHaveLength(1)
      await before
    })
  })

  describe('names', () => {
    const strange = `{"$date":1,"$numberInt":"5","a.b":1,"":2,"_bsontype":"ObjectID","held":7,"x-":1,"x-aGVsZA":2,"中":3,
      "place":{"type":"Point","coordinates":[200,100]},"deep":[{"$inc":{"n":1}},null,[{"__proto__":1}]]}`

    test('names that mean something there are names like any other', async () => {
      const extra: unknown = JSON.parse(strange)
      await village.db.transact((tx) => tx.put(members, member(1, { extra })))
      expect(JSON.stringify((await village.db.get(members, 'm001'))?.extra)).toBe(JSON.stringify(extra))
    })

    test('how often a document was held is kept beside it and never read', async () => {
      await insert(1)
      const held = () => village.db.transact((tx) => tx.hold(members, 'm001'))
      expect([await held(), await held(), await village.db.get(members, 'm001')]).toEqual([member(1), member(1), member(1)])
      expect(village.wire.documents.all('members')).toEqual([{ ...member(1), held: 2 }])
    })
  })
})

/** Everyone waits until so many have come; who comes later (a repeat) goes straight on. */
function meetingOf(count: number): () => Promise<void> {
  let arrived = 0
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  return () => {
    arrived += 1
    if (arrived === count) begin()
    return begun
  }
}
