import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { type ReversalReason, reversalReasons } from '#shared/dues/ids'
import { reversalReasonWords } from '#shared/dues/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'

interface ReverseSheetProps {
  readonly entryId: string
  readonly title: string
  /** what the entry says */
  readonly children: ReactNode
  readonly onDone: () => void
  readonly onClose: () => void
}

const options = reversalReasons.map((value) => ({ value, title: reversalReasonWords[value] }))

/** Nothing is deleted: a second entry takes the first back, under a number of its own and of today. */
export function ReverseSheet({ entryId, title, children, onDone, onClose }: ReverseSheetProps) {
  const [reason, setReason] = useState<ReversalReason>()
  const reversing = useCommand(api.dues.reverse)
  const reverse = async () => {
    if (reason !== undefined && (await reversing.run({ entryId, reason })) !== undefined) onDone()
  }
  return (
    <Sheet title={title} closeLabel="不动它" onClose={onClose}>
      {children}
      <View className="t-body">冲正了，这几个月就算没交；原来那笔留着，今天另记一笔</View>
      <Choice label="为什么冲正？" options={options} value={reason} onChange={setReason} />
      <Failed command={reversing} />
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
