/** The few calls of CloudBase's SDK that the store uses, and the oddities of that library. */
import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk'

/** A document, a query or a change as MongoDB writes it. */
export type Fields = Readonly<Record<string, unknown>>

/** Where the documents are when the program does not run in a cloud function of that environment itself. */
export interface CloudAccess {
  readonly env: string
  readonly secretId?: string
  readonly secretKey?: string
}

/** What can be done by id, one round trip each, in a transaction and outside. */
export interface ById {
  get(collection: string, id: string): Promise<Fields | undefined>
  /** false when the id is taken */
  insert(collection: string, document: Fields): Promise<boolean>
  /** makes the document or replaces the whole of it; `fields` come without the id */
  put(collection: string, id: string, fields: Fields): Promise<void>
  /** false when there was no such document */
  remove(collection: string, id: string): Promise<boolean>
  /** applies MongoDB's update operators; false when there was no such document */
  change(collection: string, id: string, change: Fields): Promise<boolean>
}

export interface Look {
  readonly query: Fields
  readonly orderBy: string
  readonly descending: boolean
  readonly limit: number
}

export interface CloudConnection extends ById {
  find(collection: string, look: Look): Promise<readonly Fields[]>
  count(collection: string, query: Fields): Promise<number>
  /** changes the one document that meets the query, atomically; false when none does */
  changeWhere(collection: string, query: Fields, change: Fields): Promise<boolean>
  /** The SDK's transaction: once, and again at once on a conflict as often as `repeats` says. */
  transact<Result>(work: (byId: ById) => Promise<Result>, repeats: number): Promise<Result>
}

/** A refusal of the cloud that came as a value, or as a plain object: the SDK has both. */
export class CloudFailure extends Error {
  constructor(
    /** the SDK looks at it to tell conflicts */
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}

const conflict = 'DATABASE_TRANSACTION_CONFLICT'
/** The first is documented; the second comes through from MongoDB under a code that means anything. */
const duplicates = /DATABASE_DUPLICATE_WRITE|E11000/

export const conflictOn = (what: string): CloudFailure => new CloudFailure(conflict, what)

export const isConflict = (error: unknown): boolean => textOf(error, 'code') === conflict

const isDuplicate = (error: unknown): boolean => duplicates.test(`${textOf(error, 'code')} ${textOf(error, 'message')}`)

export function openCloud(access: CloudAccess | undefined): CloudConnection {
  // The SDK's own default is the account's first environment, which need not be the one the function runs in.
  const where = access ?? { env: SYMBOL_CURRENT_ENV }
  // On a kept connection the SDK sends a request again by itself when the reply fails to come, inserts among them.
  const db = init({ ...where, keepalive: false }).database()
  const all = (collection: string) => db.collection(collection).options(raw)
  return {
    ...byIdOn(db),
    async find(collection, { query, orderBy, descending, limit }) {
      const direction = descending ? 'desc' : 'asc'
      const found = await answered(all(collection).where(query).orderBy(orderBy, direction).limit(limit).get())
      return found.data.map(asFields)
    },
    async count(collection, query) {
      return asNumber((await answered(all(collection).where(query).count())).total)
    },
    async changeWhere(collection, query, change) {
      const one = db.collection(collection).options({ ...raw, multiple: false })
      return asNumber((await answered(one.where(query).update(change))).updated) > 0
    },
    async transact(work, repeats) {
      try {
        return await db.runTransaction((transaction: Pick<Cloud, 'collection'>) => work(byIdOn(transaction)), repeats)
      } catch (error) {
        throw asError(error)
      }
    },
  }
}

/** Queries and changes go to the wire as they are: the SDK's own language would take values apart to look for commands. */
const raw = { raw: true }

type Cloud = ReturnType<ReturnType<typeof init>['database']>

/** Only calls on `doc` and `add`: inside a transaction the SDK runs anything else outside of it without a word. */
function byIdOn(db: Pick<Cloud, 'collection'>): ById {
  const doc = (collection: string, id: string) => db.collection(collection).options(raw).doc(id)
  return {
    async get(collection, id) {
      const reply = await answered(doc(collection, id).get())
      // A list outside of a transaction, a document or null inside.
      const data: unknown = reply.data
      const first: unknown = Array.isArray(data) ? data[0] : data
      return first === undefined || first === null ? undefined : asFields(first)
    },
    async insert(collection, document) {
      try {
        await answered(db.collection(collection).add(document))
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    async put(collection, id, fields) {
      await answered(doc(collection, id).set(fields))
    },
    async remove(collection, id) {
      return asNumber((await answered(doc(collection, id).remove())).deleted) > 0
    },
    async change(collection, id, change) {
      return asNumber((await answered(doc(collection, id).update(change))).updated) > 0
    },
  }
}

/** Some failures come as a value with a code, depending on a switch that is global to the SDK. */
export async function answered<Reply extends object>(asked: Promise<Reply>): Promise<Reply> {
  const reply = await asked
  if (textOf(reply, 'code') !== '') throw asError(reply)
  return reply
}

function asError(error: unknown): unknown {
  const isPlain = typeof error === 'object' && error !== null && !('stack' in error)
  return isPlain && textOf(error, 'code') !== '' ? new CloudFailure(textOf(error, 'code'), textOf(error, 'message')) : error
}

/** Asked without `instanceof`: errors of the SDK are made outside of a test's realm. */
function textOf(error: unknown, field: 'code' | 'message'): string {
  const fields: Partial<Record<'code' | 'message', unknown>> = typeof error === 'object' && error !== null ? error : {}
  return fields[field] === undefined || fields[field] === null ? '' : String(fields[field])
}

function asFields(value: unknown): Fields {
  if (isFields(value)) return value
  throw new Error('the cloud answered with something that is no document')
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asNumber(value: unknown): number {
  if (typeof value === 'number') return value
  throw new Error('the cloud answered without the number of documents')
}
