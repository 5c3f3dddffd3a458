/** The program of one machine as a program of its own: started, asked, ended, killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildSync } from 'esbuild'

const root = join(__dirname, '../..')
const bundle = join(root, 'dist/test/starting-child.js')

/** Bundled once: each start would otherwise spend seconds on reading TypeScript. */
export function bundleProgram(): void {
  mkdirSync(join(root, 'dist/test'), { recursive: true })
  const external = ['libsql', 'tsx/cjs']
  const entryPoints = [join(__dirname, 'starting-child.ts')]
  buildSync({ entryPoints, outfile: bundle, bundle: true, platform: 'node', target: 'node20', external })
}

const running = new Set<ChildProcess>()

export function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Resolves when it serves or has ended. */
export async function start(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [bundle, '--data', folder, '--port', '0', ...args], { cwd: root })
  running.add(child)
  const gone = once(child, 'exit').finally(() => running.delete(child))
  let aside = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    aside += text
  })
  const lines: string[] = []
  const waiting = new Map<string, () => void>()
  const reader = createInterface(child.stdout)
  reader.on('line', (line) => {
    lines.push(line)
    for (const [part, seen] of waiting) if (line.includes(part)) seen()
  })
  const said = (part: string) =>
    new Promise<void>((resolve) => {
      if (lines.some((line) => line.includes(part))) resolve()
      else waiting.set(part, resolve)
    })
  await Promise.race([said('ready '), gone])
  const url = lines.find((line) => line.startsWith('ready '))?.slice('ready '.length) ?? ''
  return {
    pid: child.pid ?? 0,
    url,
    /** what it has said so far to whoever started it */
    lines,
    said,
    aside: () => aside,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    exitCode: () => child.exitCode,
    async ask(action: string, input: object, token?: string, requestId = `request-${Math.random().toString(36).slice(2, 12)}`) {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const response = await fetch(`${url}/api`, { method: 'POST', headers, body: JSON.stringify({ action, input, requestId }) })
      const reply: { ok: boolean; code?: string; message?: string; data?: Record<string, unknown> } = await response.json()
      return reply
    },
    async health() {
      const response = await fetch(`${url}/health`)
      const facts: Record<string, unknown> = await response.json()
      return { status: response.status, ...facts }
    },
    async end() {
      child.kill('SIGTERM')
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

export type Started = Awaited<ReturnType<typeof start>>

/** Asks again until it is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
