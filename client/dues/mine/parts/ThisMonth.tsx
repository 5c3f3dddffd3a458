import { Text, View } from '@tarojs/components'
import { monthStateWords } from '#shared/dues/words'
import { sayMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { StatusTag } from '../../../ui/StatusTag'
import { monthFaces } from './month-faces'
import { reasonsOf } from './say-mine'
import type { MyDues } from './use-my-dues'

/** How much, whether it is paid, and why it is this much. */
export function ThisMonth({ dues, year }: { readonly dues: MyDues; readonly year: string }) {
  const { now } = dues
  if (now === undefined) return null
  const { month, state, assessedFen } = now
  const { tone, icon } = monthFaces[state]
  return (
    <Card>
      <View className="mine-head">
        <View className="t-body" {...headingOf(2)}>
          {sayMonth(month)}
        </View>
        <StatusTag tone={tone} icon={icon} word={monthStateWords[state]} />
      </View>
      {assessedFen !== undefined && (
        <View className="mine-sum">
          <Text className="t-hero">{sayYuan(fen(assessedFen))}</Text>
          <Text className="t-body">元</Text>
        </View>
      )}
      <View className="mine-why">
        {reasonsOf(dues, year).map((reason) => (
          <View key={reason} className="t-body">
            {reason}
          </View>
        ))}
      </View>
    </Card>
  )
}
