import { nowOf } from '../../parts/now-of'
import type { ThemeDay } from '../../parts/roll'
import { useIsSecretary } from '../../parts/use-is-secretary'
import { OpenRegister } from './OpenRegister'

interface PrintNowProps {
  readonly themeDay: ThemeDay
  readonly now: number
}

/** The sheet until the book is closed: below the list, so that it never stands in the way. Afterwards the foot offers it. */
export function PrintNow({ themeDay, now }: PrintNowProps) {
  const isSecretary = useIsSecretary()
  if (!isSecretary || themeDay.closedAt !== undefined || nowOf(themeDay, now).state === 'planned') return null
  return <OpenRegister kind="plain" themeDayId={themeDay.themeDayId} />
}
