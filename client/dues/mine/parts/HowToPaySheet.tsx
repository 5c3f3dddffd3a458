import { View } from '@tarojs/components'
import { device } from '../../../kernel/device'
import { useSession } from '../../../kernel/session'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { MyDues } from './use-my-dues'

interface HowToPaySheetProps {
  readonly dues: Pick<MyDues, 'howToPay' | 'collectors'>
  readonly onClose: () => void
}

/** In the branch's own words, and to whom. No money moves here, and the page says so. */
export function HowToPaySheet({ dues: { howToPay, collectors }, onClose }: HowToPaySheetProps) {
  const { person } = useSession()
  const phone = person?.phone
  return (
    <Sheet title="党费怎么交" closeLabel="知道了" onClose={onClose}>
      <View className="t-body">{howToPay ?? '支部还没写怎么交，问收党费的人就行'}</View>
      {collectors.length > 0 && <View className="t-body t-strong">交给{collectors.join('、')}</View>}
      <View className="t-body">家里人可以帮您交。交了请等收据号，这里看得到</View>
      <View className="t-note t-2">这里只记账，不收钱</View>
      {phone !== undefined && <Press kind="plain" icon="phone" label="打电话问支书" onPress={() => device.call(phone)} />}
    </Sheet>
  )
}
