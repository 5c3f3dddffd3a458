import { View } from '@tarojs/components'
import { useState } from 'react'
import { type DueMonth, lastMonthFor } from '#shared/dues/recording'
import { type MonthKey, monthsBetween, shiftMonth } from '#shared/kernel/day'
import { fen } from '#shared/kernel/fen'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { isToCollect, type MonthRow } from '../../parts/collecting'
import { AheadMonths } from './AheadMonths'
import { MonthTicks } from './MonthTicks'

interface PayMonthsProps {
  readonly row: MonthRow
  readonly month: MonthKey
  readonly chosen: readonly DueMonth[]
  readonly now: number
  readonly onChange: (chosen: readonly DueMonth[]) => void
}

/** So many months at once are asked for: half a year, and then the other half. */
const step = 6

/** What is behind, this month, and what may be paid ahead: each month by itself, with what is due for it. */
export function PayMonths({ row, month, chosen, now, onChange }: PayMonthsProps) {
  const [pages, setPages] = useState(row.isQuarterly ? 1 : 0)
  const due = dueNow(row, month)
  const ahead = monthsBetween(shiftMonth(month, 1), lastMonthFor(row, now)).filter((one) => !due.some((known) => known.month === one))
  return (
    <Card>
      <View className="t-body t-strong">交哪几个月</View>
      <MonthTicks label="欠的和这个月" months={due} chosen={chosen} onChange={onChange} />
      {Array.from({ length: pages }, (_, page) => ahead.slice(page * step, (page + 1) * step)).map((months) => (
        <AheadMonths key={months.join(' ')} memberId={row.memberId} months={months} chosen={chosen} onChange={onChange} />
      ))}
      {pages * step < ahead.length && (
        <Press kind="link" label={pages === 0 ? '提前交后面的' : '再往后看'} onPress={() => setPages(pages + 1)} />
      )}
    </Card>
  )
}

/** What is behind and the month itself, oldest first. */
export function dueNow(row: MonthRow, month: MonthKey): readonly DueMonth[] {
  const current = isToCollect(row) ? [{ month, assessedFen: row.assessedFen }] : []
  return [...row.arrears, ...current]
    .flatMap(({ month: one, assessedFen }) => (assessedFen === undefined ? [] : [{ month: one, fen: fen(assessedFen) }]))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}
