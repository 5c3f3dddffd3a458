/** The browser's side of a field: the real elements, because only they have label, keyboard and picker for free. */
import type { InputHTMLAttributes, KeyboardEvent } from 'react'
import type { EntryLabelProps, EntryProps } from './entry-props'

/** Which keyboard rises. */
const letters: Readonly<Record<Exclude<EntryProps['kind'], 'area'>, InputHTMLAttributes<HTMLInputElement>>> = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'numeric' },
  yuan: { type: 'text', inputMode: 'decimal' },
  code: { type: 'text', autoCapitalize: 'characters', autoCorrect: 'off', spellCheck: false },
  date: { type: 'date' },
  time: { type: 'time' },
}

export function Entry({ id, kind, value, onChange, onEnter, placeholder, maxLength, lines = 6, disabled, isWrong, noteId }: EntryProps) {
  const common = {
    id,
    className: `entry entry-${kind}${isWrong ? ' is-wrong' : ''}`,
    value,
    placeholder,
    maxLength,
    disabled,
    autoComplete: 'off',
    'aria-invalid': isWrong,
    'aria-describedby': noteId,
  }
  if (kind === 'area') return <textarea {...common} rows={lines} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
  const enter = (event: KeyboardEvent) => {
    // While an input method is composing, Enter only takes the letters.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.()
  }
  return <input {...common} {...letters[kind]} onKeyDown={enter} onChange={(event) => onChange(event.target.value)} />
}

export function EntryLabel({ entryId, className, children }: EntryLabelProps) {
  return (
    <label htmlFor={entryId} className={className}>
      {children}
    </label>
  )
}
