import { api } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import { useTextSize } from '../../../kernel/text-size'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { nowOf } from '../../parts/now-of'
import type { ThemeDay } from '../../parts/roll'
import { useIsSecretary } from '../../parts/use-is-secretary'
import { OpenRegister } from './OpenRegister'

interface OnSiteFootProps {
  readonly themeDay: ThemeDay
  readonly now: number
  readonly onShowCode: () => void
  readonly onOpened: () => void
}

/** One thing to do under the thumb: start on the day, hold up the code while it runs, close the book when it is over, then print. */
export function OnSiteFoot({ themeDay, now, onShowCode, onOpened }: OnSiteFootProps) {
  const isSecretary = useIsSecretary()
  const { isBig } = useTextSize()
  const opening = useCommand(api.themeday.open)
  const { state, isToday } = nowOf(themeDay, now)
  const { themeDayId } = themeDay
  const start = async () => {
    if ((await opening.run({ themeDayId })) !== undefined) onOpened()
  }

  if (state === 'over' && isSecretary) {
    if (themeDay.closedAt === undefined) return <Press kind="primary" label="去归档" onPress={() => go('close', { themeDayId })} />
    return <OpenRegister kind="primary" themeDayId={themeDayId} />
  }
  const isToStart = state === 'planned' && isToday && isSecretary
  return (
    <>
      <Failed command={opening} />
      {isToStart && (
        <Press kind="primary" label="现在开始签到" isBusy={opening.isRunning} busyLabel="正在开始…" onPress={() => void start()} />
      )}
      <Press
        kind={state === 'open' ? 'primary' : 'plain'}
        {...(isBig ? {} : { icon: 'qr-code' })}
        label="亮码，让大家扫"
        onPress={onShowCode}
      />
    </>
  )
}
