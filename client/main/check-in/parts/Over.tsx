import { sayDay } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { device } from '../../../kernel/device'
import { restart } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import type { ThemeDay } from '../read-event'

interface OverProps {
  readonly person: Person
  readonly themeDay: ThemeDay
}

/** Came too late for the button; the secretary can still call the name until the day is out. */
export function Over({ person, themeDay }: OverProps) {
  const { phone } = person
  const home = () => restart('home')
  const foot =
    phone === undefined ? (
      <Press kind="primary" label="回首页" onPress={home} />
    ) : (
      <>
        <Press kind="primary" icon="phone" label="告诉支书" onPress={() => device.call(phone)} />
        <Press kind="plain" label="回首页" onPress={home} />
      </>
    )
  return (
    <Page title={themeDayTitle(themeDay.month)} note={sayDay(themeDay.startsAt)} foot={foot}>
      <Result kind="refused" title="签到已经结束了" note={`${person.name}，您到了的话，请告诉支书`} />
    </Page>
  )
}
