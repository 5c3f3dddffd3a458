import { View } from '@tarojs/components'
import { useState } from 'react'
import { monthStateWords, payWayWords, sayMonths } from '#shared/dues/words'
import type { MonthKey } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { StatusTag } from '../../../ui/StatusTag'
import { type Entry, type MonthRow, sayNumber, sayPaidBy, sayShortDay } from '../../parts/collecting'
import { ReverseSheet } from '../../parts/ReverseSheet'

interface SettledProps {
  readonly name: string
  readonly state: MonthRow['state']
  readonly entry: Entry
  readonly month: MonthKey
  readonly onReversed: () => void
}

/** The entry that settled the month, and how it is put right: nothing is ever deleted. */
export function Settled({ name, state, entry, month, onReversed }: SettledProps) {
  const [isReversing, setReversing] = useState(false)
  return (
    <Card className="payment-part">
      <View className="payment-settled">
        <View className="t-title">{sayMonths(entry.months, month.slice(0, 4))}</View>
        <StatusTag tone="ok" icon="check" word={monthStateWords[state]} />
      </View>
      {entry.kind === 'receipt' ? <Receipt entry={entry} /> : <View className="t-body">{entry.proof}</View>}
      <View className="t-note t-2">
        {sayShortDay(entry.day)}，{entry.collector}记的
      </View>
      {entry.kind === 'receipt' && <Press kind="plain" label="看收据" onPress={() => go('receipts', { entryId: entry.entryId })} />}
      <Press kind="plain" label="记错了，冲正" onPress={() => setReversing(true)} />
      {isReversing && (
        <ReverseSheet
          entryId={entry.entryId}
          title={`冲正${name}的这一笔？`}
          onClose={() => setReversing(false)}
          onDone={() => {
            setReversing(false)
            onReversed()
          }}
        >
          <View className="t-body">
            {sayYuan(fen(entry.totalFen))} 元{entry.months.length > 1 && `，${entry.months.length} 个月一起冲`}
          </View>
        </ReverseSheet>
      )}
    </Card>
  )
}

function Receipt({ entry }: { readonly entry: Entry }) {
  const { totalFen, giftFen, way, payer = '' } = entry
  return (
    <>
      <View className="t-body">
        {sayYuan(fen(totalFen))} 元，{way === undefined ? '' : payWayWords[way]}，{sayPaidBy(payer)}
      </View>
      {giftFen !== undefined && <View className="t-body">其中自愿多交 {sayYuan(fen(giftFen))} 元</View>}
      <View className="t-body">收据 {sayNumber(entry)}</View>
    </>
  )
}
