/** The mini-program's side of a field: its own inputs, and its own pickers for a day and an hour. */
import { Input, Label, Picker, Textarea, View } from '@tarojs/components'
import type { EntryLabelProps, EntryProps } from './entry-props'
import './entry.weapp.scss'

export function Entry({
  id,
  label,
  kind,
  value,
  onChange,
  onEnter,
  placeholder = '',
  maxLength = -1,
  disabled = false,
  isWrong,
}: EntryProps) {
  const classes = ['entry', `entry-${kind}`, isWrong ? 'is-wrong' : '', disabled ? 'is-disabled' : ''].filter(Boolean).join(' ')
  const common = { id, className: classes, disabled, 'aria-label': label }
  if (kind === 'date' || kind === 'time') {
    const picker = { ...common, value, onChange: (event: Picked) => onChange(event.detail.value) }
    const shown = <View>{value === '' ? placeholder : value}</View>
    return kind === 'date' ? (
      <Picker {...picker} mode="date">
        {shown}
      </Picker>
    ) : (
      <Picker {...picker} mode="time">
        {shown}
      </Picker>
    )
  }
  const typed = { ...common, value, placeholder, maxlength: maxLength, placeholderClass: 'entry-placeholder' }
  const change = (event: Picked) => onChange(event.detail.value)
  if (kind === 'area') return <Textarea {...typed} autoHeight onInput={change} />
  return <Input {...typed} type={keyboards[kind] ?? 'text'} onInput={change} onConfirm={() => onEnter?.()} />
}

/** Which keyboard rises, where it is not the one for words. */
const keyboards: Readonly<Partial<Record<EntryProps['kind'], 'number' | 'digit'>>> = { number: 'number', yuan: 'digit' }

/** All that is read of what the three of them tell. */
interface Picked {
  readonly detail: { readonly value: string }
}

export function EntryLabel({ entryId, className, children }: EntryLabelProps) {
  return (
    <Label for={entryId} className={className}>
      {children}
    </Label>
  )
}
