import { View } from '@tarojs/components'
import { useTextSize } from '../../../kernel/text-size'
import { headingOf } from '../../../ui/aria'
import { Empty } from '../../../ui/Empty'
import { sheetsOf } from '../../../ui/sheets-of'
import { sayShortDay } from '../../parts/collecting'
import { Receipt } from './Receipt'
import type { ReceiptView } from './receipt'

const onSheet = 6

interface DayReceiptsProps {
  readonly day: string
  readonly receipts: readonly ReceiptView[]
}

/** Sheets of six receipts, by number. On a phone they lie one under the other. */
export function DayReceipts({ day, receipts }: DayReceiptsProps) {
  const { isBig } = useTextSize()
  return (
    <View className="receipts">
      <View className="receipts-head no-print">
        <View className="t-headline" {...headingOf(1)}>
          {sayShortDay(day)}的收据{receipts.length > 0 && ` ${receipts.length} 张`}
        </View>
        {receipts.length > 0 && !isBig && <View className="t-note t-2">印出来剪开，签了名，一人一张</View>}
      </View>
      {receipts.length === 0 && <Empty icon="file-text" words="这一天还没有收据" />}
      {sheetsOf(receipts, onSheet).map((sheet) => (
        <View key={sheet[0]?.entryId ?? ''} className="receipts-page">
          {sheet.map((receipt) => (
            <Receipt key={receipt.entryId} receipt={receipt} level={2} />
          ))}
        </View>
      ))}
    </View>
  )
}
