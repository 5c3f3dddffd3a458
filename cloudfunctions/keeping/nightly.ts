/**
 * One copy a night without anybody thinking of it: `backups/2026-11-25.tar.gz` in the data folder, the fourteen newest
 * kept. A computer that was off at night makes up for it when it is switched on.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { dayMs, dayOf, hourMs, instantOf, minuteMs } from '#shared/kernel/day'
import type { Clock } from '../runtime/clock'
import { ownFilesIn, ownFolder } from '../runtime/private-folder'

export type RunCopy = (to: string, signal: AbortSignal) => Promise<void>

export interface NightlyOptions {
  readonly folder: string
  readonly clock: Clock
  /** how a copy is made: by a program of its own when absent */
  readonly runCopy?: RunCopy
  /** told of every copy that failed; the next attempt is ten minutes away */
  readonly onFailure?: (error: unknown) => void
}

export interface NightlyCopies {
  /** To be called each second. Resolves when a copy that is due or under way has ended; never rejects. */
  tick(): Promise<void>
  /** Breaks off a copy under way. */
  close(): Promise<void>
}

const nightTime = '03:00'
const copiesKept = 14
const retryMs = 10 * minuteMs

export function nightlyCopies({
  folder,
  clock,
  runCopy = copyInChild(folder),
  onFailure = () => undefined,
}: NightlyOptions): NightlyCopies {
  const backups = join(folder, 'backups')
  const stop = new AbortController()
  let underWay: Promise<void> | undefined
  let quietUntil = 0
  let lastTick = 0

  const makeDue = async (now: number): Promise<void> => {
    const due = instantOf(dayOf(now), nightTime)
    quietUntil = due
    if (now < due) return
    try {
      const to = join(backups, `${dayOf(now)}.tar.gz`)
      if (!existsSync(to)) await makeCopy(to)
      dropOldest(backups)
      quietUntil = due + dayMs
    } catch (error) {
      quietUntil = clock.now() + retryMs
      if (!stop.signal.aborted) onFailure(error)
    }
  }
  const makeCopy = (to: string): Promise<void> => {
    ownFolder(backups)
    ownFilesIn(backups)
    dropAbandoned(backups)
    return runCopy(to, stop.signal)
  }
  return {
    tick() {
      const now = clock.now()
      // Somebody set the computer's clock back; what was planned by the old one may be years away.
      if (now < lastTick - minuteMs) quietUntil = 0
      lastTick = now
      if (underWay !== undefined) return underWay
      if (stop.signal.aborted || now < quietUntil) return Promise.resolve()
      underWay = makeDue(now).finally(() => {
        underWay = undefined
      })
      return underWay
    },
    async close() {
      stop.abort()
      await underWay
    },
  }
}

const copyName = /^\d{4}-\d{2}-\d{2}\.tar\.gz$/
/** The hidden folder of a copy that was killed: nobody else makes copies by these names. */
const abandonedName = /^\.\d{4}-\d{2}-\d{2}\.tar\.gz\.[0-9A-Za-z]{6}$/

/** Copies a person put beside them under other names stay. */
function dropOldest(backups: string): void {
  const names = readdirSync(backups)
    .filter((name) => copyName.test(name))
    .sort()
  for (const name of names.slice(0, -copiesKept)) rmSync(join(backups, name))
}

/** The newest of the nights' copies, by its name; where there is none, one that a person put there under another name. */
export function newestCopy(folder: string): string | undefined {
  const backups = join(folder, 'backups')
  if (!existsSync(backups)) return undefined
  const names = readdirSync(backups)
    .filter((name) => name.endsWith('.tar.gz') && !name.startsWith('.'))
    .sort()
  return names.filter((name) => copyName.test(name)).at(-1) ?? names.at(-1)
}

function dropAbandoned(backups: string): void {
  for (const name of readdirSync(backups)) if (abandonedName.test(name)) rmSync(join(backups, name), { recursive: true })
}

const root = resolve(__dirname, '../..')
const run = promisify(execFile)

/** The backup command as a program of its own, so that nobody who checks in waits for it. */
export function copyInChild(folder: string, execArgv: readonly string[] = process.execArgv): RunCopy {
  const data = resolve(folder)
  return async (to, signal) => {
    const args = [...execArgv, join(root, 'scripts/backup.ts'), '--to', resolve(to), '--data', data]
    try {
      await run(process.execPath, args, { cwd: root, signal, timeout: 2 * hourMs })
    } catch (error) {
      throw new Error(saidBy(error), { cause: error })
    }
  }
}

/** What the command said on stderr is meant for people; the rest is not. */
function saidBy(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : ''
  return said === '' ? String(error) : said
}
