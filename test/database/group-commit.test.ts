/** Many transactions in one commit: who is answered when, and what one failure means to the others. */
import { Busy, type Database, DuplicateId, type Transaction, WaitedOutside } from '../../cloudfunctions/runtime/database'
import { closeStores, openStore } from './embedded-side'
import { saboteur } from './saboteur'
import { member, members } from './suite-village'

afterEach(closeStores)

const insert = (db: Database, n: number) => db.transact((tx) => tx.insert(members, member(n)))
const everyone = async (db: Database) => (await db.list(members, {})).rows.map((row) => row.number)
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('group commit', () => {
  test('callers that arrive together share a commit', async () => {
    const { openFile, executed } = saboteur()
    const db = openStore({ openFile })
    const before = commits(executed)
    await Promise.all(Array.from({ length: 64 }, (_, n) => insert(db, n)))
    expect(commits(executed) - before).toBe(1)
  })

  test('a group has no more callers than its limit', async () => {
    const { openFile, executed } = saboteur()
    const db = openStore({ openFile, groupLimit: 10 })
    const before = commits(executed)
    await Promise.all(Array.from({ length: 64 }, (_, n) => insert(db, n)))
    expect(commits(executed) - before).toBe(7)
  })

  test('who comes when too many wait is turned away, and those who wait are answered even when the store closes', async () => {
    const db = openStore({ mostWaiting: 3 })
    const asked = Array.from({ length: 5 }, (_, n) => insert(db, n))
    const closing = db.close()
    const answers = await Promise.allSettled(asked)
    await closing
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
    expect(answers[4]).toMatchObject({ reason: expect.any(Busy) })
  })

  test('callbacks run one at a time, in the order of their arrival', async () => {
    const db = openStore()
    const steps: string[] = []
    const work = (name: string) => async (tx: Transaction) => {
      steps.push(`${name} begins`)
      await tx.get(members, 'nobody')
      await tx.get(members, 'nobody')
      steps.push(`${name} ends`)
    }
    await Promise.all([db.transact(work('a')), db.transact(work('b')), db.transact(work('c'))])
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  test('nobody is answered before the commit returned', async () => {
    const { openFile, executed } = saboteur()
    const db = openStore({ openFile })
    const before = commits(executed)
    const seen = await Promise.all([1, 2, 3].map((n) => insert(db, n).then(() => commits(executed) - before)))
    const refused = await insert(db, 1).catch(() => commits(executed) - before)
    expect([...seen, refused]).toEqual([1, 1, 1, 2])
  })

  test('a failing commit is heard by every caller of the group, and the store works on', async () => {
    const { openFile, failOnce } = saboteur()
    const db = openStore({ openFile })
    await insert(db, 9)
    const diskFull = new Error('disk full')
    failOnce('COMMIT', diskFull)
    const own = new Error('own reason')
    const outcomes = await Promise.allSettled([
      insert(db, 1),
      db.insertOnce(members, member(2)),
      db.transact(() => Promise.reject(own)),
      insert(db, 9),
      insert(db, 3),
    ])
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([
      diskFull,
      diskFull,
      own,
      expect.any(DuplicateId),
      diskFull,
    ])
    expect(await everyone(db)).toEqual([9])
    await insert(db, 1)
    expect(await everyone(db)).toEqual([1, 9])
  })

  test('a transaction that cannot begin is heard too, and the store works on', async () => {
    const { openFile, failOnce } = saboteur()
    const db = openStore({ openFile })
    failOnce('BEGIN', new Error('busy'))
    await expect(insert(db, 1)).rejects.toThrow('busy')
    await insert(db, 1)
    expect(await everyone(db)).toEqual([1])
  })

  test('a callback cannot live on after the store failed under it', async () => {
    const { openFile, failOnce } = saboteur()
    const db = openStore({ openFile })
    failOnce('INSERT', new Error('disk failed'))
    const stubborn = db.transact(async (tx) => {
      await tx.insert(members, member(1)).catch(() => undefined)
      await tx.insert(members, member(2)).catch(() => undefined)
    })
    const outcomes = await Promise.allSettled([stubborn, insert(db, 3)])
    expect(outcomes).toMatchObject([{ status: 'rejected', reason: { message: 'disk failed' } }, { status: 'fulfilled' }])
    expect(await everyone(db)).toEqual([3])
  })

  test('when SQLite rolls back by itself, the whole group hears why', async () => {
    const { openFile, failOnce } = saboteur()
    const db = openStore({ openFile })
    failOnce('INSERT', new Error('disk full'), (connection) => connection.exec('ROLLBACK'))
    const outcomes = await Promise.allSettled([db.transact((tx) => tx.get(members, 'nobody')), insert(db, 1), insert(db, 2)])
    const rejected = { status: 'rejected', reason: { message: 'disk full' } }
    expect(outcomes).toMatchObject([rejected, rejected, rejected])
    expect(await everyone(db)).toEqual([])
    await insert(db, 3)
    expect(await everyone(db)).toEqual([3])
  })

  test('with rehearsal every callback runs twice, and the first run leaves nothing', async () => {
    const db = openStore({ rehearse: true })
    const found: unknown[] = []
    await db.transact(async (tx) => {
      found.push(await tx.get(members, 'm001'))
      await tx.insert(members, member(1))
    })
    expect(found).toEqual([undefined, undefined])
    expect(await everyone(db)).toEqual([1])
  })

  test('a refusal in the rehearsal is not the last word', async () => {
    const db = openStore({ rehearse: true })
    let run = 0
    const answer = await db.transact(async () => {
      run += 1
      if (run === 1) throw new Error('only the first time')
      return run
    })
    expect(answer).toBe(2)
  })
})

describe('a callback that waits for something other than tx', () => {
  test.each([false, true])('is given up, and its neighbours are unharmed (rehearsal: %p)', async (rehearse) => {
    const db = openStore({ rehearse })
    const waiting = db.transact(async (tx) => {
      await tx.insert(members, member(1))
      await turn()
      await tx.insert(members, member(2))
    })
    const outcomes = await Promise.allSettled([insert(db, 3), waiting, insert(db, 4)])
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: expect.any(WaitedOutside) },
      { status: 'fulfilled' },
    ])
    expect(await everyone(db)).toEqual([3, 4])
  })

  test('finds its tx closed when it comes back', async () => {
    const db = openStore()
    const late: unknown[] = []
    let goOn: () => void = () => undefined
    const outside = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const finished = new Promise<void>((resolve) => {
      const waiting = db.transact(async (tx) => {
        await outside
        for (const step of [
          tx.get(members, 'm001'),
          tx.hold(members, 'm001'),
          tx.insert(members, member(1)),
          tx.put(members, member(1)),
          tx.remove(members, 'm001'),
        ]) {
          late.push(await step.catch((error: unknown) => error))
        }
        resolve()
      })
      waiting.catch(() => goOn())
    })
    await finished
    expect(late).toEqual(Array.from({ length: 5 }, () => expect.objectContaining({ message: expect.stringContaining('is over') })))
    expect(await everyone(db)).toEqual([])
  })

  test('is given up even when it waits for ever, or for another transaction', async () => {
    const db = openStore()
    await expect(db.transact(() => new Promise(() => undefined))).rejects.toThrow(WaitedOutside)
    await expect(db.transact(() => insert(db, 1))).rejects.toThrow(WaitedOutside)
    // The inner one was a transaction of its own, in the next group.
    await insert(db, 2)
    expect(await everyone(db)).toEqual([1, 2])
  })
})

test('a tx kept beyond its callback refuses', async () => {
  const db = openStore()
  const kept = await db.transact(async (tx) => ({ tx }))
  await expect(kept.tx.insert(members, member(1))).rejects.toThrow('is over')
  expect(await everyone(db)).toEqual([])
})

function commits(executed: readonly string[]): number {
  return executed.filter((sql) => sql === 'COMMIT').length
}
