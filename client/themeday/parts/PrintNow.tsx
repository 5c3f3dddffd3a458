import { nowOf } from './now-of'
import { OpenRegister } from './OpenRegister'
import type { ThemeDay } from './roll'
import { useIsSecretary } from './use-is-secretary'

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
