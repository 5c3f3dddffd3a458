/** Documents on one connection: the same five sentences of SQL for the writer and for readers. */
import { type Collection, type CountQuery, type Field, type ListQuery, OutOfBounds, type Page, type Stored } from './database'
import { type Connection, prepareOnce, type Statement } from './embedded-connection'
import { planCount, planList } from './embedded-query'
import type { Shape, Shapes } from './embedded-schema'

const plainId = /^[0-9A-Za-z_-]{1,128}$/

/** Throws `OutOfBounds`. The same rule on every side, because an id that one store takes must fit the other. */
export function checkId(id: unknown): void {
  if (typeof id !== 'string' || !plainId.test(id)) throw new OutOfBounds('an id has 1 to 128 characters of 0-9, A-Z, a-z, _ and -')
}

export class Documents {
  private readonly prepare: (sql: string) => Statement

  constructor(
    connection: Connection,
    private readonly shapes: Shapes,
  ) {
    this.prepare = prepareOnce(connection)
  }

  get<Doc extends Stored>(collection: Collection<Doc>, id: string): Doc | undefined {
    checkId(id)
    const row = this.prepare(`SELECT doc FROM "${this.shape(collection).name}" WHERE id = ?`).get(id)
    return row && present(collection, parse(row.doc))
  }

  /** False when the id is taken. */
  insert<Doc extends Stored>(collection: Collection<Doc>, document: Doc): boolean {
    checkId(document._id)
    const sql = `INSERT INTO "${this.shape(collection).name}" (id, doc) VALUES (?, ?) ON CONFLICT DO NOTHING`
    return this.prepare(sql).run(document._id, JSON.stringify(document)).changes > 0
  }

  put<Doc extends Stored>(collection: Collection<Doc>, document: Doc): void {
    checkId(document._id)
    const sql = `INSERT INTO "${this.shape(collection).name}" (id, doc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc`
    this.prepare(sql).run(document._id, JSON.stringify(document))
  }

  /** False when there was no such document. */
  remove<Doc extends Stored>(collection: Collection<Doc>, id: string): boolean {
    checkId(id)
    return this.prepare(`DELETE FROM "${this.shape(collection).name}" WHERE id = ?`).run(id).changes > 0
  }

  list<Doc extends Stored>(collection: Collection<Doc>, query: ListQuery<Doc>): Page<Doc> {
    const limit = query.limit ?? 30
    const orderBy: Field<Stored> | Field<Doc> = query.orderBy ?? '_id'
    const plan = planList(this.shape(collection), {
      where: fieldsOf(query.where),
      orderBy,
      descending: query.descending ?? false,
      from: query.range?.from,
      to: query.range?.to,
      after: query.after,
      limit,
    })
    const found = this.prepare(plan.sql)
      .all(...plan.values)
      .map((row) => parse(row.doc))
    // The place in the order is read before the upgrade: the index knows the stored shape only.
    const last = found.length > limit ? found[limit - 1] : undefined
    const next = last && placeOf(last, orderBy)
    const rows = found.slice(0, limit).map((stored) => present(collection, stored))
    return next === undefined ? { rows } : { rows, next }
  }

  count<Doc extends Stored>(collection: Collection<Doc>, query: CountQuery<Doc>): number {
    const plan = planCount(this.shape(collection), fieldsOf(query.where))
    return Number(this.prepare(plan.sql).get(...plan.values)?.n)
  }

  private shape(collection: { readonly name: string }): Shape {
    const shape = this.shapes.get(collection.name)
    if (!shape) throw new Error(`the collection ${collection.name} was not declared when the store was opened`)
    return shape
  }
}

function fieldsOf(where: object | undefined): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(where ?? {}))
}

/** Only this program writes the column, and always a document as JSON. */
function parse(doc: unknown): Stored {
  return JSON.parse(String(doc))
}

/** The database is no edge: what was written as a Doc, or brought up to one, is one. */
function present<Doc extends Stored>(collection: Collection<Doc>, stored: Stored): Doc {
  return collection.upgrade ? collection.upgrade(stored) : (stored as Doc)
}

function placeOf(stored: Stored, orderBy: string): string | number {
  const place: unknown = Object.entries(stored).find(([field]) => field === orderBy)?.[1]
  if (typeof place === 'string' || typeof place === 'number') return place
  throw new Error(`${orderBy} of ${stored._id} is neither text nor number and cannot order a list`)
}
