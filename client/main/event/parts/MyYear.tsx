import { View } from '@tarojs/components'
import { sayMonth } from '#shared/kernel/day'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { type Dot, type DotState, YearDots } from '../../../ui/YearDots'
import type { ThemeDay } from '../../parts/held'
import { lastMonths } from './last-months'

interface MyYearProps {
  readonly rows: readonly ThemeDay[]
  readonly now: number
}

/** 我这一年: leave has a mark of its own, so that no illness looks like staying away. */
export function MyYear({ rows, now }: MyYearProps) {
  const dots = lastMonths(now).map((month): Dot => ({ key: month, label: sayMonth(month), state: stateOfMonth(rows, month) }))
  // Twelve empty months tell nobody anything.
  if (dots.every(({ state }) => state === 'none')) return null
  const came = dots.filter(({ state }) => state === 'present').length
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        {came === 0 ? '我这一年' : `我这一年，到了 ${came} 次`}
      </View>
      <Card>
        <YearDots label="我这一年的主题党日" dots={dots} />
      </Card>
    </>
  )
}

function stateOfMonth(rows: readonly ThemeDay[], month: string): DotState {
  const themeDay = rows.find((row) => row.month === month && row.stage === 'published')
  if (themeDay?.mine !== undefined) return 'present'
  return themeDay?.leave === undefined ? 'none' : 'leave'
}
