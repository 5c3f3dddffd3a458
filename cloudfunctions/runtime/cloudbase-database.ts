/**
 * The cloud's side of the database port: CloudBase through its SDK. Every operation outside of `transact` is one round
 * trip, two where a refusal has to be explained.
 */
import { checkId, checkTake, distinctIds } from './bounds'
import { type CloudAccess, type CloudConnection, openCloud } from './cloudbase-connection'
import { cloudName, fromCloud, toCloud } from './cloudbase-documents'
import { planCloudCount, planFind, planFindMany } from './cloudbase-query'
import { type NameOf, type Pauses, transactInCloud } from './cloudbase-transaction'
import { type Collection, type Database, DuplicateId, type Stored, type Taken, type TakeOrder } from './database'
import { plainCount, plainList, type Shape, type Shapes, shapeOf, shapesOf } from './declared-indexes'
import { byId, pageOf, present } from './stored-documents'

export type { CloudAccess } from './cloudbase-connection'
export type { Pauses } from './cloudbase-transaction'

export interface CloudbaseOptions {
  /** made beforehand, with their indexes, closed to clients: a cloud function cannot see to that */
  readonly collections: readonly Shape[]
  readonly pauses: Pauses
  /** absent in a cloud function: then it is the function's own environment */
  readonly access?: CloudAccess
  /** for tests in a real environment: stands before every collection's name, so that none of them is anyone's data */
  readonly prefix?: string
}

export function openCloudbaseDatabase(options: CloudbaseOptions): Database {
  const { pauses, prefix = '' } = options
  const shapes = shapesOf(options.collections)
  const cloud = openCloud(options.access)
  const nameOf: NameOf = (collection) => prefix + shapeOf(shapes, collection).name
  const documents = documentsOf(cloud, shapes, nameOf)
  const running = new Set<Promise<unknown>>()
  let closed = false
  const whileOpen = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    if (closed) throw new Error('the database is closed')
    const asked = ask()
    running.add(asked)
    try {
      return await asked
    } finally {
      running.delete(asked)
    }
  }
  return {
    get: (collection, id) => whileOpen(() => documents.get(collection, id)),
    getMany: (collection, ids) => whileOpen(() => documents.getMany(collection, ids)),
    list: (collection, query) => whileOpen(() => documents.list(collection, query)),
    count: (collection, query) => whileOpen(() => documents.count(collection, query)),
    insertOnce: (collection, document) => whileOpen(() => documents.insertOnce(collection, document)),
    take: (collection, id, order) => whileOpen(() => documents.take(collection, id, order)),
    giveBack: (collection, id, order) => whileOpen(() => documents.giveBack(collection, id, order)),
    transact: (work) => whileOpen(() => transactInCloud(cloud, pauses, nameOf, work)),
    async close() {
      closed = true
      await Promise.allSettled(running)
    },
  }
}

function documentsOf(cloud: CloudConnection, shapes: Shapes, nameOf: NameOf): Omit<Database, 'transact' | 'close'> {
  async function get<Doc extends Stored>(collection: Collection<Doc>, id: string): Promise<Doc | undefined> {
    checkId(id)
    const found = await cloud.get(nameOf(collection), id)
    return found && present(collection, fromCloud(found))
  }

  async function take<Doc extends Stored>(collection: Collection<Doc>, id: string, order: TakeOrder<Doc>): Promise<Taken> {
    checkId(id)
    checkTake(order)
    const [field, remembered] = [cloudName(order.field), `taken.${cloudName(order.key)}`]
    const enough = { _id: id, [field]: { $gte: order.atLeast }, [remembered]: { $exists: false } }
    const change = { $inc: { [field]: -order.by }, $set: { [remembered]: order.by } }
    if (await cloud.changeWhere(nameOf(collection), enough, change)) return 'taken'
    const found = await cloud.get(nameOf(collection), id)
    if (!found) return 'missing'
    // When somebody has given back meanwhile it is still true that there was too little when it was asked for.
    const { taken } = { taken: {}, ...fromCloud(found) }
    return Object.hasOwn(taken, order.key) ? 'repeated' : 'short'
  }

  return {
    get,
    take,
    async giveBack(collection, id, order) {
      checkId(id)
      checkTake(order)
      const [field, remembered] = [cloudName(order.field), `taken.${cloudName(order.key)}`]
      const change = { $inc: { [field]: order.by }, $unset: { [remembered]: '' } }
      return cloud.changeWhere(nameOf(collection), { _id: id, [remembered]: { $exists: true } }, change)
    },
    async getMany(collection, ids) {
      const name = nameOf(collection)
      const asked = distinctIds(ids)
      const found = asked.length === 0 ? [] : await cloud.find(name, planFindMany(asked))
      return byId(collection, asked, found.map(fromCloud))
    },
    async list(collection, query) {
      const plain = plainList(query)
      const look = planFind(shapeOf(shapes, collection), plain)
      return pageOf(collection, (await cloud.find(nameOf(collection), look)).map(fromCloud), plain)
    },
    async count(collection, query) {
      const name = nameOf(collection)
      return cloud.count(name, planCloudCount(shapeOf(shapes, collection), plainCount(query)))
    },
    async insertOnce(collection, document) {
      checkId(document._id)
      if (await cloud.insert(nameOf(collection), toCloud(document))) return { inserted: true, document }
      const there = await get(collection, document._id)
      if (there === undefined) throw new DuplicateId(collection.name, document._id)
      return { inserted: false, document: there }
    },
  }
}
