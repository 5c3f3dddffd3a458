/** Answers already given: in memory for the visit, on the phone for the few that must open without a signal. */
import { actingPerson } from './api'
import { device } from './device'

export interface Kept<Data> {
  readonly data: Data
  /** ms: when it was true */
  readonly at: number
}

const held = new Map<string, unknown>()
const most = 60

const prefix = 'lianxin.answer.'

/** Two persons of one phone ask the same question and hear different answers. */
function nameOf(key: string): string {
  return `${prefix}${actingPerson() ?? ''}.${key}`
}

export function keep<Data>(key: string, answer: Kept<Data>, isKept: boolean): void {
  const name = nameOf(key)
  held.delete(name)
  held.set(name, answer)
  const [oldest] = held.keys()
  if (held.size > most && oldest !== undefined) held.delete(oldest)
  if (isKept) device.save(name, answer)
}

/** The caller names the type: a key holds answers of one action only. */
export function recall<Data>(key: string, isKept: boolean): Kept<Data> | undefined {
  const name = nameOf(key)
  const known = held.get(name) ?? (isKept ? device.load(name) : undefined)
  return isAnswer<Data>(known) ? known : undefined
}

/** Another person took the phone: nothing of the one before may flash up. */
export function forgetAnswers(): void {
  held.clear()
}

/** Room for what must not be lost: answers can be asked for again. */
export function dropKeptAnswers(): void {
  for (const name of device.keys(prefix)) device.forget(name)
}

function isAnswer<Data>(value: unknown): value is Kept<Data> {
  return typeof value === 'object' && value !== null && 'data' in value && 'at' in value && typeof value.at === 'number'
}
