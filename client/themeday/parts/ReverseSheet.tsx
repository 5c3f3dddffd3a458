import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ReversalReason, reversalReasons } from '#shared/themeday/ids'
import { reversalWords } from '#shared/themeday/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { type PresentRow, sayHow } from './roll'

interface ReverseSheetProps {
  readonly themeDayId: string
  readonly row: PresentRow
  /** With what to say about it. */
  readonly onDone: (words: string) => void
  readonly onClose: () => void
}

const options = reversalReasons.map((value) => ({ value, title: reversalWords[value] }))

/** Nothing is deleted: a second line says that the first does not count, and why. */
export function ReverseSheet({ themeDayId, row: { memberId, name, attendance }, onDone, onClose }: ReverseSheetProps) {
  const [reason, setReason] = useState<ReversalReason>()
  const reversing = useCommand(api.themeday.reverse)
  const reverse = async () => {
    if (reason !== undefined && (await reversing.run({ themeDayId, memberId, reason })) !== undefined) onDone(`${name}，撤销了`)
  }
  return (
    <Sheet title={`撤销 ${name} 的签到？`} closeLabel="不动它" onClose={onClose}>
      <View className="t-body">{sayHow(attendance)}。撤销了，这次就不算到了；原来的记录还留着</View>
      <Choice label="为什么撤销？" options={options} value={reason} onChange={setReason} />
      <Failed command={reversing} />
      <Press
        kind="danger"
        label={reason === undefined ? '请先选为什么' : '撤销这次签到'}
        disabled={reason === undefined}
        isBusy={reversing.isRunning}
        busyLabel="正在撤销…"
        onPress={() => void reverse()}
      />
    </Sheet>
  )
}
