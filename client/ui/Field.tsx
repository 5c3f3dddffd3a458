import { Text, View } from '@tarojs/components'
import { useId } from 'react'
import { useTextSize } from '../kernel/text-size'
import { roleOf } from './aria'
import { Entry, EntryLabel } from './Entry'
import { Icon } from './Icon'
import './field.scss'

export interface FieldProps {
  readonly label: string
  /** `yuan`: digits with a point between them. */
  readonly kind?: 'text' | 'number' | 'yuan' | 'area' | 'date' | 'time' | 'code'
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter was pressed. */
  readonly onEnter?: () => void
  readonly hint?: string
  /** What is wrong with it, in words, beside the field. */
  readonly problem?: string | undefined
  readonly placeholder?: string
  readonly maxLength?: number
  /** Lines of an area. */
  readonly lines?: number
  readonly disabled?: boolean
}

/** One thing to fill in, its label tied to it, what is wrong said right below. */
export function Field({ label, hint: given, problem, kind = 'text', placeholder, ...entry }: FieldProps) {
  const id = useId()
  const { isBig } = useTextSize()
  // A line to write on cuts an example that is longer than it; below the line it has all the room it needs.
  const isExampleBelow = isBig && kind === 'text' && given === undefined
  const hint = isExampleBelow ? placeholder : given
  const noteId = `${id}note`
  const note = problem ?? hint
  return (
    <View className="field">
      <EntryLabel entryId={id} className="field-label t-body t-strong">
        {label}
      </EntryLabel>
      <Entry
        {...entry}
        {...(placeholder === undefined || isExampleBelow ? {} : { placeholder })}
        {...(note === undefined ? {} : { noteId })}
        label={label}
        kind={kind}
        id={id}
        isWrong={problem !== undefined}
      />
      {problem !== undefined ? (
        <View className="field-problem t-note" id={noteId} {...roleOf('alert')}>
          <Icon name="circle-alert" size={20} />
          <Text>{problem}</Text>
        </View>
      ) : (
        hint && (
          <View className="field-hint t-note t-2" id={noteId}>
            {hint}
          </View>
        )
      )}
    </View>
  )
}
