import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../../kernel/api'
import { papers } from '../../../kernel/papers'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { Book } from '../../parts/answers'

interface AttachmentSheetProps {
  readonly themeDayId: string
  readonly paper: Book['attachments'][number]
  readonly onRemoved: () => void
  readonly onClose: () => void
}

/** One paper: looked at, or no longer kept. */
export function AttachmentSheet({ themeDayId, paper: { fileId, name }, onRemoved, onClose }: AttachmentSheetProps) {
  const opening = useCommand(() => api.themeday.getAttachment({ themeDayId, fileId }))
  const removing = useCommand(api.themeday.removeAttachment)
  const [isUnopened, setUnopened] = useState(false)
  const open = async () => {
    const found = await opening.run({})
    if (found !== undefined) setUnopened(!(await papers.open(found.name, found.address)))
  }
  const remove = async () => {
    if ((await removing.run({ themeDayId, fileId })) !== undefined) onRemoved()
  }
  const failed = [opening, removing].find(({ refusal, isUnreachable }) => refusal !== undefined || isUnreachable)
  return (
    <Sheet title={name} onClose={onClose}>
      {failed !== undefined && <Failed command={failed} />}
      {isUnopened && <View className="t-body t-2">这份在这里打不开，请到电脑上看</View>}
      <Press kind="primary" label="打开看" isBusy={opening.isRunning} busyLabel="正在打开…" onPress={() => void open()} />
      <Press kind="danger" label="拿掉这一份" isBusy={removing.isRunning} busyLabel="正在拿掉…" onPress={() => void remove()} />
    </Sheet>
  )
}
