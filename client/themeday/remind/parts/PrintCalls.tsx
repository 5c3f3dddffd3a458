import { View } from '@tarojs/components'
import { device } from '../../../kernel/device'
import { Press } from '../../../ui/Press'

/** For who is told by telephone: the sheet beside the telephone. */
export function PrintCalls() {
  if (!device.canPrint) return <View className="t-note t-2">电话通知单要打印，请在电脑上打开本页</View>
  return (
    <View className="no-print">
      <Press kind="plain" icon="printer" label="打印电话通知单" onPress={device.print} />
    </View>
  )
}
