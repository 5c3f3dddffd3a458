/**
 * Many transactions, one trip to the disk. Callbacks queue, run one at a time in the order of their arrival, each
 * in a savepoint, and share a commit; nobody is answered before it returned.
 */
// From the module, not the global: a test that fakes the clock must not stop the store.
import { clearImmediate, setImmediate } from 'node:timers'
import { Busy, type Transaction, WaitedOutside } from './database'
import type { Connection, Statement } from './embedded-connection'
import { rollBack } from './embedded-schema'
import type { OpenTransaction } from './embedded-transaction'

export interface GroupOptions {
  /** how many callbacks may share a commit */
  readonly limit: number
  /** how many may wait; one more is turned away with `Busy` */
  readonly mostWaiting: number
  /** run every callback twice and throw the first run away: finds callbacks that are not safe to rerun */
  readonly rehearse: boolean
}

/** A callback run: what to tell its caller once the commit is on disk, or its own error. */
type Outcome = { readonly answer: () => void } | { readonly error: unknown }

interface Job {
  run(tx: Transaction): Promise<() => void>
  reject(error: unknown): void
}

export class GroupCommit {
  private queue: Job[] = []
  private scheduled = false
  private giveUp: () => void = () => undefined
  private readonly savepoint: Statement
  private readonly release: Statement
  private readonly rollbackTo: Statement

  constructor(
    private readonly connection: Connection,
    private readonly open: () => OpenTransaction,
    private readonly options: GroupOptions,
  ) {
    this.savepoint = connection.prepare('SAVEPOINT callback')
    this.release = connection.prepare('RELEASE callback')
    this.rollbackTo = connection.prepare('ROLLBACK TO callback')
  }

  transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.queue.length >= this.options.mostWaiting ? Promise.reject(new Busy()) : this.enqueue(work)
  }

  /** Resolves when everything that waited is answered; turned away by nothing. */
  async drain(): Promise<void> {
    await this.enqueue(async () => undefined).catch(() => undefined)
  }

  private enqueue<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = async (tx: Transaction) => {
        const result = await work(tx)
        return () => resolve(result)
      }
      this.queue.push({ run, reject })
      this.schedule()
    })
  }

  /**
   * The next group starts after the event loop has read what is waiting on its sockets: callers that arrive together
   * share a commit, and a lone one waits for no timer.
   */
  private schedule(): void {
    if (this.scheduled || this.queue.length === 0) return
    this.scheduled = true
    setImmediate(async () => {
      await this.commitGroup(this.queue.splice(0, this.options.limit))
      this.scheduled = false
      this.schedule()
    })
  }

  private async commitGroup(group: readonly Job[]): Promise<void> {
    const outcomes: Outcome[] = []
    const stopWatching = this.watch()
    try {
      this.connection.exec('BEGIN IMMEDIATE')
      for (const job of group) outcomes.push(await this.runJob(job))
      this.connection.exec('COMMIT')
      for (const [place, job] of group.entries()) tell(job, outcomes[place])
    } catch (error) {
      rollBack(this.connection)
      // What a callback answered may rest on a neighbour's write that is gone now: only its own error still stands.
      for (const [place, job] of group.entries()) tell(job, failedItself(outcomes[place]) ?? { error })
    } finally {
      stopWatching()
    }
  }

  private async runJob(job: Job): Promise<Outcome> {
    if (this.options.rehearse) {
      const rehearsal = await this.attempt(job, 'throw away')
      if ('error' in rehearsal && rehearsal.error instanceof WaitedOutside) return rehearsal
    }
    return this.attempt(job, 'keep')
  }

  /** A failure of the savepoint itself is thrown and fails the whole group. */
  private async attempt(job: Job, then: 'keep' | 'throw away'): Promise<Outcome> {
    this.savepoint.run()
    const { tx, close, failure } = this.open()
    const settled = await this.settled(job.run(tx))
    close()
    const outcome = failure() ?? settled
    if (then === 'throw away' || 'error' in outcome) this.undo(failure())
    this.release.run()
    return outcome
  }

  /** On a full disk SQLite may have rolled everything back already; then the first failure is the one worth telling. */
  private undo(failure: { readonly error: unknown } | undefined): void {
    try {
      this.rollbackTo.run()
    } catch (error) {
      throw failure ? failure.error : error
    }
  }

  private settled(running: Promise<() => void>): Promise<Outcome> {
    return new Promise((resolve) => {
      this.giveUp = () => resolve({ error: new WaitedOutside() })
      running.then(
        (answer) => resolve({ answer }),
        (error: unknown) => resolve({ error }),
      )
    })
  }

  /**
   * `tx` answers at once, so a group runs to its end within one turn of the event loop. When a turn passes
   * all the same, the callback that is running waits for something else, and is given up.
   */
  private watch(): () => void {
    let watcher = setImmediate(turnPassed)
    const giveUp = () => this.giveUp()
    function turnPassed() {
      giveUp()
      watcher = setImmediate(turnPassed)
    }
    return () => clearImmediate(watcher)
  }
}

function failedItself(outcome: Outcome | undefined): Outcome | undefined {
  return outcome && 'error' in outcome ? outcome : undefined
}

function tell(job: Job, outcome: Outcome | undefined): void {
  if (outcome && 'answer' in outcome) outcome.answer()
  else job.reject(outcome?.error)
}
