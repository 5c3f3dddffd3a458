/** Stands for `jsonwebtoken` in a function: the SDK signs tickets with it, which no call of ours asks for, so it waits beside it. */
interface Tickets {
  sign(...given: readonly unknown[]): string
}

const tickets = (): Tickets => require('./tickets')

export default { sign: (...given: readonly unknown[]) => tickets().sign(...given) } satisfies Tickets
