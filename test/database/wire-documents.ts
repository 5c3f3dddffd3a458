/**
 * The documents of the stand-in: snapshot isolation with a refusal for whoever writes second, as MongoDB has it. One
 * thing is stricter than there: a write outside of a transaction does not wait for one that is open, but breaks it.
 */

export type Fields = Readonly<Record<string, unknown>>

/** A refusal with the code that the cloud would send. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const conflict = () => new Refusal('DATABASE_TRANSACTION_CONFLICT', 'write conflict')

interface Version {
  readonly at: number
  readonly document: Fields | undefined
}

interface OpenTransaction {
  snapshot: number | undefined
  readonly writes: Map<string, Fields | undefined>
}

/** `collection/id`; neither has a slash. */
const keyOf = (collection: string, id: string) => `${collection}/${id}`

export class WireDocuments {
  private readonly versions = new Map<string, Version[]>()
  private readonly open = new Map<string, OpenTransaction>()
  private commits = 0
  private started = 0

  start(): string {
    this.started += 1
    this.open.set(`t${this.started}`, { snapshot: undefined, writes: new Map() })
    return `t${this.started}`
  }

  abort(id: string): void {
    this.transaction(id)
    this.open.delete(id)
  }

  commit(id: string): void {
    const { snapshot = this.commits, writes } = this.transaction(id)
    this.open.delete(id)
    if ([...writes.keys()].some((key) => this.latest(key).at > snapshot)) throw conflict()
    this.commits += 1
    for (const [key, document] of writes) this.append(key, document)
  }

  read(collection: string, id: string, transactionId?: string): Fields | undefined {
    const key = keyOf(collection, id)
    if (transactionId === undefined) return this.latest(key).document
    const transaction = this.operationIn(transactionId)
    if (transaction.writes.has(key)) return transaction.writes.get(key)
    const seen = (this.versions.get(key) ?? []).filter(({ at }) => at <= (transaction.snapshot ?? 0))
    return seen.at(-1)?.document
  }

  write(collection: string, id: string, document: Fields | undefined, transactionId?: string): void {
    const key = keyOf(collection, id)
    if (transactionId === undefined) {
      this.commits += 1
      this.append(key, document)
      return
    }
    const transaction = this.operationIn(transactionId)
    const isTaken = [...this.open.values()].some((other) => other !== transaction && other.writes.has(key))
    if (isTaken || this.latest(key).at > (transaction.snapshot ?? 0)) {
      this.open.delete(transactionId)
      throw conflict()
    }
    transaction.writes.set(key, document)
  }

  /** Everything committed. */
  all(collection: string): Fields[] {
    const keys = [...this.versions.keys()].filter((key) => key.startsWith(`${collection}/`))
    return keys.map((key) => this.latest(key).document).filter((document) => document !== undefined)
  }

  /** Transactions neither committed nor given up. */
  get stillOpen(): number {
    return this.open.size
  }

  private operationIn(id: string): OpenTransaction {
    const transaction = this.transaction(id)
    // The snapshot is that of the first operation, not of the start.
    transaction.snapshot ??= this.commits
    return transaction
  }

  private transaction(id: string): OpenTransaction {
    const transaction = this.open.get(id)
    if (!transaction) throw new Refusal('DATABASE_TRANSACTION_NOT_EXIST', `${id} is over`)
    return transaction
  }

  private latest(key: string): Version {
    return this.versions.get(key)?.at(-1) ?? { at: 0, document: undefined }
  }

  private append(key: string, document: Fields | undefined): void {
    const before = this.versions.get(key) ?? []
    this.versions.set(key, [...before, { at: this.commits, document }])
  }
}
