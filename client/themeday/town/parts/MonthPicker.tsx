import { PeriodPicker } from '../../../ui/PeriodPicker'
import { nextMonth, previousMonth } from '../../parts/plan'

interface MonthPickerProps {
  readonly month: string
  readonly onChange: (month: string) => void
}

/** A month back, a month on. */
export function MonthPicker({ month, onChange }: MonthPickerProps) {
  return (
    <PeriodPicker
      title={`${month.slice(0, 4)}年${Number(month.slice(5))}月`}
      back={{ label: '上个月', onPress: () => onChange(previousMonth(month)) }}
      on={{ label: '下个月', onPress: () => onChange(nextMonth(month)) }}
    />
  )
}
