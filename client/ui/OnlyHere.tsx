import { View } from '@tarojs/components'
import { device } from '../kernel/device'
import { Icon } from './Icon'
import './only-here.scss'

/** Codes carry an address. One that no other phone can reach is better said than printed. */
export function OnlyHere() {
  const problem = device.originProblem()
  if (problem === undefined) return null
  return (
    <View className="only-here no-print t-note t-pending">
      <Icon name="wifi-off" size={20} />
      <View>{problem}</View>
    </View>
  )
}
