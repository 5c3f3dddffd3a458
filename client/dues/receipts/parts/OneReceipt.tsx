import { View } from '@tarojs/components'
import { Receipt } from './Receipt'
import type { ReceiptView } from './receipt'

export function OneReceipt({ receipt }: { readonly receipt: ReceiptView }) {
  return (
    <View className="receipts">
      <View className="receipts-page">
        <Receipt receipt={receipt} level={1} />
      </View>
    </View>
  )
}
