import { View } from '@tarojs/components'
import { monthOf, sayMonth } from '#shared/kernel/day'
import { headingOf, roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Icon } from '../../../ui/Icon'
import type { ThemeDay } from '../../parts/roll'
import { stepLooks, stepOf } from '../../parts/step-of'
import './year-strip.scss'

interface YearStripProps {
  /** newest first */
  readonly rows: readonly ThemeDay[]
  readonly now: number
}

/** 一年: twelve months at a glance, each with its mark and its word. */
export function YearStrip({ rows, now }: YearStripProps) {
  const thisMonth = monthOf(now)
  const first = rows.at(-1)?.month ?? thisMonth
  const months = Array.from({ length: 12 }, (_, place) => `${thisMonth.slice(0, 4)}-${String(place + 1).padStart(2, '0')}`)
  return (
    <Card>
      <View className="t-title" {...headingOf(2)}>
        {thisMonth.slice(0, 4)}年
      </View>
      <View className="year" {...roleOf('list')}>
        {months.map((month) => {
          const step = stepOf(
            rows.find((row) => row.month === month),
            now,
          )
          const { word, icon, tone } = step === 'none' && month !== thisMonth ? quiet(month, { first, thisMonth }) : stepLooks[step]
          return (
            <View key={month} className={`year-month year-${tone}`} {...roleOf('listitem')}>
              <View className="t-note">{sayMonth(month)}</View>
              <Icon name={icon} />
              <View className="t-note">{word}</View>
            </View>
          )
        })}
      </View>
    </Card>
  )
}

/** What was not held cannot be fixed any more, what is far off need not be yet, and what was before the first one here lies in a binder. */
function quiet(month: string, { first, thisMonth }: { readonly first: string; readonly thisMonth: string }) {
  if (month > thisMonth) return { word: '还早', icon: 'circle', tone: 'plain' } as const
  return month < first
    ? ({ word: '见纸质', icon: 'file-text', tone: 'plain' } as const)
    : ({ word: '没有', icon: 'x', tone: 'plain' } as const)
}
