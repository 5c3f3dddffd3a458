import { useState } from 'react'
import { type GroupKind, groupKinds } from '#shared/organisation/kinds'
import { groupKindWords } from '#shared/organisation/words'
import type { Command } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Field } from '../../ui/Field'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'

interface NameSheetProps {
  readonly title: string
  readonly name: string
  /** Groups alone have one. */
  readonly kind?: GroupKind | undefined
  readonly placeholder?: string
  readonly label: string
  readonly busyLabel: string
  readonly command: Pick<Command<never, unknown, string>, 'isRunning' | 'refusal' | 'isUnreachable' | 'reset'>
  readonly onSave: (name: string, kind: GroupKind | undefined) => void
  readonly onClose: () => void
}

const kinds = groupKinds.map((kind) => ({ value: kind, title: groupKindWords[kind] }))

/** What a unit is called, and for a group what kind it is. */
export function NameSheet(props: NameSheetProps) {
  const { title, placeholder, label, busyLabel, command, onSave, onClose } = props
  const [name, setName] = useState(props.name)
  const [kind, setKind] = useState(props.kind)
  const [isChecked, setChecked] = useState(false)
  const isNameless = name.trim() === ''
  const save = () => {
    setChecked(true)
    if (!isNameless) onSave(name, kind)
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <Field
        label="叫什么"
        maxLength={30}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={name}
        problem={isChecked && isNameless ? '请写名字' : undefined}
        onEnter={save}
        onChange={(next) => {
          setName(next)
          command.reset()
        }}
      />
      {kind !== undefined && <Choice label="是哪种小组" options={kinds} value={kind} onChange={setKind} />}
      <Failed command={command} />
      <Press kind="primary" label={label} isBusy={command.isRunning} busyLabel={busyLabel} onPress={save} />
    </Sheet>
  )
}
