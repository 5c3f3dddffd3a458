/** One line a call: who, what, how it ended, how long. No names, no inputs, no codes. */
import { createWriteStream, mkdirSync, readdirSync, rmSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '#shared/kernel/day'

export interface LogLine {
  readonly at: number
  readonly requestId: string
  readonly action: string
  /** person, else device, else nothing: open queries are logged without caller */
  readonly actor?: string | undefined
  /** `ok`, `repeated`, or the code of the refusal */
  readonly outcome: string
  readonly ms: number
  /** only for failures: what a maintainer needs, never what a person reads */
  readonly error?: string | undefined
}

export interface Log {
  write(line: LogLine): void
  close(): Promise<void>
}

const daysKept = 30

/** Lines go to `log/2026-11-25.jsonl`; failures are also said on stderr. */
export function openFileLog(folder: string): Log {
  const directory = join(folder, 'log')
  mkdirSync(directory, { recursive: true })
  let day = ''
  let stream: WriteStream | undefined
  const streamOf = (at: number): WriteStream => {
    const today = dayOf(at)
    if (stream !== undefined && today === day) return stream
    stream?.end()
    day = today
    dropOldest(directory)
    stream = createWriteStream(join(directory, `${today}.jsonl`), { flags: 'a' })
    return stream
  }
  return {
    write(line) {
      streamOf(line.at).write(`${JSON.stringify(line)}\n`)
      if (line.error !== undefined) process.stderr.write(`${line.requestId} ${line.action} ${line.error}\n`)
    },
    close: () => new Promise((resolve) => (stream === undefined ? resolve() : stream.end(() => resolve()))),
  }
}

/** In the cloud the platform keeps what is written to stdout, line by line, for as long as its owner says. */
export const lineLog: Log = {
  write: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
  close: async () => undefined,
}

function dropOldest(directory: string): void {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
  for (const name of files.slice(0, Math.max(0, files.length - daysKept + 1))) rmSync(join(directory, name))
}
