import { go } from '../../kernel/routes'
import { Press } from '../../ui/Press'
import { nowOf } from './now-of'
import type { Roll, ThemeDay } from './roll'

interface HelpNowProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly now: number
}

/** Below the list, as long as a check-in counts: most people need no hand. */
export function HelpNow({ themeDay, roll, now }: HelpNowProps) {
  if (nowOf(themeDay, now).state !== 'open' || roll.missing.length === 0) return null
  return <Press kind="plain" label="帮没带手机的人签到" onPress={() => go('help', { themeDayId: themeDay.themeDayId })} />
}
