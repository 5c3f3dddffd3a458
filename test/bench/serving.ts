/** Starting, asking and ending the programs that serve. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as z from 'zod'

/** `group`: as shipped · `hot`: the same, asked for one theme day at a time · `single`: the same with one commit a request · `noOp`: HTTP and the session check alone. */
export const doorKinds = ['noOp', 'single', 'group', 'hot'] as const
export type DoorKind = (typeof doorKinds)[number]

export interface Serving {
  readonly port: number
  /** processor time the program has used so far */
  cpuMicros(): Promise<number>
  /** Resolves when the program has closed its store and ended. */
  close(): Promise<void>
}

const running = new Set<ChildProcess>()

/** `--import tsx` is handed down, and `--cpu-prof` likewise: `node --cpu-prof --import tsx scripts/bench.ts` profiles every program. */
export async function startServing(kind: DoorKind, folder: string): Promise<Serving> {
  const child = fork(join(__dirname, 'serving-child.ts'), [kind, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  running.add(child)
  const ended = once(child, 'exit').then(() => void running.delete(child))
  const next = async <Message>(shape: z.ZodType<Message>): Promise<Message> => {
    const died = ended.then(() => {
      throw new Error(`the door ${kind} ended by itself`)
    })
    const [message]: unknown[] = await Promise.race([once(child, 'message'), died])
    return shape.parse(message)
  }
  const { url } = await next(z.strictObject({ url: z.url() }))
  return {
    port: Number(new URL(url).port),
    async cpuMicros() {
      child.send('cpu')
      return (await next(z.strictObject({ cpuMicros: z.number() }))).cpuMicros
    },
    async close() {
      child.send('close')
      await ended
    },
  }
}

/** For an end in the middle: nothing is left behind that holds a store open. */
export function killServing(): void {
  for (const child of running) child.kill('SIGKILL')
}
