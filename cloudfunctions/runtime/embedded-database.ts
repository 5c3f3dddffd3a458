/**
 * The embedded side of the database port: one SQLite file in a data folder, for a village's own computer, for
 * development and for tests. Transactions go through `group-commit.ts`; readers use a connection of their own and
 * see committed data only.
 */
import { checkTake } from './bounds'
import {
  CannotWrite,
  type Collection,
  type Database,
  DuplicateId,
  type GiveBack,
  type Stored,
  type Taken,
  type TakeOrder,
  type Transaction,
  type WhyNotWritten,
} from './database'
import { type Shape, shapesOf } from './declared-indexes'
import { type Connection, type OpenFile, openLibsql } from './embedded-connection'
import { findDamage, readsSomewhere } from './embedded-damage'
import { Documents } from './embedded-documents'
import { whyNotWritten } from './embedded-failures'
import { closeWhole } from './embedded-mark'
import { closeSides, type Ground, mayBeWritten, openAgain, openSides, type Sides } from './embedded-sides'
import { openTransaction } from './embedded-transaction'
import { type FolderLock, lockFolder } from './folder-lock'
import { GroupCommit } from './group-commit'

export type { Connection, OpenFile } from './embedded-connection'
export { copyStoreTo, countStore, DamagedStore, storeSchema } from './embedded-copy'

export interface EmbeddedOptions {
  /** made when missing; holds `store.db` and `lock.db` */
  readonly folder: string
  readonly collections: readonly Shape[]
  /** from 1 upwards; a store with a higher number is refused */
  readonly schema: number
  /** taken and let go of by the caller, who does more than one thing with the folder; taken here when absent */
  readonly lock?: FolderLock
  /** for tests: every callback runs twice and the first run is thrown away */
  readonly rehearse?: boolean
  /** for tests: a connection that fails on purpose */
  readonly openFile?: OpenFile
  /** how many transactions may share a commit, 256 when absent; 1 is for measuring */
  readonly groupLimit?: number
  /** how many transactions may wait, 10,000 when absent: about a second's work */
  readonly mostWaiting?: number
}

/** The store of one machine, which also knows how its disk does. */
export interface EmbeddedDatabase extends Database {
  /** why nothing could be written the last time it was tried; undefined: it could */
  readonly refuses: () => WhyNotWritten | undefined
  /** Reads a piece of the file, from the disk and not from memory, and where writing was refused tries it again. False: it cannot be read. */
  readonly look: () => Promise<boolean>
  /** Reads all of it: about six seconds a gigabyte. Undefined: it holds together. */
  readonly findDamage: () => string | undefined
  /** at opening: what was written last by a program that did not end by itself is missing */
  readonly missesTail: boolean
}

/** Throws `FolderInUse`, `NewerStore`, `DamagedStore`, and `CannotWrite` where there is nothing to read either. */
export function openEmbeddedDatabase(options: EmbeddedOptions): EmbeddedDatabase {
  const { folder, openFile = openLibsql } = options
  const shapes = shapesOf(options.collections)
  const lock = options.lock ?? lockFolder(folder, openFile)
  const letGo = () => {
    if (options.lock === undefined) lock.release()
  }
  try {
    return embeddedDatabase({ lock, openFile, shapes, schema: options.schema }, options, letGo)
  } catch (error) {
    letGo()
    throw error
  }
}

function embeddedDatabase(ground: Ground, options: EmbeddedOptions, letGo: () => void): EmbeddedDatabase {
  const { shapes, schema } = ground
  const work = (sides: Sides) => ({ ...sides, read: new Documents(sides.reader, shapes), group: sides.writer && groupOn(sides.writer) })
  const groupOn = (writer: Connection) => {
    const written = new Documents(writer, shapes)
    return new GroupCommit(writer, () => openTransaction(written), {
      limit: options.groupLimit ?? 256,
      mostWaiting: options.mostWaiting ?? 10_000,
      rehearse: options.rehearse ?? false,
    })
  }
  let sides = work(openSides(ground))
  const { missesTail } = sides
  let refuses = sides.refuses
  let closing: Promise<void> | undefined
  // libsql's statements go on working after their connection was closed, so the refusal has to be ours.
  const whileOpen = () => {
    if (closing) throw new Error('the database is closed')
  }
  /** The group of the writer, of which there is none while the disk is full or for reading only: then it is opened when that is over. */
  const groupNow = (): GroupCommit => {
    const { group, cannot } = sides
    if (group !== undefined) return group
    if (cannot !== undefined && !mayBeWritten(options.folder)) throw cannot
    const reopened = work(openAgain(ground))
    sides.reader.close()
    sides = reopened
    return groupNow()
  }
  const transact = async <Result>(run: (tx: Transaction) => Promise<Result>): Promise<Result> => {
    whileOpen()
    try {
      const result = await groupNow().transact(run)
      return result
    } catch (error) {
      const why = whyNotWritten(error)
      if (why === undefined) throw error
      refuses = why
      throw error instanceof CannotWrite ? error : new CannotWrite(why, error)
    }
  }
  /** A page of the file is written as it is: nothing changes, and it needs the room that anything needs. */
  const tryWriting = async () => {
    await transact(async () => void sides.writer?.exec(`PRAGMA user_version = ${schema}`))
    refuses = undefined
  }
  const finish = async () => {
    // Whoever came before is still answered: this one runs after them.
    await sides.group?.drain()
    try {
      if (sides.writer !== undefined) closeWhole(sides.writer)
    } finally {
      closeSides(sides)
      letGo()
    }
  }
  return {
    transact,
    async get(collection, id) {
      whileOpen()
      return sides.read.get(collection, id)
    },
    async getMany(collection, ids) {
      whileOpen()
      return sides.read.getMany(collection, ids)
    },
    async list(collection, query) {
      whileOpen()
      return sides.read.list(collection, query)
    },
    async count(collection, query) {
      whileOpen()
      return sides.read.count(collection, query)
    },
    insertOnce: (collection, document) => transact((tx) => insertOnce(tx, collection, document)),
    take: (collection, id, order) => transact((tx) => take(tx, collection, id, order)),
    giveBack: (collection, id, order) => transact((tx) => giveBack(tx, collection, id, order)),
    refuses: () => refuses,
    async look() {
      whileOpen()
      if (refuses !== undefined) await tryWriting().catch(() => undefined)
      return readsSomewhere(sides.reader, shapes)
    },
    findDamage: () => findDamage(sides.reader, shapes),
    missesTail,
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
