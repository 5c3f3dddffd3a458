import type { ReactNode } from 'react'
import type { Command } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'

interface EditSheetProps<Input, Data, Code extends string> {
  readonly title: string
  readonly command: Command<Input, Data, Code>
  readonly saveLabel?: string
  readonly onSave: () => void
  readonly onClose: () => void
  /** Shows the record as it is now: the way out when somebody else was faster. */
  readonly onLookAgain: () => void
  readonly children: ReactNode
}

/** One matter of a member, put right and stored. */
export function EditSheet<Input, Data, Code extends string>(props: EditSheetProps<Input, Data, Code>) {
  const { title, command, saveLabel = '存上', onSave, onClose, onLookAgain, children } = props
  const { refusal, isUnreachable, isRunning } = command
  const again = refusal?.code === 'STALE' ? { action: { label: '看一眼', onPress: onLookAgain } } : {}
  return (
    <Sheet title={title} closeLabel="不改了" onClose={onClose}>
      {children}
      <Failed command={{ refusal, isUnreachable }} {...again} />
      <Press kind="primary" label={saveLabel} isBusy={isRunning} busyLabel="正在存…" onPress={onSave} />
    </Sheet>
  )
}
