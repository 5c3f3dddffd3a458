import { View } from '@tarojs/components'
import { roleOf } from '../../../ui/aria'
import { Press } from '../../../ui/Press'
import type { DayKey } from './use-day-key'

interface NoDayKeyProps {
  readonly dayKey: DayKey
  /** Only where the branch lets the wall's code count. */
  readonly onWall?: () => void
}

/** The changing code was never fetched on this phone: why, and what can be held up all the same. */
export function NoDayKey({ dayKey: { isUnreachable, message }, onWall }: NoDayKeyProps) {
  const words = message ?? (isUnreachable ? '没有信号，动态码还没取到' : '正在取动态码…')
  return (
    <View className="on-show-none">
      <View className="t-title" {...roleOf('status')}>
        {words}
      </View>
      {isUnreachable && <View className="t-body">有网时打开过一次，没网也能亮</View>}
      {onWall === undefined ? (
        <View className="t-body">先点名，也算签到</View>
      ) : (
        <Press kind="plain" label="先亮墙上的码" onPress={onWall} />
      )}
    </View>
  )
}
