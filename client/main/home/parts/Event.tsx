import { View } from '@tarojs/components'
import { dayOf, monthOf, sayClock, sayDay, sayDayNear, sayHour, sayTime } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { currentOf, stateOf } from '#shared/themeday/rules'
import type { Answer } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { useTextSize } from '../../../kernel/text-size'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { tapCheckIn, useCheckInItem } from '../../parts/check-ins'
import { WhenWhere } from '../../parts/WhenWhere'
import './event.scss'
import { OtherTaps, Tapped } from './Tapped'

type ThemeDay = Answer<'themeday', 'get'>

interface EventProps {
  readonly person: Person
  /** newest first */
  readonly rows: readonly ThemeDay[]
  readonly now: number
  readonly isLeader: boolean
}

/** The theme day one has in mind now, and the one thing to do about it. */
export function Event({ person, rows, now, isLeader }: EventProps) {
  const themeDay = currentOf(rows, now)
  const isThisMonth = themeDay !== undefined && themeDay.month >= monthOf(now)
  const isToday = themeDay !== undefined && dayOf(themeDay.startsAt) === dayOf(now)
  return (
    <>
      {isThisMonth ? (
        <EventCard person={person} themeDay={themeDay} now={now} isToday={isToday} />
      ) : (
        <Empty icon="calendar" words="这个月还没有活动" note="支书定好了，这里就看得到" />
      )}
      {isThisMonth && isLeader && isToday && (
        <Card kind="list">
          <Row icon="clipboard-list" title="给本组点名" isStrong onPress={() => go('onSite', { themeDayId: themeDay.themeDayId })} />
        </Card>
      )}
      <OtherTaps person={person} shownId={isThisMonth ? themeDay.themeDayId : undefined} />
    </>
  )
}

interface EventCardProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  readonly now: number
  readonly isToday: boolean
}

function EventCard({ person, themeDay, now, isToday }: EventCardProps) {
  const { startsAt, opensAt, mine } = themeDay
  const { isBig } = useTextSize()
  const day = sayDayNear(startsAt, now)
  const isNear = day !== sayDay(startsAt)
  const item = useCheckInItem(person.personId, themeDay.themeDayId)
  // The name stands above: one tap is enough, and the next page says what came of it.
  const checkIn = () => {
    tapCheckIn(person, themeDay, 'home')
    go('checkIn', { themeDayId: themeDay.themeDayId })
  }
  const state = stateOf({ startsAt, endsAt: themeDay.endsAt, openedAt: opensAt }, now)
  const when = isToday && !isBig ? `${sayTime(startsAt)}，${sayHour(opensAt)}开始签到` : `${day}${isNear ? '' : ' '}${sayTime(startsAt)}`
  return (
    <Card className="event">
      <View className="event-head">
        <View className="t-headline" {...headingOf(2)}>
          {themeDayTitle(themeDay.month)}
        </View>
        {isNear && !isBig && (
          <View className="event-day">
            <StatusTag tone="info" icon="calendar" word={day} />
          </View>
        )}
      </View>
      <WhenWhere when={when} where={themeDay.place} />
      {mine !== undefined ? (
        <StatusTag tone="ok" icon="circle-check" word={`已签到 ${sayClock(mine.at)}`} />
      ) : item !== undefined && item.state !== 'sent' ? (
        <Tapped item={item} />
      ) : state === 'open' ? (
        <Press kind="primary" label="我到了，签到" onPress={checkIn} />
      ) : (
        state === 'over' && <StatusTag tone="plain" icon="clock" word="已经结束" />
      )}
    </Card>
  )
}
