/** The declared collections, and which of their indexes serves a question: the same answer on every side. */
import { type CountQuery, type ListQuery, type Stored, UndeclaredIndex } from './database'

/** A collection as far as a store is concerned. */
export interface Shape {
  readonly name: string
  readonly indexes: readonly (readonly string[])[]
}

export type Shapes = ReadonlyMap<string, Shape>

/** A list as it arrives: types may have been cast away on the road, so values are looked at again. */
export interface PlainQuery {
  readonly where: ReadonlyMap<string, unknown>
  readonly orderBy: string
  readonly descending: boolean
  readonly from: unknown
  readonly to: unknown
  readonly after: unknown
  readonly limit: number
}

/** Names stand in SQL text, where nothing can be bound, and in the cloud's paths; this is what keeps them harmless. */
const plainName = /^[A-Za-z][A-Za-z0-9]*$/

export const idIndex: readonly string[] = ['_id']

/** Checks the declarations and adds the index every collection has. Throws on a mistake of the programmer. */
export function shapesOf(collections: readonly Shape[]): Shapes {
  const shapes = new Map<string, Shape>()
  // SQLite tells neither tables nor indexes apart by upper and lower case, and would silently share one between two.
  const used = new Set<string>()
  const claim = (name: string) => {
    if (used.has(name.toLowerCase())) throw new Error(`${name} is declared twice`)
    used.add(name.toLowerCase())
  }
  for (const { name, indexes } of collections) {
    if (!plainName.test(name)) throw new Error(`${name} is no name for a collection`)
    claim(name)
    const own = indexes.filter((fields) => fields.join() !== '_id')
    for (const fields of own) {
      checkFields(name, fields)
      claim(indexName(name, fields))
    }
    shapes.set(name, { name, indexes: [idIndex, ...own] })
  }
  return shapes
}

function checkFields(collection: string, fields: readonly string[]): void {
  const wrong = fields.find((field) => field !== '_id' && !plainName.test(field))
  if (wrong !== undefined) throw new Error(`${collection} cannot index ${wrong}`)
  if (fields.length === 0 || new Set(fields).size < fields.length)
    throw new Error(`${collection} has an index that is empty or repeats a field`)
}

export function indexName(collection: string, fields: readonly string[]): string {
  return [collection, ...fields].join('.')
}

export function shapeOf(shapes: Shapes, collection: { readonly name: string }): Shape {
  const shape = shapes.get(collection.name)
  if (!shape) throw new Error(`the collection ${collection.name} was not declared when the store was opened`)
  return shape
}

export function plainList<Doc extends Stored>(query: ListQuery<Doc>): PlainQuery {
  return {
    where: fieldsOf(query.where),
    orderBy: query.orderBy ?? '_id',
    descending: query.descending ?? false,
    from: query.range?.from,
    to: query.range?.to,
    after: query.after,
    limit: query.limit ?? 30,
  }
}

export function plainCount<Doc extends Stored>(query: CountQuery<Doc>): ReadonlyMap<string, unknown> {
  return fieldsOf(query.where)
}

/** The index that leads with the fields given by equality and ends with the order. Throws `UndeclaredIndex`. */
export function listIndex(shape: Shape, query: Pick<PlainQuery, 'where' | 'orderBy'>): readonly string[] {
  const fields = [...query.where.keys()]
  const fits = (index: readonly string[]) => index.at(-1) === query.orderBy && sameFields(index.slice(0, -1), fields)
  const index = shape.indexes.find(fits)
  if (!index) throw new UndeclaredIndex(shape.name, [...fields, query.orderBy])
  return index
}

/** The index that leads with the fields given by equality. Throws `UndeclaredIndex`. */
export function countIndex(shape: Shape, where: ReadonlyMap<string, unknown>): readonly string[] {
  const fields = [...where.keys()]
  const index = shape.indexes.find((declared) => sameFields(declared.slice(0, fields.length), fields))
  if (!index) throw new UndeclaredIndex(shape.name, fields)
  return index
}

function sameFields(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && others.every((field) => some.includes(field))
}

function fieldsOf(where: object | undefined): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(where ?? {}))
}
