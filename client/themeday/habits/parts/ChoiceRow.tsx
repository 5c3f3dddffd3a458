import { useState } from 'react'
import { Choice } from '../../../ui/Choice'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'

interface ChoiceRowProps<Value extends string | number> {
  readonly title: string
  readonly options: readonly { readonly value: Value; readonly title: string }[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** One of more than a few: the row says which, and opens the others. */
export function ChoiceRow<Value extends string | number>({ title, options, value, onChange }: ChoiceRowProps<Value>) {
  const [isOpen, setOpen] = useState(false)
  const choose = (next: Value) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <>
      <Row title={title} answer={options.find((option) => option.value === value)?.title ?? '选一个'} onPress={() => setOpen(true)} />
      {isOpen && (
        <Sheet title={title} onClose={() => setOpen(false)}>
          <Choice label={title} isLabelHidden options={options} value={value} onChange={choose} />
        </Sheet>
      )}
    </>
  )
}
