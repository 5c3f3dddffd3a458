import { useEffect } from 'react'
import type { DayKey } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { now, useNow } from '../../kernel/clock'
import { device } from '../../kernel/device'
import { isNoVerdict } from '../../kernel/passing'
import { Unreachable } from '../../kernel/unreachable'
import { useOnline } from '../../kernel/use-online'
import { type Tick, ticksNow, useTicks } from './ticks'

const saidKey = 'lianxin.duesWaiting'

/** A tick with a signal is on its way for less than that: nothing is said of it. */
const onItsWayMs = 3_000
const lookEveryMs = 5_000

/**
 * A day is not closed while a phone holds ticks of it, so this phone says how many it holds: when there is a signal again and they are
 * about to be sent, and once more when none is left. What was said last is kept, so that it is taken back even after a restart.
 */
export function useSayWaiting(): void {
  const isOnline = useOnline()
  useTicks()
  useNow(lookEveryMs)
  // Whenever the page is drawn anew: where nothing has changed there is nothing to say.
  useEffect(() => {
    if (isOnline) void sayWaiting()
  })
}

let running: Promise<void> = Promise.resolve()

/** One after the other, so that an older number never overtakes a newer one. Done when all is said that can be. */
export function sayWaiting(): Promise<void> {
  running = running.then(async () => {
    const waiting = countByDay(ticksNow(), now())
    const said = readSaid()
    for (const day of new Set([...Object.keys(waiting), ...Object.keys(said)])) {
      const count = waiting[day] ?? 0
      if (count !== (said[day] ?? 0) && !(await say(day, count))) return
    }
  })
  return running
}

/** Any other refusal is an answer as well: whoever does not collect any more has nothing to say. */
async function say(day: DayKey, count: number): Promise<boolean> {
  try {
    const reply = await api.dues.sayWaiting({ day, count })
    if (!reply.ok && isNoVerdict(reply.code)) return false
    const { [day]: _, ...others } = readSaid()
    device.save(saidKey, count === 0 ? others : { ...others, [day]: count })
    return true
  } catch (failure) {
    if (failure instanceof Unreachable) return false
    throw failure
  }
}

type Counts = Readonly<Record<DayKey, number>>

function countByDay(ticks: readonly Tick[], at: number): Counts {
  const counts: Record<DayKey, number> = {}
  for (const { item, day } of ticks) {
    if (item.state === 'queued' && at - item.tapped.at >= onItsWayMs) counts[day] = (counts[day] ?? 0) + 1
  }
  return counts
}

function readSaid(): Counts {
  const kept = device.load(saidKey)
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(Object.entries(kept).filter((one): one is [string, number] => typeof one[1] === 'number'))
}
