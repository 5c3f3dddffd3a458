/** One line a call: who, what, how it ended, how long. No names, no inputs, no codes. */
import { join } from 'node:path'
import { dayOf } from '#shared/kernel/day'
import { dropOldest, openDay } from './log-file'
import { ownFilesIn, ownFolder } from './private-folder'

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

/** Beside the record: none of it throws, whatever has become of the disk. */
export interface Log {
  write(line: LogLine): void
  close(): Promise<void>
}

export interface FileLog extends Log {
  /** false while lines are lost: the disk does not take them, the day has had its share, or somebody removed the file and nothing was written since */
  isWhole(): boolean
}

export interface LogBounds {
  /** bytes a day; what comes after them is not kept */
  readonly bytesADay: number
}

/** A county's busiest day is a tenth of it; a caller who will not stop must not fill the disk of the record. */
const ordinaryBounds: LogBounds = { bytesADay: 64 * 1024 * 1024 }

/** Lines go to `log/2026-11-25.jsonl`; failures are also said on stderr. A line that cannot be written is counted and let go. */
export function openFileLog(folder: string, { bytesADay }: LogBounds = ordinaryBounds): FileLog {
  const directory = join(folder, 'log')
  let day = ''
  let file: ReturnType<typeof openDay> | undefined
  let lost = 0
  let isFull = false

  const fileOf = (at: number) => {
    const today = dayOf(at)
    const isGone = file?.isThere() === false
    if (file !== undefined && today === day && !isGone) return file
    file?.close()
    file = undefined
    ownFolder(directory)
    if (today !== day) {
      dropOldest(directory)
      ownFilesIn(directory)
    }
    file = openDay(join(directory, `${today}.jsonl`))
    isFull = isFull && today === day && !isGone
    day = today
    return file
  }
  const append = (line: LogLine) => {
    const target = fileOf(line.at)
    if (isFull) return
    const before = lost === 0 ? [] : [{ at: line.at, action: 'log', outcome: 'LOST', lines: lost }]
    const text = [...before, line].map((one) => `${JSON.stringify(one)}\n`).join('')
    if (target.bytes() + Buffer.byteLength(text) > bytesADay) {
      isFull = true
      target.append(`${JSON.stringify({ at: line.at, action: 'log', outcome: 'FULL' })}\n`)
      sayAside('今天的运行日志写满了，后面的不再记，明天接着记\n')
      return
    }
    target.append(text)
    lost = 0
  }
  return {
    write(line) {
      if (line.error !== undefined && !isFull) sayAside(`${line.requestId} ${line.action} ${line.error}\n`)
      try {
        append(line)
      } catch (error) {
        // The file may be gone with its disk: the next line begins anew.
        file?.close()
        file = undefined
        lost += 1
        if (lost === 1) sayAside(`运行日志写不进去，能写了再接着记：${String(error)}\n`)
      }
    },
    isWhole: () => lost === 0 && !isFull && file?.isThere() !== false,
    async close() {
      file?.close()
      file = undefined
    },
  }
}

/** In the cloud the platform keeps what is written to stdout, line by line, for as long as its owner says. */
export const lineLog: Log = {
  write: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
  close: async () => undefined,
}

/** Said to whoever watches the program. Its output may be a file on the same full disk, or a window that was closed. */
export function sayAside(text: string): void {
  try {
    process.stderr.write(text)
  } catch {
    // There is no third place.
  }
}
