/** The file of one day's lines. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { privateFile } from './private-folder'

const daysKept = 30

export interface DayFile {
  /** Throws when the disk does not take it; half of it may then stand there, and the file is to be closed and opened anew. */
  append(text: string): void
  bytes(): number
  /** false: what is appended goes into a file that has no name any more */
  isThere(): boolean
  close(): void
}

/** Written at once, like the record itself: what stands in a buffer is lost with the program that should have told of its end. */
export function openDay(path: string): DayFile {
  const fd = openSync(path, 'a', privateFile)
  const { size, ino } = fstatSync(fd)
  let bytes = size
  let isOpen = true
  // A program that was stopped in the middle of a line, or a disk that was full, leaves half of one.
  let isTorn = bytes > 0 && !endsLine(path, bytes)
  return {
    append(text) {
      const whole = Buffer.from(isTorn ? `\n${text}` : text)
      const written = writeSync(fd, whole)
      bytes += written
      if (written < whole.length) throw new Error(`the disk took ${written} of ${whole.length} bytes`)
      isTorn = false
    },
    bytes: () => bytes,
    isThere: () => inodeOf(path) === ino,
    close() {
      if (isOpen) closeSync(fd)
      isOpen = false
    },
  }
}

/** Undefined: nothing is there, or it is not ours to look at any more. */
function inodeOf(path: string): number | undefined {
  try {
    return statSync(path).ino
  } catch {
    return undefined
  }
}

function endsLine(path: string, bytes: number): boolean {
  const fd = openSync(path, 'r')
  try {
    const last = Buffer.alloc(1)
    readSync(fd, last, 0, 1, bytes - 1)
    return last[0] === 0x0a
  } finally {
    closeSync(fd)
  }
}

export function dropOldest(directory: string): void {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
  for (const name of files.slice(0, Math.max(0, files.length - daysKept + 1))) rmSync(join(directory, name))
}
