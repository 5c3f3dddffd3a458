/** Tables written by a thread of their own, so that nobody who checks in waits for one. Begun at the first, for later ones kept. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import type { WriteTable } from './late-table'

/** Far above what the largest branch's year takes; a table that grows beyond is given up, not the machine. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }

const answerShape = z.union([z.strictObject({ base64: z.string() }), z.strictObject({ failure: z.string() })])

export interface TableThread {
  readonly writeTable: WriteTable
  close(): Promise<void>
}

export function openTableThread(): TableThread {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  const begin = (): Worker => {
    // A thread has no loader of its own: on Node 20 what `--import` sets up holds for the program's first thread alone.
    const execArgv = ['--require', require.resolve('tsx/cjs')]
    const begun = new Worker(join(__dirname, 'table-worker.ts'), { execArgv, resourceLimits })
    begun.unref()
    // One that failed or ended answers no more: the next table begins another.
    const forget = () => {
      if (worker === begun) worker = undefined
    }
    begun.once('error', forget)
    begun.once('exit', forget)
    return begun
  }
  const ask = async (sheets: string): Promise<string> => {
    worker ??= begin()
    const gone = new AbortController()
    const ended = once(worker, 'exit', { signal: gone.signal }).then(() => Promise.reject(new Error('the thread of tables ended')))
    try {
      worker.postMessage(sheets)
      const [said] = await Promise.race([once(worker, 'message', { signal: gone.signal }), ended])
      const answer = answerShape.parse(said)
      if ('failure' in answer) throw new Error(answer.failure)
      return answer.base64
    } finally {
      ended.catch(() => undefined)
      gone.abort()
    }
  }
  return {
    writeTable(sheets) {
      // As one text: a thread is given a copy, and a text is copied quickest.
      const written = last.then(() => ask(JSON.stringify(sheets)))
      last = written.catch(() => undefined)
      return written
    },
    async close() {
      await worker?.terminate()
    },
  }
}
