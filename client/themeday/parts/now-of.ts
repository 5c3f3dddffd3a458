import { dayOf } from '#shared/kernel/day'
import { stateOf } from '#shared/themeday/rules'
import type { ThemeDay } from './roll'

/** Where a theme day stands by the clock on the screen: the window opens and closes while the page lies open. */
export function nowOf(themeDay: ThemeDay, now: number) {
  return {
    state: stateOf({ ...themeDay, openedAt: themeDay.opensAt }, now),
    isToday: dayOf(themeDay.startsAt) === dayOf(now),
  }
}
