/** What SQLite says where it cannot write, and what is meant by it. */
import { CannotWrite, type WhyNotWritten } from './database'
import { sqliteCode } from './embedded-connection'

/** Index and log of a file that was closed whole are made anew at opening: without room that fails under this name. */
const full = /^SQLITE_(FULL|IOERR_SHMSIZE)$/
const refused = /^SQLITE_(READONLY|CANTOPEN|IOERR)/
const damaged = /^SQLITE_(CORRUPT|NOTADB)/

/** The sentence is for the person who restores. */
export class DamagedStore extends Error {
  constructor(file: string, cause?: unknown) {
    super(`数据文件 ${file} 已损坏，不能使用`, { cause })
  }
}

/** Undefined: something else went wrong. */
export function whyNotWritten(error: unknown): WhyNotWritten | undefined {
  if (error instanceof CannotWrite) return error.why
  const code = String(sqliteCode(error))
  if (full.test(code)) return 'full'
  return refused.test(code) ? 'refused' : undefined
}

export function saysDamaged(error: unknown): boolean {
  return damaged.test(String(sqliteCode(error)))
}
