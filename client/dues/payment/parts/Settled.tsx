import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ReversalReason, reversalReasons } from '#shared/dues/ids'
import { monthStateWords, payWayWords, reversalReasonWords, sayMonths } from '#shared/dues/words'
import type { MonthKey } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Card } from '../../../ui/Card'
import { Choice } from '../../../ui/Choice'
import { ErrorBox } from '../../../ui/ErrorBox'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { StatusTag } from '../../../ui/StatusTag'
import { type Entry, type MonthRow, sayNumber, sayPaidBy, sayShortDay } from '../../parts/collecting'

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
      <Press kind="plain" label="记错了，冲正" onPress={() => setReversing(true)} />
      {isReversing && (
        <ReverseSheet
          name={name}
          entry={entry}
          onClose={() => setReversing(false)}
          onDone={() => {
            setReversing(false)
            onReversed()
          }}
        />
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

const options = reversalReasons.map((value) => ({ value, title: reversalReasonWords[value] }))

interface ReverseSheetProps {
  readonly name: string
  readonly entry: Entry
  readonly onDone: () => void
  readonly onClose: () => void
}

function ReverseSheet({ name, entry, onDone, onClose }: ReverseSheetProps) {
  const [reason, setReason] = useState<ReversalReason>()
  const reversing = useCommand(api.dues.reverse)
  const reverse = async () => {
    if (reason !== undefined && (await reversing.run({ entryId: entry.entryId, reason })) !== undefined) onDone()
  }
  const months = entry.months.length > 1 ? `，${entry.months.length} 个月一起冲` : ''
  return (
    <Sheet title={`冲正 ${name} 的这一笔？`} closeLabel="不动它" onClose={onClose}>
      <View className="t-body">
        {sayYuan(fen(entry.totalFen))} 元{months}。原来那笔留着，另记一笔冲掉它
      </View>
      <Choice label="为什么冲正？" options={options} value={reason} onChange={setReason} />
      {(reversing.refusal !== undefined || reversing.isUnreachable) && (
        <ErrorBox isCommand refusal={reversing.refusal} unreachable={reversing.isUnreachable} />
      )}
      <Press
        kind="danger"
        label={reason === undefined ? '请先选为什么' : '冲正这一笔'}
        disabled={reason === undefined}
        isBusy={reversing.isRunning}
        busyLabel="正在冲正…"
        onPress={() => void reverse()}
      />
    </Sheet>
  )
}
