import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { monthsOfYear, yearOf } from '#shared/dues/ids'
import { type MonthKey, sayMonth } from '#shared/kernel/day'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { Tappable } from '../../ui/Tappable'
import { YearPicker } from './YearPicker'
import { sayYearMonth } from './year-month'
import './month-field.scss'

interface MonthFieldProps {
  readonly label: string
  readonly value: MonthKey | undefined
  /** first and last that may be chosen */
  readonly from: MonthKey
  readonly to: MonthKey
  readonly hint?: string
  readonly onChange: (month: MonthKey) => void
}

/** A month, chosen from the twelve of a year. They unfold below the field: it also stands in sheets, and sheets do not lie on sheets. */
export function MonthField({ label, value, from, to, hint, onChange }: MonthFieldProps) {
  const [isOpen, setOpen] = useState(false)
  const said = value === undefined ? '选一个月' : sayYearMonth(value)
  const choose = (month: MonthKey) => {
    setOpen(false)
    onChange(month)
  }
  return (
    <View className="month-field">
      <View className="t-body t-strong">{label}</View>
      <Tappable
        className="month-field-value"
        aria={{ 'aria-expanded': String(isOpen) }}
        ariaLabel={`${label}，${said}`}
        onPress={() => setOpen(!isOpen)}
      >
        <Text className={value === undefined ? 't-2' : ''}>{said}</Text>
        <Icon name="calendar" />
      </Tappable>
      {isOpen && <Months {...{ label, value, from, to }} onChoose={choose} />}
      {hint !== undefined && <View className="t-note t-2">{hint}</View>}
    </View>
  )
}

interface MonthsProps extends Pick<MonthFieldProps, 'label' | 'value' | 'from' | 'to'> {
  readonly onChoose: (month: MonthKey) => void
}

function Months({ label, value, from, to, onChoose }: MonthsProps) {
  const [year, setYear] = useState(() => yearOf(value ?? from))
  return (
    <View className="month-field-year">
      {yearOf(from) !== yearOf(to) && <YearPicker year={year} from={yearOf(from)} to={yearOf(to)} onChange={setYear} />}
      <View className="month-field-months" {...roleOf('radiogroup')} aria-label={label}>
        {monthsOfYear(year).map((month) => (
          <Tappable
            key={month}
            role="radio"
            aria={{ 'aria-checked': String(month === value) }}
            className={month === value ? 'month-field-month is-on' : 'month-field-month'}
            isDisabled={month < from || month > to}
            onPress={() => onChoose(month)}
          >
            {sayMonth(month)}
          </Tappable>
        ))}
      </View>
    </View>
  )
}
