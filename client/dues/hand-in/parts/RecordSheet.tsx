import { useState } from 'react'
import { dayOf } from '#shared/kernel/day'
import { type Fen, sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { fenTyped, problemTyped } from '../../parts/typed-yuan'

interface RecordSheetProps {
  readonly kind: 'givenBack' | 'used'
  /** what the branch may use: what was collected goes up first */
  readonly usable: Fen
  readonly onDone: () => void
  readonly onClose: () => void
}

const words = {
  givenBack: { title: '记一笔返还', label: '返还做什么用', example: '如：党员教育经费' },
  used: { title: '记一笔使用', label: '用在哪，谁定的', example: '如：买学习资料，支委会定的' },
} as const

/** Money that came back from above, or was used: so much, when, what for and who said so. */
export function RecordSheet({ kind, usable, onDone, onClose }: RecordSheetProps) {
  const [typed, setTyped] = useState('')
  const [on, setOn] = useState(() => dayOf(now()))
  const [purpose, setPurpose] = useState('')
  const recording = useCommand(api.dues.recordLine)
  const amount = fenTyped(typed)
  const isWhole = amount !== undefined && amount > 0 && purpose.trim() !== ''
  const record = async () => {
    if (amount === undefined) return
    if ((await recording.run({ kind, fen: amount, on, purpose: purpose.trim() })) !== undefined) onDone()
  }
  const { title, label, example } = words[kind]
  return (
    <Sheet title={title} onClose={onClose}>
      <Field
        label="多少元"
        kind="yuan"
        value={typed}
        onChange={setTyped}
        maxLength={12}
        problem={problemTyped(typed)}
        {...(kind === 'used' ? { hint: `能用 ${sayYuan(usable)} 元，收来的要先上缴` } : {})}
      />
      <Field label="哪天" kind="date" value={on} onChange={setOn} />
      <Field label={label} value={purpose} onChange={setPurpose} maxLength={60} hint={example} />
      <Failed command={recording} />
      <Press
        kind="primary"
        label={isWhole ? '记上' : '请写多少、做什么'}
        disabled={!isWhole}
        isBusy={recording.isRunning}
        busyLabel="正在记…"
        onPress={() => void record()}
      />
    </Sheet>
  )
}
