import { View } from '@tarojs/components'
import { headingOf } from '../../../ui/aria'
import { StatusTag } from '../../../ui/StatusTag'
import { sayNumber } from '../../parts/collecting'
import { isHandedOut, linesOf, type ReceiptView, sumLabel } from './receipt'
import './receipts.scss'

interface ReceiptProps {
  readonly receipt: ReceiptView
  /** 1 where it is all of the page */
  readonly level: 1 | 2
}

/** On paper whoever took the money signs below it. */
export function Receipt({ receipt, level }: ReceiptProps) {
  return (
    <View className="receipt">
      <View className="receipt-title" {...headingOf(level)}>
        党费收据
      </View>
      <View className="receipt-number">{sayNumber(receipt)}</View>
      {!isHandedOut(receipt) && (
        <View className="receipt-void">
          <StatusTag tone="plain" icon="x" word="不算了" />
        </View>
      )}
      {linesOf(receipt).map(([label, value]) => (
        <View key={label} className={label === sumLabel ? 'receipt-line is-sum' : 'receipt-line'}>
          <View className="receipt-label">{label}</View>
          <View className="receipt-value">{value}</View>
        </View>
      ))}
      <View className="receipt-hand">收的人签名：</View>
    </View>
  )
}
