/** The days whose money can go up. */
import type { AppContracts } from '#shared/contracts'
import { mostDaysAtOnce } from '#shared/dues/closing'
import type { OutputOf } from '#shared/kernel/contract'
import { addFen, type Fen, fen } from '#shared/kernel/fen'

type Day = OutputOf<AppContracts['dues']['listDays']>['rows'][number]
export type HeldDay = Pick<Day, 'day' | 'stage' | 'count' | 'sumFen' | 'largeFen' | 'isHandedIn'>

/** A day through which money can go up, and what that comes to. */
export interface Through {
  readonly day: string
  readonly sumFen: Fen
  readonly largeFen: Fen
}

/** Days go up whole and in their order, so an open one stops all behind it; the last comes first. As many as go up in one hand-in. */
export function throughOf(days: readonly HeldDay[]): readonly Through[] {
  const held = heldOf(days)
  const firstOpen = held.findIndex(({ stage }) => stage !== 'closed')
  const ready = (firstOpen === -1 ? held : held.slice(0, firstOpen)).slice(0, mostDaysAtOnce)
  return ready
    .map(({ day }, index) => {
      const sent = ready.slice(0, index + 1)
      return {
        day,
        sumFen: addFen(...sent.map(({ sumFen }) => fen(sumFen))),
        largeFen: addFen(...sent.map(({ largeFen }) => fen(largeFen))),
      }
    })
    .filter(({ sumFen }) => sumFen > 0)
    .reverse()
}

/** Open days that still have to be closed, oldest first. */
export function openDaysOf(days: readonly HeldDay[]): readonly HeldDay[] {
  return heldOf(days).filter(({ stage }) => stage !== 'closed')
}

function heldOf(days: readonly HeldDay[]): readonly HeldDay[] {
  return days.filter(({ isHandedIn, count }) => !isHandedIn && count > 0).sort((a, b) => (a.day < b.day ? -1 : 1))
}
