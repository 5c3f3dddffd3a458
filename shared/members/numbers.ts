/** How many numbers a person may hold against those that are masked: a number has four hidden figures, and nobody is to try them all. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import type { DayKey } from '#shared/kernel/day'

/** What one person has asked and written on one day. */
export interface NumbersTried {
  readonly day: DayKey
  /** answered without anything being written, or not answered yet */
  readonly asked: number
  /** written onto the roster, for everybody there to see */
  readonly written: number
}

/** More than anybody is rung up by in a day. */
export const mostAsked = 20
/** More than the roster of a branch is filled in a day. */
export const mostWritten = 150

/** One more number is asked about; told apart by the day, so that yesterday's do not count. */
export function decideAsking(before: NumbersTried | undefined, day: DayKey): Outcome<NumbersTried, 'TOO_MANY_NUMBERS'> {
  const { asked, written } = before?.day === day ? before : { asked: 0, written: 0 }
  return asked >= mostAsked || written >= mostWritten ? refuse('TOO_MANY_NUMBERS') : accept({ day, asked: asked + 1, written })
}

/** The number that was asked about has been written: it leaves a trace of its own. */
export function afterWriting(before: NumbersTried | undefined, day: DayKey): NumbersTried {
  const { asked, written } = before?.day === day ? before : { asked: 0, written: 0 }
  return { day, asked: Math.max(0, asked - 1), written: written + 1 }
}
