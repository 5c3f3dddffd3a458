/**
 * The database port: what every store may ask, and nothing the cloud cannot do. The embedded side is
 * `embedded-database.ts`. Uniqueness and idempotency live in document ids.
 */

/** Every stored document: its id, the shape's version `v`, and who made it. */
export interface Stored {
  readonly _id: string
  readonly v: number
}

export type FieldValue = string | number | boolean

/** Fields of a document that can be looked for: the plain ones. */
export type Field<Doc> = Extract<keyof Doc, string>

/**
 * A collection, declared once by its store. An index is a list of fields: the last one orders and may be bounded,
 * those before it must be given by equality. `['_id']` is always there.
 */
export interface Collection<Doc extends Stored> {
  readonly name: string
  readonly indexes: readonly (readonly Field<Doc>[])[]
  /** Brings an older shape to the present one on every read; absent while there has been one shape only. */
  readonly upgrade?: (stored: Stored) => Doc
}

/** A range on the ordering field; both ends included. */
export interface Range {
  readonly from?: string | number
  readonly to?: string | number
}

export interface ListQuery<Doc extends Stored> {
  /** equality on the index's leading fields */
  readonly where?: Readonly<Partial<Record<Field<Doc>, FieldValue>>>
  /** the index's last field: unique within `where`, ASCII or number; default `_id` */
  readonly orderBy?: Field<Doc>
  readonly descending?: boolean
  readonly range?: Range
  /** value of `orderBy` in the last row already seen; that row is left out */
  readonly after?: string | number
  /** 1 to 100, default 30 */
  readonly limit?: number
}

export interface Page<Doc> {
  readonly rows: readonly Doc[]
  /** give it as `after` for the next page; absent on the last one */
  readonly next?: string | number
}

export interface CountQuery<Doc extends Stored> {
  readonly where: Readonly<Partial<Record<Field<Doc>, FieldValue>>>
}

/** Inside a transaction: by id only (a cloud transaction silently runs anything else outside itself). */
export interface Transaction {
  get<Doc extends Stored>(collection: Collection<Doc>, id: string): Promise<Doc | undefined>
  /** throws `DuplicateId` when the id is taken */
  insert<Doc extends Stored>(collection: Collection<Doc>, document: Doc): Promise<void>
  /** inserts or replaces the whole document */
  put<Doc extends Stored>(collection: Collection<Doc>, document: Doc): Promise<void>
  /** true when there was such a document */
  remove<Doc extends Stored>(collection: Collection<Doc>, id: string): Promise<boolean>
  /** Reads a document on which the decision depends though it will not be written, and guards it until the commit. */
  hold<Doc extends Stored>(collection: Collection<Doc>, id: string): Promise<Doc | undefined>
}

/** `taken` and `repeated` mean the same to the caller's caller: it is theirs. */
export type Taken = 'taken' | 'repeated' | 'short' | 'missing'

export interface TakeOrder<Doc extends Stored> {
  /** the numeric field that is lowered */
  readonly field: Field<Doc>
  /** how many, a positive integer */
  readonly by: number
  /** the field must hold at least this much before; usually `by` */
  readonly atLeast: number
  /** remembered in the document under `taken.<key>`: asking again with the same key takes nothing more */
  readonly key: string
}

/** What was taken under the key, as it was taken. */
export type GiveBack<Doc extends Stored> = Omit<TakeOrder<Doc>, 'atLeast'>

export interface Database {
  get<Doc extends Stored>(collection: Collection<Doc>, id: string): Promise<Doc | undefined>
  /**
   * Those of the documents that are there, by id and in the order in which they were asked for. One round trip in the cloud,
   * none for no ids; more than a hundred different ids throw `OutOfBounds`. The documents need not be of one moment.
   */
  getMany<Doc extends Stored>(collection: Collection<Doc>, ids: readonly string[]): Promise<ReadonlyMap<string, Doc>>
  /** throws `UndeclaredIndex` when no declared index serves the query, on every side alike */
  list<Doc extends Stored>(collection: Collection<Doc>, query: ListQuery<Doc>): Promise<Page<Doc>>
  count<Doc extends Stored>(collection: Collection<Doc>, query: CountQuery<Doc>): Promise<number>
  /** One insert on its own (one round trip in the cloud); when the id is taken, what is there already. */
  insertOnce<Doc extends Stored>(
    collection: Collection<Doc>,
    document: Doc,
  ): Promise<{ readonly inserted: boolean; readonly document: Doc }>
  /** Lowers a number only while enough is left: stock, places. */
  take<Doc extends Stored>(collection: Collection<Doc>, id: string, order: TakeOrder<Doc>): Promise<Taken>
  /** Raises the number again by what was taken under the key, which may then be used anew; false when nothing was, or it is back already. */
  giveBack<Doc extends Stored>(collection: Collection<Doc>, id: string, order: GiveBack<Doc>): Promise<boolean>
  /**
   * `work` awaits only `tx.*`, has no other effect, and may run more than once. Throwing rolls it back and rejects.
   * Resolves after the data is on disk. A callback that waits for anything else is given up with `WaitedOutside`.
   */
  transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export class DuplicateId extends Error {
  constructor(
    readonly collection: string,
    readonly id: string,
  ) {
    super(`${collection}/${id} exists already`)
  }
}

export class UndeclaredIndex extends Error {
  constructor(collection: string, wanted: readonly string[]) {
    super(`${collection} declares no index for ${wanted.join(', ')}`)
  }
}

/** A limit outside 1–100, more than 100 ids, an id with characters outside `[0-9A-Za-z_-]`, a take of nothing: a bug of the caller. */
export class OutOfBounds extends Error {}

export class WaitedOutside extends Error {
  constructor() {
    super('a transaction waited for something other than tx and was given up')
  }
}

/** More is waiting to be written than can be written soon: who asks now is better told so than kept waiting. */
export class Busy extends Error {
  constructor() {
    super('too many transactions are waiting')
  }
}

/** The store is written by a newer program; the sentence is for the person who starts it. */
export class NewerStore extends Error {
  constructor(stored: number, known: number) {
    super(`这份数据是新版程序写的（第 ${stored} 版），本程序只认到第 ${known} 版。请换新版程序再打开`)
  }
}

/** Another process has the data folder open. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`数据目录 ${folder} 正被另一个程序使用，请先停掉它`)
  }
}

/** `full`: there is no room; `refused`: for reading only, not ours to write, or the disk itself fails. */
export type WhyNotWritten = 'full' | 'refused'

/** For whoever starts the program; who taps reads the refusal's own sentence. */
const notWritten: Readonly<Record<WhyNotWritten, string>> = {
  full: '磁盘满了，数据目录里放不下。请清出一点地方，再启动一次',
  refused: '数据目录存不进去。请看看磁盘是不是只读的、目录归不归运行程序的人，再启动一次',
}

/** Nothing was written, and reading goes on. Thrown where what is asked for would have to be stored. */
export class CannotWrite extends Error {
  constructor(
    readonly why: WhyNotWritten,
    cause: unknown,
  ) {
    super(notWritten[why], { cause })
  }
}
