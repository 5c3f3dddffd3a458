import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'

interface GuestSheetProps {
  readonly themeDayId: string
  readonly onDone: (name: string) => void
  readonly onClose: () => void
}

/** From another branch: written beneath the list, and counted in their own. */
export function GuestSheet({ themeDayId, onDone, onClose }: GuestSheetProps) {
  const [name, setName] = useState('')
  const [from, setFrom] = useState('')
  const adding = useCommand(api.themeday.addGuest)
  const isReady = name.trim() !== '' && from.trim() !== ''
  const add = async () => {
    const answer = await adding.run({ themeDayId, name: name.trim(), from: from.trim() })
    if (answer !== undefined) onDone(answer.name)
  }
  return (
    <Sheet title="加一位客人" closeLabel="先不加" onClose={onClose}>
      <Field label="姓名" value={name} onChange={setName} maxLength={20} />
      <Field label="从哪里来" value={from} onChange={setFrom} maxLength={30} placeholder="如：柳树村支部" />
      <Failed command={adding} />
      <Press
        kind="primary"
        label={isReady ? '记上' : '请写姓名和从哪里来'}
        disabled={!isReady}
        isBusy={adding.isRunning}
        busyLabel="正在记…"
        onPress={() => void add()}
      />
    </Sheet>
  )
}
