import { Text, View } from '@tarojs/components'
import { monthOf, sayDay, sayHour, sayMonth, sayTime } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import { useQuery } from '../../../kernel/use-query'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Counter } from '../../parts/Counter'
import { nowOf } from '../../parts/now-of'
import type { ThemeDay } from '../../parts/roll'
import { stepOf } from '../../parts/step-of'
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
        <Press kind={verb.isDone ? 'plain' : 'primary'} size="large" label={verb.label} onPress={verb.onPress} />
      </View>
    </Card>
  )
}

/** One line under the title: what is missing, when it starts, or how many came. */
function Standing({ themeDay, now }: ThisMonthProps) {
  const step = stepOf(themeDay, now)
  const isCounted = step === 'open' || step === 'toClose' || step === 'closed'
  const count = useQuery(isCounted ? `themeday.countAttendance ${themeDay?.themeDayId}` : undefined, () =>
    api.themeday.countAttendance({ themeDayId: themeDay?.themeDayId ?? '' }),
  )
  if (themeDay === undefined || step === 'none') return <View className="t-body t-2">{sayMonth(monthOf(now))}哪天办？</View>
  if (step === 'draft') return <View className="t-body t-2">{sayDay(themeDay.startsAt)}，党员还看不到</View>
  if (!isCounted) {
    return (
      <View className="t-body t-2">
        {sayTime(themeDay.startsAt)}，{sayHour(themeDay.opensAt)}开始签到
      </View>
    )
  }
  return count.state === 'ready' ? <Counter {...count.data} size="hero" /> : <View className="t-hero t-2">–</View>
}

interface Verb {
  readonly label: string
  readonly onPress: () => void
  /** nothing is left to do */
  readonly isDone?: true
}

function verbOf(themeDay: ThemeDay | undefined, now: number): Verb {
  const step = stepOf(themeDay, now)
  if (themeDay === undefined || step === 'none') return { label: '去办', onPress: () => go('plan') }
  const { themeDayId } = themeDay
  if (step === 'draft') return { label: '去发布', onPress: () => go('plan', { themeDayId }) }
  if (step === 'toClose') return { label: '去归档', onPress: () => go('close', { themeDayId }) }
  if (step === 'closed') return { label: '登记表', onPress: () => go('register', { themeDayId }), isDone: true }
  return { label: step === 'open' || nowOf(themeDay, now).isToday ? '去现场' : '去看', onPress: () => go('onSite', { themeDayId }) }
}
