/** Starting a door as a program, and killing it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildSync } from 'esbuild'

const root = join(__dirname, '../..')
const bundle = join(root, 'dist/test/serving-child.js')

/** Bundled once: fifty starts would otherwise spend their time on reading TypeScript. */
export function bundleDoor(): void {
  mkdirSync(join(root, 'dist/test'), { recursive: true })
  const external = ['libsql', 'tsx/cjs']
  buildSync({
    entryPoints: [join(__dirname, 'serving-child.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external,
  })
}

export interface RunningDoor {
  readonly url: string
  /** SIGKILL; resolves when the program is gone */
  kill(): Promise<void>
}

/** From its sources, as `npm start` reads them: what the bundle has not, a thread of its own, works there. */
export const fromSources: readonly string[] = ['--import', 'tsx', join(__dirname, 'serving-child.ts')]

export async function startDoor(folder: string, program: readonly string[] = [bundle]): Promise<RunningDoor> {
  const child: ChildProcess = spawn(process.execPath, [...program, folder], { stdio: ['ignore', 'pipe', 'inherit'], cwd: root })
  const gone = once(child, 'exit')
  if (child.stdout === null) throw new Error('the door has no output')
  const [url] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    gone.then(() => Promise.reject(new Error('the door ended by itself'))),
  ])
  return {
    url: String(url),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
