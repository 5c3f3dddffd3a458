import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from './Choice'
import { Icon } from './Icon'
import { Press } from './Press'
import { Sheet } from './Sheet'

interface SwitchChipProps<Value extends string> {
  /** The question above the choices. */
  readonly title: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly title: string }[]
  readonly onChange: (value: Value) => void
}

/** A chip in the row of tools that says what is chosen and opens the other choices. */
export function SwitchChip<Value extends string>({ title, value, options, onChange }: SwitchChipProps<Value>) {
  const [isOpen, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  const choose = (next: Value) => {
    setOpen(false)
    if (next !== value) onChange(next)
  }
  return (
    <>
      <Press kind="chip" label={chosen?.title ?? title} ariaLabel={`现在是${chosen?.title ?? ''}，换一个`} onPress={() => setOpen(true)}>
        <View className="t-2">
          <Icon name="chevron-down" size={20} isFixed />
        </View>
      </Press>
      {isOpen && (
        <Sheet title={title} onClose={() => setOpen(false)}>
          <Choice label={title} isLabelHidden options={options} value={value} onChange={choose} />
        </Sheet>
      )}
    </>
  )
}
