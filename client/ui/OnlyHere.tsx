import { View } from '@tarojs/components'
import { device } from '../kernel/device'
import { Icon } from './Icon'
import './only-here.scss'

/** Codes carry the address of this page. Opened on the machine itself it is an address no phone can reach: better said than printed. */
export function OnlyHere() {
  if (!device.isOnlyHere()) return null
  return (
    <View className="only-here no-print t-note t-pending">
      <Icon name="wifi-off" size={20} />
      <View>这个网址只有这台电脑打得开。要给手机扫，请用局域网里的网址打开本页</View>
    </View>
  )
}
