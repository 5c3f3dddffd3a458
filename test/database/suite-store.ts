/** A fresh store for every case, and the few questions that many cases ask. */
import type { Database, ListQuery } from '../../cloudfunctions/runtime/database'
import { type Member, member, members } from './suite-village'

export interface Side {
  readonly name: string
  /** An empty store with `villageCollections`, for one case. */
  open(): Promise<OpenSide>
}

export interface OpenSide {
  readonly db: Database
  /** closes the store and throws it away */
  end(): Promise<void>
}

export interface FreshStore {
  /** the store of the running case */
  readonly db: Database
  /** inserts them in one transaction */
  add(...documents: readonly Member[]): Promise<void>
  /** the members 1 to count */
  addMany(count: number): Promise<void>
  /** the ids on one page of members */
  ids(query: ListQuery<Member>): Promise<string[]>
}

/** To be called inside `describe`. */
export function freshStore(side: Side): FreshStore {
  let current: OpenSide | undefined
  const db = () => {
    if (!current) throw new Error('no store outside of a case')
    return current.db
  }
  beforeEach(async () => {
    current = await side.open()
  })
  afterEach(async () => {
    await current?.end()
    current = undefined
  })

  const add = (...documents: readonly Member[]) =>
    db().transact(async (tx) => {
      for (const document of documents) await tx.insert(members, document)
    })
  return {
    get db() {
      return db()
    },
    add,
    async addMany(count) {
      // The cloud allows a hundred operations in a transaction.
      for (let first = 1; first <= count; first += 50) await add(...numbers(first, Math.min(first + 49, count)).map((n) => member(n)))
    },
    async ids(query) {
      return (await db().list(members, query)).rows.map((row) => row._id)
    },
  }
}

export function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}
