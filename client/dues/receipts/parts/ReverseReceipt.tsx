import { View } from '@tarojs/components'
import { fen, sayYuan } from '#shared/kernel/fen'
import { sayNumber, sayPaidBy } from '../../parts/collecting'
import { ReverseSheet } from '../../parts/ReverseSheet'
import type { ReceiptView } from './receipt'

interface ReverseReceiptProps {
  readonly receipt: ReceiptView
  readonly onDone: () => void
  readonly onClose: () => void
}

export function ReverseReceipt({ receipt, onDone, onClose }: ReverseReceiptProps) {
  const { entryId, name, totalFen, payer = '' } = receipt
  const done = () => {
    onClose()
    onDone()
  }
  return (
    <ReverseSheet entryId={entryId} title={`冲正${name}的这一笔？`} onDone={done} onClose={onClose}>
      <View className="t-body">
        {sayNumber(receipt)}，{sayYuan(fen(totalFen))} 元，{sayPaidBy(payer)}
      </View>
    </ReverseSheet>
  )
}
