import { Text, View } from '@tarojs/components'
import './counter.scss'

interface CounterProps {
  readonly present: number
  readonly expected: number
  /** `display` is read from across a room. */
  readonly size: 'hero' | 'display'
  readonly isOk?: boolean
}

/** `18 / 26 到了`: the number first, and large. */
export function Counter({ present, expected, size, isOk = false }: CounterProps) {
  return (
    <View className={`counter counter-${size}`}>
      <Text className={`t-${size} ${isOk ? 't-ok' : ''}`}>{present}</Text>
      <Text className="counter-of t-2">/ {expected} 到了</Text>
    </View>
  )
}
