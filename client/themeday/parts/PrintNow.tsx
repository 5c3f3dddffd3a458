import { nowOf } from './now-of'
import { OpenRegister } from './OpenRegister'
import type { ThemeDay } from './roll'
import { useIsSecretary } from './use-is-secretary'

interface PrintNowProps {
  readonly themeDay: ThemeDay
  readonly now: number
}

/** The sheet while people still come: below the list, so that it never stands in the way. Afterwards the foot offers it. */
export function PrintNow({ themeDay, now }: PrintNowProps) {
  const isSecretary = useIsSecretary()
  if (!isSecretary || nowOf(themeDay, now).state !== 'open') return null
  return <OpenRegister kind="plain" themeDayId={themeDay.themeDayId} />
}
