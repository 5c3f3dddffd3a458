/** What is heavy is answered one at a time, and only a few may wait: the rest of the house goes on beside it. */
import { Busy } from './database'

export interface TurnLimits {
  /** under way and waiting, of everybody: what is behind them would be given up by the phone before its turn */
  readonly all: number
  /** of one caller, so that nobody fills the row alone */
  readonly each: number
}

export interface Turns {
  /** Throws `Busy` when the row is full. */
  take<Result>(key: string, work: () => Promise<Result>): Promise<Result>
}

export function openTurns({ all, each }: TurnLimits): Turns {
  const held: string[] = []
  let last: Promise<unknown> = Promise.resolve()
  return {
    async take(key, work) {
      if (held.length >= all || held.filter((one) => one === key).length >= each) throw new Busy()
      held.push(key)
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      try {
        return await turn
      } finally {
        held.splice(held.indexOf(key), 1)
      }
    },
  }
}
