import { View } from '@tarojs/components'
import { roleOf } from './aria'
import { Card } from './Card'
import './skeleton.scss'

/** Stands for a page on its way. Nothing for the first second (drawn by the style), then its shape; slow: words as well. */
export function Skeleton({ isSlow, lines = 3 }: { readonly isSlow: boolean; readonly lines?: number }) {
  return (
    <View className="skeleton" {...roleOf('status')} aria-label="正在打开">
      <Card>
        {isSlow && <View className="skeleton-words t-body t-2">网络有点慢，正在打开…</View>}
        {Array.from({ length: lines }, (_, line) => `line${line}`).map((line) => (
          <View key={line} className="skeleton-line" />
        ))}
      </Card>
    </View>
  )
}
