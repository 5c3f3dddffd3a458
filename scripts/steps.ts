/** Runs named commands one after another and stops at the first that fails; says how long each took. */
import { spawnSync } from 'node:child_process'
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

export function runSteps(steps: readonly Step[]): void {
  for (const { name, command, args } of steps) {
    const started = Date.now()
    process.stdout.write(`\n— ${name}\n`)
    const { status } = spawnSync(command, args, { stdio: 'inherit' })
    if (status !== 0) {
      process.stdout.write(`— ${name} failed\n`)
      process.exit(1)
    }
    process.stdout.write(`— ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  }
}

/** Types, style, generated pages and every test that needs no browser. */
export const fastSteps: readonly Step[] = [
  ...['shared', 'cloudfunctions', 'client', 'client/tsconfig.weapp.json', '.'].map((project) => ({
    name: `types of ${project}`,
    command: bin('tsc'),
    args: ['-p', project],
  })),
  { name: 'lint and format', command: bin('biome'), args: ['check', '--error-on-warnings'] },
  { name: 'generated pages', ...script('generate-docs.ts', '--check') },
  { name: 'build of the cloud functions', ...script('build-functions.ts') },
  { name: 'fast tests', command: bin('jest'), args: ['--selectProjects', 'fast', 'cloud'] },
]
