import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Field } from '../../ui/Field'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { StatusTag } from '../../ui/StatusTag'
import type { ThemeDay } from './held'
import './leave.scss'

interface LeaveProps {
  readonly themeDay: ThemeDay
  readonly onChanged: () => void
}

/** 来不了，请个假: no reason is asked, and it can be taken back. */
export function Leave({ themeDay, onChanged }: LeaveProps) {
  const [isOpen, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    onChanged()
  }
  if (themeDay.leave !== undefined) return <OnLeave themeDay={themeDay} onChanged={onChanged} />
  return (
    <View className="leave">
      <Press kind="link" label="来不了，请个假" onPress={() => setOpen(true)} />
      {isOpen && <LeaveSheet themeDayId={themeDay.themeDayId} onDone={done} onClose={() => setOpen(false)} />}
    </View>
  )
}

function OnLeave({ themeDay: { themeDayId }, onChanged }: LeaveProps) {
  const { run, isRunning, refusal, isUnreachable } = useCommand(api.themeday.withdrawLeave)
  const withdraw = async () => {
    if ((await run({ themeDayId })) !== undefined) onChanged()
  }
  return (
    <View className="leave">
      <View className="leave-asked">
        <StatusTag tone="info" icon="check" word="已请假" />
        <Press kind="link" label="不请了" isBusy={isRunning} busyLabel="正在改…" onPress={() => void withdraw()} />
      </View>
      <Failed command={{ refusal, isUnreachable }} />
    </View>
  )
}

interface LeaveSheetProps {
  readonly themeDayId: string
  readonly onDone: () => void
  readonly onClose: () => void
}

function LeaveSheet({ themeDayId, onDone, onClose }: LeaveSheetProps) {
  const [note, setNote] = useState('')
  const { run, isRunning, refusal, isUnreachable } = useCommand(api.themeday.askLeave)
  const ask = async () => {
    const line = note.trim()
    const done = await run({ themeDayId, ...(line === '' ? {} : { note: line }) })
    if (done !== undefined) onDone()
  }
  return (
    <Sheet title="这次来不了？" closeLabel="先不请" onClose={onClose}>
      <View className="t-body">不用写为什么，点一下就行</View>
      <Field label="给支书留句话，不写也行" value={note} onChange={setNote} maxLength={40} hint="只有支书看得到，归档后就删掉" />
      <Failed command={{ refusal, isUnreachable }} />
      <Press kind="primary" label="请假" isBusy={isRunning} busyLabel="正在请…" onPress={() => void ask()} />
    </Sheet>
  )
}
