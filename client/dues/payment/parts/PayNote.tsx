import { View } from '@tarojs/components'
import { payWayWords } from '#shared/dues/words'
import type { MonthKey } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Card } from '../../../ui/Card'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { type MonthRow, sayShortDay } from '../../parts/collecting'

interface PayNoteProps {
  readonly memberId: string
  readonly month: MonthKey
  readonly note: NonNullable<MonthRow['note']>
  readonly onAnswered: () => void
}

/** A member's word that they paid: found, it is recorded below; not found, they are told so. */
export function PayNote({ memberId, month, note, onAnswered }: PayNoteProps) {
  const answering = useCommand(api.dues.answerNote)
  const answer = async () => {
    if ((await answering.run({ memberId, month })) !== undefined) onAnswered()
  }
  return (
    <Card className="payment-part">
      <View className="t-body t-strong">
        他说 {sayShortDay(note.day)} {payWayWords[note.way]}交了
      </View>
      <View className="t-body t-2">查到了就在下面记上，日子和办法照他说的填好了</View>
      <Failed command={answering} />
      <Press kind="plain" label="没查到，回他一声" isBusy={answering.isRunning} busyLabel="正在回…" onPress={() => void answer()} />
    </Card>
  )
}
