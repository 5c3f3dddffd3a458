import { View } from '@tarojs/components'
import { sayDay } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { SaveTable } from '../../../ui/SaveTable'
import { StatusTag } from '../../../ui/StatusTag'
import type { ThemeDay } from '../../parts/roll'
import { stepLooks, stepOf } from '../../parts/step-of'
import './book-line.scss'

interface BookLineProps {
  readonly themeDay: ThemeDay
  readonly now: number
}

/** One month: where it stands, and its sheet once there is anything on it. */
export function BookLine({ themeDay, now }: BookLineProps) {
  const { themeDayId, month, topic, startsAt } = themeDay
  const step = stepOf(themeDay, now)
  const [year, number] = month.split('-')
  const title = `${year}年${Number(number)}月`
  return (
    <Card className="book-line">
      <View className="book-head">
        <View className="t-title" {...headingOf(2)}>
          {title}
        </View>
        <StatusTag {...stepLooks[step]} />
      </View>
      <View className="t-body">{topic}</View>
      <View className="t-note t-2">{sayDay(startsAt)}</View>
      {step !== 'draft' && step !== 'fixed' && (
        <View className="book-ways">
          {step === 'toClose' && (
            <Press kind="plain" size="small" label="去归档" ariaLabel={`${title}，去归档`} onPress={() => go('close', { themeDayId })} />
          )}
          <Press kind="plain" size="small" label="登记表" ariaLabel={`${title}，登记表`} onPress={() => go('register', { themeDayId })} />
          <SaveTable send={api.themeday.exportBook} input={{ themeDayId }} size="small" />
        </View>
      )}
    </Card>
  )
}
