import { hourMs, monthOf } from '#shared/kernel/day'
import { presetWays } from '#shared/themeday/ids'
import { opensBeforeMs } from '#shared/themeday/rules'
import type { ThemeDay } from '../parts/held'

/** A theme day that is going on now, in nobody's branch: no server knows its id or its code. */
export function inventedDay(now: number): ThemeDay {
  return {
    themeDayId: '',
    branchId: '',
    code: '',
    month: monthOf(now),
    stage: 'published',
    state: 'open',
    version: 1,
    topic: '练习签到',
    place: '就在这里练',
    startsAt: now,
    endsAt: now + hourMs,
    opensAt: now - opensBeforeMs,
    parts: [],
    venues: [],
    materials: [],
    ways: [...presetWays],
  }
}
