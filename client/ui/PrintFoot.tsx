import { View } from '@tarojs/components'
import { device } from '../kernel/device'
import { Press } from './Press'

/** Under a page meant for paper: the button, or where the paper is to be had. */
export function PrintFoot() {
  if (device.canPrint) return <Press kind="primary" icon="printer" label="打印" onPress={device.print} />
  return <View className="t-note t-2 t-center">手机上只能看。要打印，请在电脑上打开</View>
}
