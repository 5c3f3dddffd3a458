import { go } from '../../../kernel/routes'
import { Empty } from '../../../ui/Empty'
import { Press } from '../../../ui/Press'
import type { ThemeDay } from '../../parts/roll'

/** Whoever has checked in did so to what they had read: it is not changed any more. */
export function PlanStarted({ themeDay: { themeDayId, stage } }: { readonly themeDay: ThemeDay }) {
  if (stage === 'cancelled') {
    return <Empty icon="x" words="这次党日取消了" action={<Press kind="plain" size="small" label="重新定" onPress={() => go('plan')} />} />
  }
  return (
    <Empty
      icon="calendar"
      words="已经开始签到了，不能再改"
      action={<Press kind="plain" size="small" label="去现场" onPress={() => go('onSite', { themeDayId })} />}
    />
  )
}
