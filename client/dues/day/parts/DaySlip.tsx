import { Text, View } from '@tarojs/components'
import { sayCapital } from '#shared/dues/capital'
import { payWays } from '#shared/dues/ids'
import { payWayWords } from '#shared/dues/words'
import { instantOf, sayDate } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { useSession } from '../../../kernel/session'
import { roleOf } from '../../../ui/aria'
import type { Day } from '../../parts/collecting'
import { sayNumbers } from '../../parts/day-words'
import './day-slip.scss'

/** 收党费日结单, for paper alone: totals and two signatures, and nobody who paid. */
export function DaySlip({ day }: { readonly day: Day }) {
  const branchName = useSession().person?.branchName ?? ''
  const { count, sumFen, byWay, collectors } = day
  const lines: readonly (readonly [string, string])[] = [
    ['收据', sayNumbers(day) ?? ''],
    ['笔数', `${count} 笔`],
    ...payWays.map((way) => [payWayWords[way], `${sayYuan(fen(byWay[way]))} 元`] as const),
    ['合计', `${sayYuan(fen(sumFen))} 元`],
    ['大写', sayCapital(fen(sumFen))],
    ['收的人', collectors.join('、')],
  ]
  return (
    <View className="day-slip">
      <View className="day-slip-title">收党费日结单</View>
      <View className="day-slip-whose">
        <Text>{branchName}</Text>
        <Text>{sayDate(instantOf(day.day, '12:00'))}</Text>
      </View>
      <View {...roleOf('table')} aria-label="收党费日结单">
        {lines.map(([label, value]) => (
          <View key={label} className="day-slip-line" {...roleOf('row')}>
            <View className="day-slip-label" {...roleOf('cell')}>
              {label}
            </View>
            <View className="day-slip-value" {...roleOf('cell')}>
              {value}
            </View>
          </View>
        ))}
      </View>
      <View className="day-slip-hands">
        <View className="day-slip-hand">点数的人签名：</View>
        <View className="day-slip-hand">核对的人签名：</View>
      </View>
    </View>
  )
}
