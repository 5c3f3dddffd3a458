import { View } from '@tarojs/components'
import { dayOf, sayClock, sayDay, sayDayNear, sayHour, sayTime } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { go } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { useTextSize } from '../../../kernel/text-size'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { StatusTag } from '../../../ui/StatusTag'
import { tapCheckIn, useCheckInItem } from '../../parts/check-ins'
import { mayAskLeave, mayCheckInLate, stateNow, type ThemeDay } from '../../parts/held'
import { LateCheckIn } from '../../parts/LateCheckIn'
import { Leave } from '../../parts/Leave'
import { WhenWhere } from '../../parts/WhenWhere'
import './event.scss'
import { Tapped } from './Tapped'

interface EventCardProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  readonly now: number
  readonly onChanged: () => void
}

/** When, where, and the one thing to do about it. */
export function EventCard(props: EventCardProps) {
  const { themeDay, now } = props
  const { startsAt, opensAt } = themeDay
  const { isBig } = useTextSize()
  const day = sayDayNear(startsAt, now)
  const isNear = day !== sayDay(startsAt)
  const isToday = dayOf(startsAt) === dayOf(now)
  const isOff = themeDay.stage === 'cancelled'
  const opening = isToday && !isBig && !isOff
  const when = opening ? `${sayTime(startsAt)}，${sayHour(opensAt)}开始签到` : `${day}${isNear ? '' : ' '}${sayTime(startsAt)}`
  return (
    <Card className="event">
      <View className="event-head">
        <View className="t-headline" {...headingOf(2)}>
          {themeDayTitle(themeDay.month)}
        </View>
        {isNear && !isBig && !isOff && (
          <View className="event-day">
            <StatusTag tone="info" icon="calendar" word={day} />
          </View>
        )}
      </View>
      <WhenWhere when={when} where={themeDay.place} />
      {isOff ? <CalledOff words={themeDay.notice?.words} /> : <Act {...props} />}
    </Card>
  )
}

function CalledOff({ words }: { readonly words: string | undefined }) {
  return (
    <View className="event-off">
      <StatusTag tone="plain" icon="x" word="取消了" />
      <View className="t-body">{words ?? '不用来，改到哪天会再告诉您'}</View>
    </View>
  )
}

/** What can be done follows from the clock and from what was done: come, stay away, or say afterwards that one was there. */
function Act({ person, themeDay, now, onChanged }: EventCardProps) {
  const item = useCheckInItem(person.personId, themeDay.themeDayId)
  if (themeDay.mine !== undefined) return <StatusTag tone="ok" icon="circle-check" word={`已签到 ${sayClock(themeDay.mine.at)}`} />
  if (item !== undefined && item.state !== 'sent') return <Tapped item={item} />
  // The name stands above: one tap is enough, and the next page says what came of it. Of several places it asks for one first.
  const checkIn = () => {
    if (themeDay.venues.length === 0) tapCheckIn(person, themeDay, { via: 'home' })
    go('checkIn', { themeDayId: themeDay.themeDayId })
  }
  const state = stateNow(themeDay, now)
  return (
    <>
      {state === 'open' && <Press kind="primary" label="我到了，签到" onPress={checkIn} />}
      {mayAskLeave(themeDay, now) && <Leave themeDay={themeDay} onChanged={onChanged} />}
      {state === 'over' && (
        <View className="event-over">
          <StatusTag tone="plain" icon="clock" word="已经结束" />
          {themeDay.leave !== undefined && <StatusTag tone="info" icon="check" word="已请假" />}
        </View>
      )}
      {themeDay.leave === undefined && mayCheckInLate(themeDay, now) && <LateCheckIn kind="link" person={person} themeDay={themeDay} />}
    </>
  )
}
