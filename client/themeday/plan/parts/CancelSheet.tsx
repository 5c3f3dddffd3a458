import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { ThemeDay } from '../../parts/roll'

interface CancelSheetProps {
  readonly themeDay: ThemeDay
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Who has read that it will be held is told that it will not. */
export function CancelSheet({ themeDay: { themeDayId, startsAt }, onDone, onClose }: CancelSheetProps) {
  const [words, setWords] = useState('')
  const cancelling = useCommand(api.themeday.cancel)
  const cancel = async () => {
    const line = words.trim()
    if ((await cancelling.run({ themeDayId, ...(line === '' ? {} : { words: line }) })) !== undefined) onDone()
  }
  return (
    <Sheet title="取消这次党日？" closeLabel="不取消" onClose={onClose}>
      <View className="t-body">{sayDay(startsAt)}这一次不办了，党员会看到“取消了”。以后可以重新定</View>
      <Field label="给党员说一句（可以不写）" value={words} onChange={setWords} maxLength={120} placeholder="如：下雨，改到下周" />
      <Failed command={cancelling} />
      <Press kind="danger" label="取消党日" isBusy={cancelling.isRunning} busyLabel="正在取消…" onPress={() => void cancel()} />
    </Sheet>
  )
}
