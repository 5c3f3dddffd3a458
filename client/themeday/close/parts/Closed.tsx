import { sayClock, sayDayNear } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { useNow } from '../../../kernel/clock'
import { go, restart } from '../../../kernel/routes'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import type { ThemeDay } from '../../parts/roll'

/** The list stands; what is next is its paper. */
export function Closed({ themeDay: { themeDayId, month, closedAt = 0 } }: { readonly themeDay: ThemeDay }) {
  const now = useNow()
  return (
    <Page
      foot={
        <>
          <Press kind="primary" icon="file-text" label="看登记表" onPress={() => go('register', { themeDayId })} />
          <Press kind="plain" label="回本月" onPress={() => restart('month')} />
        </>
      }
    >
      <Result kind="done" title="归档了" note={`${themeDayTitle(month)}，${sayDayNear(closedAt, now)} ${sayClock(closedAt)}`} />
    </Page>
  )
}
