import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { BookSheetProps } from './BookSettings'
import { StartFields } from './StartFields'
import { startFormOf, startInputOf } from './start-form'

/** Set anew: the month while nothing is in the book, the amount whenever the branch decides. */
export function StartSheet({ book, onDone, onClose }: BookSheetProps) {
  const [form, setForm] = useState(() => startFormOf(book, now()))
  const starting = useCommand(api.dues.start)
  const input = startInputOf(form)
  const start = async () => {
    if (input !== undefined && (await starting.run(input)) !== undefined) onDone()
  }
  return (
    <Sheet title="开始的月份、务农交多少" closeLabel="不改" onClose={onClose}>
      <StartFields
        form={form}
        onChange={(next) => {
          starting.reset()
          setForm(next)
        }}
      />
      <View className="t-note t-2">记了账，月份就不能再改。务农的数改了，管以后核定的；已经核定的还照原来的</View>
      <Failed command={starting} />
      <Press
        kind="primary"
        label={input === undefined ? '先写好务农交多少' : '就按这个来'}
        disabled={input === undefined}
        isBusy={starting.isRunning}
        busyLabel="正在存…"
        onPress={() => void start()}
      />
    </Sheet>
  )
}
