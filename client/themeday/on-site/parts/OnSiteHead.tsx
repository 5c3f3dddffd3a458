import { View } from '@tarojs/components'
import { sayClock, sayDayNear } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Seats } from '../../../ui/Seats'
import { Counter } from '../../parts/Counter'
import { nowOf } from '../../parts/now-of'
import type { Roll, ThemeDay } from '../../parts/roll'
import './on-site-head.scss'

interface OnSiteHeadProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly now: number
}

/** The number, what it is the number of, and a seat for everyone. */
export function OnSiteHead({ themeDay, roll, now }: OnSiteHeadProps) {
  const present = roll.present.length
  const { expected } = roll
  return (
    <Card>
      <View className="on-site-head">
        <Counter present={present} expected={expected} size="display" isOk />
        <View className="on-site-what">
          <View {...headingOf(1)}>{themeDayTitle(themeDay.month)}</View>
          <View>{standingOf(themeDay, now)}</View>
        </View>
      </View>
      <Seats filled={present} total={expected} caption={`${present} 人到了，还差 ${expected - present} 人`} />
    </Card>
  )
}

function standingOf(themeDay: ThemeDay, now: number): string {
  const { state, isToday } = nowOf(themeDay, now)
  if (themeDay.closedAt !== undefined) return '已经归档'
  if (state === 'over') return '已经结束'
  if (state === 'open') return `${sayClock(themeDay.startsAt)} 开始`
  return isToday ? `${sayClock(themeDay.opensAt)} 开始签到` : sayDayNear(themeDay.startsAt, now)
}
