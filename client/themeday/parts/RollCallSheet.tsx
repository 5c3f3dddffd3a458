import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import type { RollRow } from './roll'

interface RollCallSheetProps {
  readonly themeDayId: string
  readonly row: RollRow
  /** With what to say about it. */
  readonly onDone: (words: string) => void
  readonly onClose: () => void
}

/** Asked before it is written down: it is done for another person, and cannot be taken back here. */
export function RollCallSheet({ themeDayId, row, onDone, onClose }: RollCallSheetProps) {
  const calling = useCommand(api.themeday.rollCall)
  const call = async () => {
    const answer = await calling.run({ themeDayId, memberIds: [row.memberId] })
    if (answer === undefined) return
    onDone(answer.already.length > 0 ? `${row.name}已经签过了` : `${row.name}，记上了`)
  }
  return (
    <Sheet title={`${row.name} 到了吗？`} closeLabel="还没到" onClose={onClose}>
      <View className="t-body t-2">看见本人再记。会写上您的名字</View>
      {(calling.refusal !== undefined || calling.isUnreachable) && (
        <ErrorBox isCommand refusal={calling.refusal} unreachable={calling.isUnreachable} />
      )}
      <Press kind="primary" label="到了，记上" isBusy={calling.isRunning} busyLabel="正在记…" onPress={() => void call()} />
    </Sheet>
  )
}
