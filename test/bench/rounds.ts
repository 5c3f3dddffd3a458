/** The interleaved rounds: the doors in turn at each number of callers, so that a noisy minute is noisy for all of them. */
import { openCallers } from './load'
import type { CheckIn } from './population'
import { type DoorKind, doorKinds, type Serving } from './serving'

export const callerCounts = [1, 16, 64] as const
export type CallerCount = (typeof callerCounts)[number]

export interface Measured {
  readonly perSecond: number
  /** of the serving program */
  readonly cpuMicros: number
  /** ms */
  readonly median: number
  /** ms; of 100 answers, one took longer */
  readonly p99: number
}

/** One place a round, in order; none for a number of callers that was left out. */
export type Measurements = Readonly<Record<CallerCount, Readonly<Record<DoorKind, readonly Measured[]>>>>

export interface Contestant {
  readonly serving: Serving
  readonly next: () => CheckIn
}

export interface Plan {
  readonly rounds: number
  readonly callerCounts: readonly CallerCount[]
  /** of each stretch */
  readonly seconds: number
  /** of the stretch before the first round, all at once: a program is compiled while it runs, and slow until then */
  readonly warmUpSeconds: number
}

export async function runRounds(contestants: Readonly<Record<DoorKind, Contestant>>, plan: Plan): Promise<Measurements> {
  const empty = (): Record<DoorKind, Measured[]> => ({ noOp: [], single: [], group: [], hot: [] })
  const measurements = { 1: empty(), 16: empty(), 64: empty() }
  await Promise.all(doorKinds.map((kind) => measure(contestants[kind], 64, plan.warmUpSeconds)))
  for (let round = 0; round < plan.rounds; round++) {
    for (const callers of plan.callerCounts) {
      for (const kind of doorKinds) measurements[callers][kind].push(await measure(contestants[kind], callers, plan.seconds))
    }
  }
  return measurements
}

async function measure({ serving, next }: Contestant, count: number, seconds: number): Promise<Measured> {
  const callers = await openCallers(serving.port, count, next)
  const before = await serving.cpuMicros()
  const { actions, seconds: lasted, latencies } = await callers.ask(seconds)
  const used = (await serving.cpuMicros()) - before
  callers.leave()
  return {
    perSecond: actions / lasted,
    cpuMicros: used / actions,
    median: latencies[Math.floor(actions / 2)] ?? 0,
    p99: latencies[Math.floor(actions * 0.99)] ?? 0,
  }
}
