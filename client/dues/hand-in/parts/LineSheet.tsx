import { View } from '@tarojs/components'
import { useState } from 'react'
import { instantOf, sayClock, sayDate, sayDay } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { isReversible, type Line, sayWhat, titleOf } from './lines'

interface LineSheetProps {
  readonly line: Line
  /** an officer of the branch looks */
  readonly canChange: boolean
  readonly onDone: () => void
  readonly onClose: () => void
}

/** One line: who, when, what the level above said, its slip, and how to take it back. */
export function LineSheet({ line, canChange, onDone, onClose }: LineSheetProps) {
  const [isReversing, setReversing] = useState(false)
  const { kind, day, at, by, lineId } = line
  return (
    <Sheet title={titleOf(line)} onClose={onClose}>
      <View className="t-body">
        {sayDate(instantOf(day, '12:00'))}，{sayWhat(line)}
      </View>
      <View className="t-note t-2">
        {sayDay(at)} {sayClock(at)} {by}记的
      </View>
      <Received line={line} />
      {kind === 'handedUp' && line.isReversed === undefined && !isReversing && (
        <Press kind="plain" icon="file-text" label="看上缴单" onPress={() => go('handIn', { year: day.slice(0, 4), lineId })} />
      )}
      {canChange &&
        isReversible(line) &&
        (isReversing ? (
          <Reverse line={line} onDone={onDone} />
        ) : (
          <Press kind="danger" label="冲正这一笔" onPress={() => setReversing(true)} />
        ))}
    </Sheet>
  )
}

function Received({ line: { received, state, fen: sent } }: { readonly line: Line }) {
  if (received === undefined) return null
  return (
    <>
      <View className="t-body">
        {sayDay(received.at)} {sayClock(received.at)} 上级点了，是 {sayYuan(fen(received.fen))} 元
        {received.note !== undefined && `。上级说：${received.note}`}
      </View>
      {state === 'differs' && (
        <View className="t-body">
          {received.fen < sent ? '差的钱补送上去，请镇里再点一次。' : '多的钱请镇里退回来，再点一次。'}要是这里记错了，就冲正，重新上缴
        </View>
      )}
    </>
  )
}

/** Nothing is deleted: a second line takes the first back, and says why. */
function Reverse({ line: { lineId, kind }, onDone }: Pick<LineSheetProps, 'line' | 'onDone'>) {
  const [purpose, setPurpose] = useState('')
  const reversing = useCommand(api.dues.reverseLine)
  const reverse = async () => {
    if ((await reversing.run({ lineId, purpose: purpose.trim() })) !== undefined) onDone()
  }
  const isSaid = purpose.trim() !== ''
  return (
    <>
      <View className="t-body">
        {kind === 'handedUp' ? '冲正了，这笔钱就还在支部手里，可以重新上缴' : '冲正了，这一笔就不算数'}；原来那笔留着
      </View>
      <Field label="为什么冲正？" value={purpose} onChange={setPurpose} maxLength={60} />
      <Failed command={reversing} />
      <Press
        kind="danger"
        label={isSaid ? '冲正' : '请先写为什么'}
        disabled={!isSaid}
        isBusy={reversing.isRunning}
        busyLabel="正在冲正…"
        onPress={() => void reverse()}
      />
    </>
  )
}
