import { Text, View } from '@tarojs/components'
import { sayCapital } from '#shared/dues/capital'
import { payWayWords } from '#shared/dues/words'
import { instantOf, sayDate } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { headingOf } from '../../../ui/aria'
import { sayShortDay } from '../../parts/collecting'
import type { Line } from './lines'
import './slip.scss'

interface SlipProps {
  readonly branchName: string
  readonly line: Line
}

/** 党费上缴单: goes with the money; giver and receiver sign it by hand. */
export function Slip({ branchName, line }: SlipProps) {
  const { lineId, day, days = [], fen: amount, largeFen = 0, words, way, by } = line
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['支部', branchName],
    ['哪几天收的', days.map(sayShortDay).join('、')],
    ['上缴金额', `${sayYuan(fen(amount))} 元`],
    ['大写', sayCapital(fen(amount))],
    ['其中大额党费', largeFen === 0 ? '没有' : `${sayYuan(fen(largeFen))} 元，全数转到中央`],
    ['送的人', words],
    ['送的日子', sayDate(instantOf(day, '12:00'))],
    ['怎么送', way === undefined ? '' : payWayWords[way]],
    ['记的人', by],
  ]
  return (
    <View className="hand-in-slip">
      <View className="hand-in-title" {...headingOf(1)}>
        党费上缴单
      </View>
      <View className="hand-in-number">
        编号 {day.slice(0, 4)}—{lineId.slice(-4)}
      </View>
      <View className="hand-in-facts">
        {facts.map(([label, value]) => (
          <View key={label} className="hand-in-fact">
            <View className="hand-in-label">{label}</View>
            <View className="hand-in-value">{value}</View>
          </View>
        ))}
      </View>
      <View className="hand-in-signatures">
        <Text>送的人签名：</Text>
        <Text>收的人签名：</Text>
        <Text>收到的日子：</Text>
        <Text>（盖章）</Text>
      </View>
    </View>
  )
}
