/**
 * The embedded side of the database port: one SQLite file in a data folder, for a village's own computer, for
 * development and for tests. Transactions go through `group-commit.ts`; readers use a connection of their own and
 * see committed data only.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkTake } from './bounds'
import {
  type Collection,
  type Database,
  DuplicateId,
  FolderInUse,
  type GiveBack,
  type Stored,
  type Taken,
  type TakeOrder,
  type Transaction,
} from './database'
import { type Shape, type Shapes, shapesOf } from './declared-indexes'
import { type Connection, type OpenFile, openLibsql, readPragma, sqliteCode } from './embedded-connection'
import { Documents } from './embedded-documents'
import { prepareSchema, refuseNewer } from './embedded-schema'
import { openTransaction } from './embedded-transaction'
import { GroupCommit } from './group-commit'

export type { Connection, OpenFile } from './embedded-connection'
export { copyStoreTo, countStore, DamagedStore, storeSchema } from './embedded-copy'

export interface EmbeddedOptions {
  /** made when missing; holds `store.db` and `lock.db` */
  readonly folder: string
  readonly collections: readonly Shape[]
  /** from 1 upwards; a store with a higher number is refused */
  readonly schema: number
  /** for tests: every callback runs twice and the first run is thrown away */
  readonly rehearse?: boolean
  /** for tests: a connection that fails on purpose */
  readonly openFile?: OpenFile
  /** how many transactions may share a commit, 256 when absent; 1 is for measuring */
  readonly groupLimit?: number
  /** how many transactions may wait, 10,000 when absent: about a second's work */
  readonly mostWaiting?: number
}

/** Throws `FolderInUse` and `NewerStore`. */
export function openEmbeddedDatabase(options: EmbeddedOptions): Database {
  const { folder, openFile = openLibsql } = options
  const shapes = shapesOf(options.collections)
  mkdirSync(folder, { recursive: true })
  const connections: Connection[] = []
  const openOne = (name: string) => {
    const connection = openFile(join(folder, name))
    connections.push(connection)
    return connection
  }
  const closeAll = () => {
    // The lock was opened first and goes last: nobody may enter while the store is still open here.
    for (const connection of connections.reverse()) connection.close()
  }
  try {
    lock(openOne('lock.db'), folder)
    const writer = openOne('store.db')
    prepareWriter(writer, shapes, options.schema)
    const reader = openOne('store.db')
    reader.exec('PRAGMA busy_timeout = 2000; PRAGMA query_only = 1')
    return embeddedDatabase(writer, new Documents(reader, shapes), shapes, options, closeAll)
  } catch (error) {
    closeAll()
    throw error
  }
}

/** The open transaction is the lock; the system lets go of it when the process ends, however it ends. */
function lock(connection: Connection, folder: string): void {
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    throw sqliteCode(error) === 'SQLITE_BUSY' ? new FolderInUse(folder) : error
  }
}

function prepareWriter(writer: Connection, shapes: Shapes, schema: number): void {
  refuseNewer(writer, schema)
  // A reader outside, such as a backup, may hold the file for a moment.
  // A checkpoint waits until the log has 32 MB, so that a busy evening is not held up by tidying.
  writer.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000')
  if (readPragma(writer, 'journal_mode') !== 'wal') throw new Error('the file system of the data folder cannot keep a write-ahead log')
  prepareSchema(writer, shapes, schema)
}

function embeddedDatabase(writer: Connection, reader: Documents, shapes: Shapes, options: EmbeddedOptions, closeAll: () => void): Database {
  const written = new Documents(writer, shapes)
  const group = new GroupCommit(writer, () => openTransaction(written), {
    limit: options.groupLimit ?? 256,
    mostWaiting: options.mostWaiting ?? 10_000,
    rehearse: options.rehearse ?? false,
  })
  let closing: Promise<void> | undefined
  // libsql's statements go on working after their connection was closed, so the refusal has to be ours.
  const whileOpen = () => {
    if (closing) throw new Error('the database is closed')
  }
  const transact = async <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => {
    whileOpen()
    return group.transact(work)
  }
  const finish = async () => {
    // Whoever came before is still answered: this one runs after them.
    await group.drain()
    try {
      writer.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      closeAll()
    }
  }
  return {
    transact,
    async get(collection, id) {
      whileOpen()
      return reader.get(collection, id)
    },
    async getMany(collection, ids) {
      whileOpen()
      return reader.getMany(collection, ids)
    },
    async list(collection, query) {
      whileOpen()
      return reader.list(collection, query)
    },
    async count(collection, query) {
      whileOpen()
      return reader.count(collection, query)
    },
    insertOnce: (collection, document) => transact((tx) => insertOnce(tx, collection, document)),
    take: (collection, id, order) => transact((tx) => take(tx, collection, id, order)),
    giveBack: (collection, id, order) => transact((tx) => giveBack(tx, collection, id, order)),
    close() {
      closing ??= finish()
      return closing
    },
  }
}

/** Inserting first spares the look before it: the id is free nearly every time. */
async function insertOnce<Doc extends Stored>(tx: Transaction, collection: Collection<Doc>, document: Doc) {
  try {
    await tx.insert(collection, document)
    return { inserted: true, document }
  } catch (error) {
    const there = error instanceof DuplicateId ? await tx.get(collection, document._id) : undefined
    if (there === undefined) throw error
    return { inserted: false, document: there }
  }
}

async function take<Doc extends Stored>(tx: Transaction, collection: Collection<Doc>, id: string, order: TakeOrder<Doc>): Promise<Taken> {
  checkTake(order)
  const document = await tx.get(collection, id)
  if (!document) return 'missing'
  const taken = takenOf(document)
  if (Object.hasOwn(taken, order.key)) return 'repeated'
  const left: unknown = document[order.field]
  if (typeof left !== 'number' || left < order.atLeast) return 'short'
  await tx.put(collection, { ...document, [order.field]: left - order.by, taken: { ...taken, [order.key]: order.by } })
  return 'taken'
}

async function giveBack<Doc extends Stored>(
  tx: Transaction,
  collection: Collection<Doc>,
  id: string,
  order: GiveBack<Doc>,
): Promise<boolean> {
  checkTake(order)
  const document = await tx.get(collection, id)
  const left: unknown = document?.[order.field]
  if (!document || typeof left !== 'number' || !Object.hasOwn(takenOf(document), order.key)) return false
  const taken = Object.fromEntries(Object.entries(takenOf(document)).filter(([key]) => key !== order.key))
  await tx.put(collection, { ...document, [order.field]: left + order.by, taken })
  return true
}

function takenOf(document: object): object {
  return 'taken' in document && typeof document.taken === 'object' && document.taken !== null ? document.taken : {}
}
