import { Text, View } from '@tarojs/components'
import './signatures.scss'

interface SignaturesProps {
  /** who signs, from left to right */
  readonly hands: readonly string[]
  /** on a sheet that is full to its foot */
  readonly isTight?: boolean
}

/** Under a sheet of paper, written by hand: who made it and who looked at it, the seal and the day. On a screen there is nothing to sign. */
export function Signatures({ hands, isTight = false }: SignaturesProps) {
  return (
    <View className={isTight ? 'signatures is-tight' : 'signatures'}>
      {hands.map((hand) => (
        <Text key={hand} className="signatures-hand">
          {hand}：
        </Text>
      ))}
      <Text>（盖章）</Text>
      <View className="signatures-date">
        <Text>年</Text>
        <Text>月</Text>
        <Text>日</Text>
      </View>
    </View>
  )
}
