import { sayDayNear, sayHour } from '#shared/kernel/day'
import { stateWords } from '#shared/themeday/words'
import { StatusTag } from '../../ui/StatusTag'
import { nowOf } from './now-of'
import type { ThemeDay } from './roll'

/** Where a theme day stands: when it will be, that it is going on, or that it is over. */
export function StateTag({ themeDay, now }: { readonly themeDay: ThemeDay | undefined; readonly now: number }) {
  if (themeDay === undefined) return <StatusTag tone="pending" icon="circle" word="还没定" />
  const { state, isToday } = nowOf(themeDay, now)
  if (state === 'over') return <StatusTag tone="plain" icon="check" word={stateWords.over} />
  if (state === 'open') return <StatusTag tone="info" icon="calendar" word={`今天 ${sayHour(themeDay.startsAt)}`} />
  const day = sayDayNear(themeDay.startsAt, now)
  return <StatusTag tone="info" icon="calendar" word={isToday ? `${day} ${sayHour(themeDay.startsAt)}` : day} />
}
