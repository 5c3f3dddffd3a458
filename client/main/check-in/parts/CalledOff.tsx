import { sayDay } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { restart } from '../../../kernel/routes'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import type { ThemeDay } from '../read-event'

/** The code still hangs on the wall, and the day was cancelled. */
export function CalledOff({ themeDay: { month, startsAt, notice } }: { readonly themeDay: ThemeDay }) {
  return (
    <Page
      title={themeDayTitle(month)}
      note={sayDay(startsAt)}
      foot={<Press kind="primary" label="回首页" onPress={() => restart('home')} />}
    >
      <Result kind="refused" title="这次党日取消了" note={notice?.words ?? '您不用来，改到哪天会再告诉您'} />
    </Page>
  )
}
