/** The MongoDB query for a question. It is asked only when a declared index serves it: the cloud itself would scan. */
import { checkLimit, comparable } from './bounds'
import type { Fields, Look } from './cloudbase-connection'
import { cloudName } from './cloudbase-documents'
import { countIndex, listIndex, type PlainQuery, type Shape } from './declared-indexes'

/** One row more than asked for: it tells whether there is a next page. */
export function planFind(shape: Shape, query: PlainQuery): Look {
  checkLimit(query.limit)
  const index = listIndex(shape, query)
  const order = bounds(query)
  return {
    query: { ...equality(index.slice(0, -1), query.where), ...(order === undefined ? {} : { [cloudName(query.orderBy)]: order }) },
    orderBy: cloudName(query.orderBy),
    descending: query.descending,
    limit: query.limit + 1,
  }
}

/** The documents under these ids, as many as are there. */
export function planFindMany(ids: readonly string[]): Look {
  return { query: { _id: { $in: ids } }, orderBy: '_id', descending: false, limit: ids.length }
}

export function planCloudCount(shape: Shape, where: ReadonlyMap<string, unknown>): Fields {
  return equality(countIndex(shape, where).slice(0, where.size), where)
}

function equality(fields: readonly string[], where: ReadonlyMap<string, unknown>): Fields {
  return Object.fromEntries(fields.map((field) => [cloudName(field), comparable(field, where.get(field))]))
}

/** Range and page start stand side by side, so that a forged `after` cannot leave the range. */
function bounds({ orderBy, descending, from, to, after }: PlainQuery): Fields | undefined {
  const edges = Object.entries({ $gte: from, $lte: to, [descending ? '$lt' : '$gt']: after })
    .filter(([, edge]) => edge !== undefined)
    .map(([operator, edge]) => [operator, comparable(orderBy, edge)])
  if (edges.length > 0) return Object.fromEntries(edges)
  // A document without the ordering field has no place in the order; comparisons leave it out, and so does this.
  return orderBy === '_id' ? undefined : { $ne: null }
}
