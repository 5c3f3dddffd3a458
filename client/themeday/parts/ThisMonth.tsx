import { Text, View } from '@tarojs/components'
import { monthOf, sayHour, sayMonth, sayTime } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { go } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { headingOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Press } from '../../ui/Press'
import { Counter } from './Counter'
import { nowOf } from './now-of'
import type { ThemeDay } from './roll'
import { StateTag } from './StateTag'
import './this-month.scss'

interface ThisMonthProps {
  readonly themeDay: ThemeDay | undefined
  readonly now: number
}

/** The month's theme day: where it stands, and the one verb that comes next. */
export function ThisMonth({ themeDay, now }: ThisMonthProps) {
  const verb = verbOf(themeDay, now)
  return (
    <Card className="this-month">
      <View className="this-month-what">
        <View className="this-month-title">
          <Text className="t-title" {...headingOf(2)}>
            主题党日
          </Text>
          <StateTag themeDay={themeDay} now={now} />
        </View>
        <Standing themeDay={themeDay} now={now} />
      </View>
      <View className="this-month-verb">
        <Press kind="primary" size="large" label={verb.label} onPress={verb.onPress} />
      </View>
    </Card>
  )
}

/** One line under the title: what is missing, when it starts, or how many came. */
function Standing({ themeDay, now }: ThisMonthProps) {
  const state = themeDay && nowOf(themeDay, now).state
  const isCounted = state === 'open' || state === 'over'
  const count = useQuery(isCounted ? `themeday.countAttendance ${themeDay?.themeDayId}` : undefined, () =>
    api.themeday.countAttendance({ themeDayId: themeDay?.themeDayId ?? '' }),
  )
  if (themeDay === undefined) return <View className="t-body t-2">{sayMonth(monthOf(now))}哪天办？</View>
  if (!isCounted) {
    return (
      <View className="t-body t-2">
        {sayTime(themeDay.startsAt)}，{sayHour(themeDay.opensAt)}开始签到
      </View>
    )
  }
  return count.state === 'ready' ? <Counter {...count.data} size="hero" /> : <View className="t-hero t-2">–</View>
}

function verbOf(themeDay: ThemeDay | undefined, now: number): { readonly label: string; readonly onPress: () => void } {
  if (themeDay === undefined) return { label: '去定', onPress: () => go('plan') }
  const { themeDayId } = themeDay
  const { state, isToday } = nowOf(themeDay, now)
  if (state === 'over') return { label: '打印签到表', onPress: () => go('register', { themeDayId }) }
  return { label: state === 'open' || isToday ? '去现场' : '去看', onPress: () => go('onSite', { themeDayId }) }
}
