import { View } from '@tarojs/components'
import { sayMonth } from '#shared/kernel/day'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { type DotFace, YearDots } from '../../../ui/YearDots'
import type { ThemeDay } from '../../parts/held'
import { lastMonths } from './last-months'

interface MyYearProps {
  readonly rows: readonly ThemeDay[]
  readonly now: number
}

type MonthState = 'present' | 'leave' | 'none'

const faces: Readonly<Record<MonthState, DotFace>> = {
  present: { tone: 'ok', icon: 'check', word: '到' },
  leave: { tone: 'info', icon: 'calendar', word: '假' },
  none: { tone: 'plain', word: '–' },
}

/** 我这一年: leave has a mark of its own, so that no illness looks like staying away. */
export function MyYear({ rows, now }: MyYearProps) {
  const dots = lastMonths(now).map((month) => ({ key: month, label: sayMonth(month), face: faces[stateOfMonth(rows, month)] }))
  // Twelve empty months tell nobody anything.
  if (dots.every(({ face }) => face === faces.none)) return null
  const came = dots.filter(({ face }) => face === faces.present).length
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

function stateOfMonth(rows: readonly ThemeDay[], month: string): MonthState {
  const themeDay = rows.find((row) => row.month === month && row.stage === 'published')
  if (themeDay?.mine !== undefined) return 'present'
  return themeDay?.leave === undefined ? 'none' : 'leave'
}
