/** The SQL for a question, certain to use the index that serves it. */
import { checkLimit, comparable } from './bounds'
import { countIndex, indexName, listIndex, type PlainQuery, type Shape } from './declared-indexes'
import type { Bound } from './embedded-connection'
import { column } from './embedded-schema'

export interface Plan {
  readonly sql: string
  readonly values: readonly Bound[]
}

/**
 * Values are bound as JSON and taken out by the same function as the indexed ones, so both sides agree on booleans
 * and on text with a NUL in it (which libsql cuts off when it is bound as text).
 */
const value = `json_extract(?, '$')`

function bound(field: string, given: unknown): string {
  return JSON.stringify(comparable(field, given))
}

/** The rows in order, one more than asked for: it tells whether there is a next page. */
export function planList(shape: Shape, query: PlainQuery): Plan {
  checkLimit(query.limit)
  const index = listIndex(shape, query)
  const equal = equality(index.slice(0, -1), query.where)
  const between = bounds(query)
  const conditions = [...equal.conditions, ...between.conditions]
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  const order = `ORDER BY ${column(query.orderBy)}${query.descending ? ' DESC' : ''}`
  return {
    sql: `SELECT doc FROM ${source(shape, index)}${where} ${order} LIMIT ?`,
    values: [...equal.values, ...between.values, query.limit + 1],
  }
}

/** One text however many ids there are, so that it is prepared once; the rows come in no order. */
export function planMany(shape: Shape, ids: readonly string[]): Plan {
  return { sql: `SELECT doc FROM "${shape.name}" WHERE id IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(ids)] }
}

export function planCount(shape: Shape, where: ReadonlyMap<string, unknown>): Plan {
  const index = countIndex(shape, where)
  const { conditions, values } = equality(index.slice(0, where.size), where)
  const filter = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  return { sql: `SELECT count(*) AS n FROM ${source(shape, index)}${filter}`, values }
}

/** `INDEXED BY` makes SQLite refuse a plan without the index, rather than scan quietly. Ids need no such care. */
function source(shape: Shape, index: readonly string[]): string {
  const onlyId = index.length === 1 && index[0] === '_id'
  return onlyId ? `"${shape.name}"` : `"${shape.name}" INDEXED BY "${indexName(shape.name, index)}"`
}

/** The text of a condition follows the index, not the caller's order of fields: fewer texts to prepare. */
function equality(fields: readonly string[], where: ReadonlyMap<string, unknown>) {
  return {
    conditions: fields.map((field) => `${column(field)} = ${value}`),
    values: fields.map((field) => bound(field, where.get(field))),
  }
}

/**
 * The tighter of range and page start is worked out in SQL, in the order SQLite itself sorts by: a page deep in the
 * list starts at its first row, and a forged `after` cannot leave the range.
 */
function bounds({ orderBy, descending, from, to, after }: PlainQuery) {
  const field = column(orderBy)
  const lower = [from, descending ? undefined : after].filter((edge) => edge !== undefined)
  const upper = [to, descending ? after : undefined].filter((edge) => edge !== undefined)
  const conditions: string[] = []
  if (lower.length > 0) conditions.push(`${field} >= ${tightest('max', lower.length)}`)
  if (upper.length > 0) conditions.push(`${field} <= ${tightest('min', upper.length)}`)
  if (after !== undefined) conditions.push(`${field} <> ${value}`)
  // A document without the ordering field has no place in the order; comparisons leave it out, and so does this.
  if (conditions.length === 0 && orderBy !== '_id') conditions.push(`${field} IS NOT NULL`)
  const seen = after === undefined ? [] : [after]
  return { conditions, values: [...lower, ...upper, ...seen].map((edge) => bound(orderBy, edge)) }
}

function tightest(pick: 'max' | 'min', edges: number): string {
  // With a single argument `max` is an aggregate over rows.
  return edges === 1 ? value : `${pick}(${value}, ${value})`
}
