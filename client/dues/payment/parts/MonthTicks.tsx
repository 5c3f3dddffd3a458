import { Text, View } from '@tarojs/components'
import type { DueMonth } from '#shared/dues/recording'
import { sayMonths } from '#shared/dues/words'
import { Ticks } from '../../../ui/Ticks'
import { Amount } from '../../parts/Amount'
import { useThisYear } from '../../parts/use-this-year'
import './month-ticks.scss'

interface MonthTicksProps {
  readonly label: string
  readonly months: readonly DueMonth[]
  readonly chosen: readonly DueMonth[]
  readonly onChange: (chosen: readonly DueMonth[]) => void
}

/** A line a month; what was chosen elsewhere on the page stays chosen. */
export function MonthTicks({ label, months, chosen, onChange }: MonthTicksProps) {
  const year = useThisYear()
  if (months.length === 0) return null
  const change = (ticked: readonly string[]) => {
    const others = chosen.filter((one) => !months.some(({ month }) => month === one.month))
    const mine = months.filter(({ month }) => ticked.includes(month))
    onChange([...others, ...mine].sort((a, b) => (a.month < b.month ? -1 : 1)))
  }
  return (
    <View className="month-ticks">
      <Ticks
        label={label}
        rows={months.map(({ month, fen }) => ({
          value: month,
          title: (
            <View className="month-ticks-line">
              <Text>{sayMonths([month], year)}</Text>
              <Amount value={fen} />
            </View>
          ),
        }))}
        ticked={chosen.map(({ month }) => month)}
        onChange={change}
      />
    </View>
  )
}
