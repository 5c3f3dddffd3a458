import { View } from '@tarojs/components'
import { headingOf } from './aria'
import { Press } from './Press'
import './period-picker.scss'

interface Way {
  readonly label: string
  readonly onPress: () => void
  /** there is nothing on that side */
  readonly isEnd?: boolean
}

interface PeriodPickerProps {
  /** which it is now: 2026年11月 */
  readonly title: string
  readonly back: Way
  readonly on: Way
}

/** A month or a year back, one on. */
export function PeriodPicker({ title, back, on }: PeriodPickerProps) {
  return (
    <View className="period-picker">
      <Press kind="plain" size="small" label={back.label} disabled={back.isEnd ?? false} onPress={back.onPress} />
      <View className="t-title" {...headingOf(2)}>
        {title}
      </View>
      <Press kind="plain" size="small" label={on.label} disabled={on.isEnd ?? false} onPress={on.onPress} />
    </View>
  )
}
