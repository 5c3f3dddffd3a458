import { go } from '../../kernel/routes'
import { Press } from '../../ui/Press'
import { nowOf } from './now-of'
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
  return <Press kind="plain" icon="printer" label="打印签到表" onPress={() => go('register', { themeDayId: themeDay.themeDayId })} />
}
