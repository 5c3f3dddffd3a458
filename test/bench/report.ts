/** From the rounds to what is printed: medians and worsts, ratios within a round, and the goals. */
import { type CallerCount, callerCounts, type Measured, type Measurements } from './rounds'
import { type DoorKind, doorKinds } from './serving'

const doorNames: Readonly<Record<DoorKind, string>> = {
  noOp: 'no-op, same session check',
  single: 'check-in, commit per request',
  group: 'check-in, group commit',
  hot: 'the same, one theme day',
}

export function table(measurements: Measurements): string {
  const head = row('c', 'door', ['req/s', 'worst', 'CPU µs', 'worst', 'p50 ms', 'p99 ms', 'worst'])
  const asked = callerCounts.filter((callers) => measurements[callers].group.length > 0)
  const rows = asked.flatMap((callers) => doorKinds.map((kind) => rowOf(callers, kind, measurements[callers][kind])))
  return [head, ...rows].join('\n')
}

function rowOf(callers: CallerCount, kind: DoorKind, rounds: readonly Measured[]): string {
  const rate = spread(rounds.map(({ perSecond }) => perSecond))
  const cpu = spread(rounds.map(({ cpuMicros }) => cpuMicros))
  const middle = spread(rounds.map(({ median }) => median))
  const late = spread(rounds.map(({ p99 }) => p99))
  const whole = [rate.median, rate.least, cpu.median, cpu.most].map((figure) => figure.toFixed(0))
  const fine = [middle.median, late.median, late.most].map((figure) => figure.toFixed(2))
  return row(String(callers), doorNames[kind], [...whole, ...fine])
}

function row(callers: string, door: string, figures: readonly string[]): string {
  return [callers.padStart(3), door.padEnd(29), ...figures.map((figure) => figure.padStart(8))].join(' ')
}

/** A goal is judged by the median of its rounds: the worst one may be another program's doing. */
export type Must = { readonly atLeast: number } | { readonly atMost: number }

interface Goal {
  readonly what: string
  readonly callers: CallerCount
  /** the shipped door against another one, in the same round */
  readonly ratio: (group: Measured, other: Measured) => number
  readonly other: DoorKind
  readonly must: Must
}

const throughput = (group: Measured, other: Measured) => group.perSecond / other.perSecond
/** One theme day at a time against many at once, behind the same door. */
const heat = (group: Measured, hot: Measured) => hot.perSecond / group.perSecond
const latency = (group: Measured, other: Measured) => group.median / other.median

/** What counts as fast enough. */
const goals: readonly Goal[] = [
  { what: 'requests ÷ commit per request', callers: 64, ratio: throughput, other: 'single', must: { atLeast: 3 } },
  { what: 'requests ÷ no-op, same session check', callers: 64, ratio: throughput, other: 'noOp', must: { atLeast: 0.2 } },
  { what: 'one hot theme day ÷ spread', callers: 64, ratio: heat, other: 'hot', must: { atLeast: 0.8 } },
  { what: 'latency ÷ commit per request', callers: 1, ratio: latency, other: 'single', must: { atMost: 1.3 } },
]

export interface Judged {
  readonly line: string
  readonly isMet: boolean
}

export function judge(measurements: Measurements): readonly Judged[] {
  return goals.map(({ what, callers, ratio, other, must }) => {
    const { group, [other]: others } = measurements[callers]
    const ratios = group.flatMap((one, round) => others.slice(round, round + 1).map((two) => ratio(one, two)))
    return judgeRatios(`c = ${callers}`, what, ratios, must)
  })
}

export function judgeRatios(where: string, what: string, ratios: readonly number[], must: Must): Judged {
  const { median, least, most } = spread(ratios)
  const isMet = 'atLeast' in must ? median >= must.atLeast : median <= must.atMost
  const worst = 'atLeast' in must ? least : most
  const goal = 'atLeast' in must ? `≥ ${must.atLeast}` : `≤ ${must.atMost}`
  const words = where.padEnd(7) + what.padEnd(38)
  return { isMet, line: `${words}${median.toFixed(2).padStart(6)}   worst ${worst.toFixed(2)}   goal ${goal}   ${isMet ? 'ok' : 'short'}` }
}

export function spread(figures: readonly number[]): { readonly median: number; readonly least: number; readonly most: number } {
  const ascending = [...figures].sort((a, b) => a - b)
  const at = (place: number) => ascending[place] ?? Number.NaN
  return { median: at(Math.floor(ascending.length / 2)), least: at(0), most: at(ascending.length - 1) }
}
