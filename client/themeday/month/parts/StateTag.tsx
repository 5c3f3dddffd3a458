import { sayDayNear, sayHour } from '#shared/kernel/day'
import { StatusTag } from '../../../ui/StatusTag'
import { nowOf } from '../../parts/now-of'
import type { ThemeDay } from '../../parts/roll'
import { stepLooks, stepOf } from '../../parts/step-of'

/** Where a theme day stands: when it will be, that it is going on, or what is left to do. */
export function StateTag({ themeDay, now }: { readonly themeDay: ThemeDay | undefined; readonly now: number }) {
  const step = stepOf(themeDay, now)
  const look = stepLooks[step]
  if (themeDay === undefined || step === 'none') return <StatusTag {...look} word="未定" />
  if (step === 'draft') return <StatusTag {...look} word="拟好了没发" />
  if (step === 'open') return <StatusTag tone="info" icon="calendar" word={`今天 ${sayHour(themeDay.startsAt)}`} />
  if (step !== 'fixed') return <StatusTag {...look} />
  const day = sayDayNear(themeDay.startsAt, now)
  return <StatusTag {...look} word={nowOf(themeDay, now).isToday ? `${day} ${sayHour(themeDay.startsAt)}` : day} />
}
