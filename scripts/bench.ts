/**
 * `npm run bench [-- --quick]`: the speed ratios of a check-in over HTTP on this machine, and what a cold cloud function weighs. Ends with 1 when a goal is missed
 * or an acknowledged check-in is not in the store.
 */
import { closeSync, cpSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeColdStart } from '../test/bench/cold-start'
import { layPopulation, type Order, type Population } from '../test/bench/population'
import { judge, spread, table } from '../test/bench/report'
import { type Contestant, callerCounts, type Plan, runRounds } from '../test/bench/rounds'
import { type DoorKind, killServing, startServing } from '../test/bench/serving'
import { checkStored } from '../test/bench/stored'

const full: Plan = { rounds: 7, callerCounts, seconds: 0.9, warmUpSeconds: 5 }
/** Only what the goals ask for. */
const quick: Plan = { rounds: 7, callerCounts: [1, 64], seconds: 0.2, warmUpSeconds: 2.5 }
/** Twice what it takes on a busy machine with two cores. */
const patienceMs = 180_000

const say = (line: string) => process.stdout.write(`${line}\n`)

/** On the disk of the project, where `npm start` keeps its data too: a `/tmp` in memory would make every commit free. */
function newFolder(): string {
  const cache = join(__dirname, '../.cache')
  mkdirSync(cache, { recursive: true })
  return mkdtempSync(join(cache, 'bench-'))
}

interface Entered extends Contestant {
  readonly folder: string
  readonly asked: () => number
}

/** All but one are asked as on an evening on which every branch meets. */
const orderOf = (kind: DoorKind): Order => (kind === 'hot' ? 'hot' : 'spread')

/** Every door works on its own copy of the same store. */
async function enter(kind: DoorKind, base: string, laid: string, population: Population): Promise<Entered> {
  const folder = join(base, kind)
  cpSync(laid, folder, { recursive: true })
  let asked = 0
  return { folder, serving: await startServing(kind, folder), next: () => population.checkIn(asked++, orderOf(kind)), asked: () => asked }
}

/** What one trip to this disk costs (ms): the ratio to a commit per request depends on it. */
function syncMs(base: string): number {
  const file = openSync(join(base, 'sync'), 'w')
  const page = Buffer.alloc(4096)
  const trips = Array.from({ length: 50 }, () => {
    const started = performance.now()
    writeSync(file, page)
    fsyncSync(file)
    return performance.now() - started
  })
  closeSync(file)
  return spread(trips).median
}

async function bench(base: string, plan: Plan): Promise<boolean> {
  const laid = join(base, 'laid')
  const population = await layPopulation(laid)
  const contestants = {
    noOp: await enter('noOp', base, laid, population),
    single: await enter('single', base, laid, population),
    group: await enter('group', base, laid, population),
    hot: await enter('hot', base, laid, population),
  }
  say(
    `machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, ${process.platform}, fsync ${syncMs(base).toFixed(2)} ms`,
  )
  say(`${population.memberCount} members; ${plan.rounds} interleaved rounds of ${plan.seconds} s each; median and worst\n`)
  const measurements = await runRounds(contestants, plan)
  await Promise.all(Object.values(contestants).map(({ serving }) => serving.close()))
  say(`${table(measurements)}\n`)

  const judged = [...judge(measurements), ...judgeColdStart(base)]
  for (const { line } of judged) say(line)
  let isWhole = true
  for (const kind of ['single', 'group', 'hot'] as const) {
    const { folder, asked } = contestants[kind]
    const { acknowledged, lost, surplus } = await checkStored(folder, population, asked(), orderOf(kind))
    const isRight = lost === 0 && surplus === 0
    say(`stored, ${kind}: ${acknowledged} acknowledged, ${lost} lost, ${surplus} surplus   ${isRight ? 'ok' : 'short'}`)
    isWhole &&= isRight
  }
  return isWhole && judged.every(({ isMet }) => isMet)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
  const base = newFolder()
  process.once('exit', () => {
    killServing()
    rmSync(base, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const impatience = setTimeout(() => {
    process.stderr.write(`the bench did not end within ${patienceMs / 1000} s\n`)
    process.exit(1)
  }, patienceMs)
  const isGood = await bench(base, values.quick ? quick : full)
  clearTimeout(impatience)
  process.exitCode = isGood ? 0 : 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
