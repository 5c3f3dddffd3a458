import { sayDay } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { device } from '../../../kernel/device'
import { restart } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import { mayCheckInLate } from '../../parts/held'
import { LateCheckIn } from '../../parts/LateCheckIn'
import type { ThemeDay } from '../read-event'

interface OverProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  readonly now: number
}

/** Came too late for the button; whoever was there can still ask to be counted, and the secretary can call the name until the day is out. */
export function Over({ person, themeDay, now }: OverProps) {
  const { phone } = person
  const mayAsk = mayCheckInLate(themeDay, now)
  const foot = (
    <>
      {mayAsk && <LateCheckIn kind="primary" person={person} themeDay={themeDay} />}
      {phone !== undefined && (
        <Press kind={mayAsk ? 'plain' : 'primary'} icon="phone" label="告诉支书" onPress={() => device.call(phone)} />
      )}
      <Press kind={mayAsk || phone !== undefined ? 'plain' : 'primary'} label="回首页" onPress={() => restart('home')} />
    </>
  )
  return (
    <Page title={themeDayTitle(themeDay.month)} note={sayDay(themeDay.startsAt)} foot={foot}>
      <Result
        kind="refused"
        title="签到已经结束了"
        note={mayAsk ? `${person.name}，您到了的话，可以补签` : `${person.name}，您到了的话，请告诉支书`}
      />
    </Page>
  )
}
