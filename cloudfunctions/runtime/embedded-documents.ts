/** Documents on one connection: the same few sentences of SQL for the writer and for readers. */
import { checkId, distinctIds } from './bounds'
import type { Collection, CountQuery, ListQuery, Page, Stored } from './database'
import { plainCount, plainList, type Shape, type Shapes, shapeOf } from './declared-indexes'
import { type Connection, prepareOnce, type Statement } from './embedded-connection'
import { type Plan, planCount, planList, planMany } from './embedded-query'
import { byId, pageOf, present } from './stored-documents'

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

  getMany<Doc extends Stored>(collection: Collection<Doc>, ids: readonly string[]): ReadonlyMap<string, Doc> {
    const asked = distinctIds(ids)
    return byId(collection, asked, this.ask(planMany(this.shape(collection), asked)))
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
    const plain = plainList(query)
    return pageOf(collection, this.ask(planList(this.shape(collection), plain)), plain)
  }

  count<Doc extends Stored>(collection: Collection<Doc>, query: CountQuery<Doc>): number {
    const plan = planCount(this.shape(collection), plainCount(query))
    return Number(this.prepare(plan.sql).get(...plan.values)?.n)
  }

  private ask({ sql, values }: Plan): readonly Stored[] {
    return this.prepare(sql)
      .all(...values)
      .map((row) => parse(row.doc))
  }

  private shape(collection: { readonly name: string }): Shape {
    return shapeOf(this.shapes, collection)
  }
}

/** Only this program writes the column, and always a document as JSON. */
function parse(doc: unknown): Stored {
  return JSON.parse(String(doc))
}
