/** Runs named commands and stops at the first that fails; says how long each took. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** A program of `node_modules/.bin`, by its own path: nothing depends on a shell or on npx. */
export const bin = (name: string): string => join(__dirname, '../node_modules/.bin', name)

export const script = (name: string, ...args: string[]): Pick<Step, 'command' | 'args'> => ({
  command: process.execPath,
  args: ['--import', 'tsx', join(__dirname, name), ...args],
})

const say = (words: string) => process.stdout.write(`${words}\n`)

/** How it ended; what it printed is passed on at once, or held until it is over and stands behind its name. */
async function run({ name, command, args }: Step, { isHeld, running }: { readonly isHeld: boolean; readonly running: Set<ChildProcess> }) {
  const started = Date.now()
  if (!isHeld) say(`\n— ${name}`)
  const child = spawn(command, args, { stdio: isHeld ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
  running.add(child)
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => printed.push(piece))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  running.delete(child)
  if (isHeld) say(`\n— ${name}\n${Buffer.concat(printed).toString()}`.trimEnd())
  say(status === 0 ? `— ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s` : `— ${name} failed`)
  return status === 0
}

function stop(running: ReadonlySet<ChildProcess>): never {
  for (const child of running) child.kill()
  process.exit(1)
}

/** One after another. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const running = new Set<ChildProcess>()
  for (const step of steps) if (!(await run(step, { isHeld: false, running }))) stop(running)
}

/** Steps of which none waits for another and each keeps one core busy: two at a time. */
export async function runSideBySide(steps: readonly Step[]): Promise<void> {
  const running = new Set<ChildProcess>()
  const waiting = [...steps]
  const hand = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (!(await run(next, { isHeld: true, running }))) stop(running)
    }
  }
  await Promise.all([hand(), hand()])
}

/** Types, style and generated pages; and the cloud functions, which the tests ask. */
export const readings: readonly Step[] = [
  ...['shared', 'cloudfunctions', 'client', 'client/tsconfig.weapp.json', '.'].map((project) => ({
    name: `types of ${project}`,
    command: bin('tsc'),
    args: ['-p', project],
  })),
  { name: 'lint and format', command: bin('biome'), args: ['check', '--error-on-warnings'] },
  { name: 'generated pages', ...script('generate-docs.ts', '--check') },
  { name: 'build of the cloud functions', ...script('build-functions.ts') },
]

/** Every test that needs neither browser nor phone. */
export const fastTests: Step = { name: 'fast tests', command: bin('jest'), args: ['--selectProjects', 'fast', 'cloud'] }
