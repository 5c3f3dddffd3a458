import { View } from '@tarojs/components'
import { partWords } from '#shared/themeday/words'
import { Field } from '../../../ui/Field'
import { Ticks } from '../../../ui/Ticks'
import type { PartNote } from './minutes-form'

interface PartNotesProps {
  readonly parts: readonly PartNote[]
  readonly onChange: (parts: readonly PartNote[]) => void
}

/** Each of the five: done or not, and one line on what it was. */
export function PartNotes({ parts, onChange }: PartNotesProps) {
  const change = (index: number, next: Partial<PartNote>) =>
    onChange(parts.map((one, place) => (place === index ? { ...one, ...next } : one)))
  return (
    <View className="minutes-parts">
      {parts.map(({ part, isDone, note }, index) => (
        <View key={part} className="minutes-part">
          <Ticks
            label={partWords[part]}
            rows={[{ value: part, title: `${partWords[part]}，做了` }]}
            ticked={isDone ? [part] : []}
            onChange={(ticked) => change(index, { isDone: ticked.length > 0 })}
          />
          {(isDone || note !== '') && (
            <Field label={`${partWords[part]}做了什么`} value={note} maxLength={120} onChange={(next) => change(index, { note: next })} />
          )}
        </View>
      ))}
    </View>
  )
}
