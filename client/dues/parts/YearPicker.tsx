import { PeriodPicker } from '../../ui/PeriodPicker'
import { shiftYear } from './year-month'

interface YearPickerProps {
  readonly year: string
  /** first and last that there is anything of */
  readonly from: string
  readonly to: string
  readonly onChange: (year: string) => void
}

/** A year back, a year on. */
export function YearPicker({ year, from, to, onChange }: YearPickerProps) {
  return (
    <PeriodPicker
      title={`${year}年`}
      back={{ label: '上一年', isEnd: year <= from, onPress: () => onChange(shiftYear(year, -1)) }}
      on={{ label: '下一年', isEnd: year >= to, onPress: () => onChange(shiftYear(year, 1)) }}
    />
  )
}
