import { View } from '@tarojs/components'
import { sayDay, sayDayNear, sayHours } from '#shared/kernel/day'
import { noticeWords, stateWords } from '#shared/themeday/words'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { stateNow, type ThemeDay } from '../../parts/held'

/** When and where, and what was said about it last. */
export function EventFacts({ themeDay, now }: { readonly themeDay: ThemeDay; readonly now: number }) {
  const { stage, startsAt, endsAt, place, venues, notice } = themeDay
  const day = sayDayNear(startsAt, now)
  const standing = stage === 'cancelled' ? noticeWords.cancelled : stateWords[stateNow(themeDay, now)]
  return (
    <Card kind="list">
      <Row title="现在" answer={standing} />
      <Row title="哪天" answer={day === sayDay(startsAt) ? day : `${day}，${sayDay(startsAt)}`} />
      <Row title="几点" answer={sayHours({ startsAt, endsAt })} />
      <Row title="在哪里" answer={place} />
      {venues.map(({ venueId, name, organiser }) => (
        <Row key={venueId} title="也可以去" answer={name} note={`${organiser}组织`} />
      ))}
      {notice?.words !== undefined && <Row title="支书说" note={<View className="t-body">{notice.words}</View>} />}
    </Card>
  )
}
