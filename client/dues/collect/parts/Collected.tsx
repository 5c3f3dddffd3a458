import { Text, View } from '@tarojs/components'
import './collected.scss'

/** `23 / 26 人`: the number first, and large. */
export function Collected({ paid, expected }: { readonly paid: number; readonly expected: number }) {
  return (
    <View className="collected">
      <Text className="t-hero">{paid}</Text>
      <Text className="t-body t-2">/ {expected} 人</Text>
    </View>
  )
}
