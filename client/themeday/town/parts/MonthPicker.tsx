import { View } from '@tarojs/components'
import { headingOf } from '../../../ui/aria'
import { Press } from '../../../ui/Press'
import { nextMonth, previousMonth } from '../../parts/plan'
import './town.scss'

interface MonthPickerProps {
  readonly month: string
  readonly onChange: (month: string) => void
}

/** A month back, a month on. */
export function MonthPicker({ month, onChange }: MonthPickerProps) {
  return (
    <View className="month-picker">
      <Press kind="plain" size="small" label="上个月" onPress={() => onChange(previousMonth(month))} />
      <View className="t-title" {...headingOf(2)}>
        {month.slice(0, 4)}年{Number(month.slice(5))}月
      </View>
      <Press kind="plain" size="small" label="下个月" onPress={() => onChange(nextMonth(month))} />
    </View>
  )
}
