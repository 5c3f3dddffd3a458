import { themeDayTitle } from '#shared/themeday/ids'
import type { ShareCard } from '../../../kernel/ports'
import { nowOf } from '../../parts/now-of'
import type { ThemeDay } from '../../parts/roll'
import { useIsSecretary } from '../../parts/use-is-secretary'

/** What the secretary sends to the branch's group: the theme day, until it is over. By its id: nobody who opens it has scanned the wall. */
export function useInvitation(themeDay: ThemeDay | undefined, now: number): ShareCard | undefined {
  const isSecretary = useIsSecretary()
  if (themeDay === undefined || !isSecretary || nowOf(themeDay, now).state === 'over') return undefined
  return { title: `${themeDayTitle(themeDay.month)}，等您来`, themeDayId: themeDay.themeDayId }
}
