/** The operator's commands as programs of their own, exactly as npm runs them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(__dirname, '../..')
const program = (name: string, args: readonly string[]) => ['--import', 'tsx', join(root, 'scripts', name), ...args]

/** What the command prints; throws with what it says when it fails. */
export function command(name: string, ...args: string[]): string {
  return execFileSync(process.execPath, program(name, args), { cwd: root, encoding: 'utf8', stdio: 'pipe' })
}

export interface Server {
  readonly url: string
  readonly child: ChildProcess
}

/** Resolves when the server says `ready`. */
export async function start(...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, program('start.ts', args), { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return { url: await readyUrl(child), child }
}

/** The address a starting server prints when it serves. */
export async function readyUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface(child.stdout)) {
    const url = /^ready (http:\S+)$/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('the server ended before it was ready')
}

/** The exit code; null for a killed one. */
export async function stop({ child }: Server, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  child.kill(signal)
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : null
}
