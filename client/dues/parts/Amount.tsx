import { Text, View } from '@tarojs/components'
import { fen, sayYuan } from '#shared/kernel/fen'
import './amount.scss'

/** `0.50 元`: the number so that a column of them lines up, its unit small. */
export function Amount({ value }: { readonly value: number }) {
  return (
    <View className="amount">
      <Text className="amount-yuan">{sayYuan(fen(value))}</Text>
      <Text className="t-note t-2">元</Text>
    </View>
  )
}
