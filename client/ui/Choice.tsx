import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { roleOf } from './aria'
import { Tappable } from './Tappable'
import './choice.scss'

interface Option<Value extends string | number> {
  readonly value: Value
  readonly title: ReactNode
  readonly note?: ReactNode
}

interface ChoiceProps<Value extends string | number> {
  readonly label: string
  /** Said by the headline already: kept for those who listen. */
  readonly isLabelHidden?: boolean
  readonly options: readonly Option<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** One of a few, each a whole row. */
export function Choice<Value extends string | number>({ label, isLabelHidden = false, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <View className="choice">
      {!isLabelHidden && <View className="choice-label t-body t-strong">{label}</View>}
      <View className="choice-options" {...roleOf('radiogroup')} aria-label={label}>
        {options.map((option) => {
          const isChosen = option.value === value
          return (
            <Tappable
              key={option.value}
              role="radio"
              aria={{ 'aria-checked': String(isChosen) }}
              className={isChosen ? 'choice-option is-on' : 'choice-option'}
              onPress={() => onChange(option.value)}
            >
              <View className="choice-mark" />
              <View className="choice-words">
                <View className={isChosen ? 't-strong' : ''}>{option.title}</View>
                {option.note && <View className="t-note t-2">{option.note}</View>}
              </View>
            </Tappable>
          )
        })}
      </View>
    </View>
  )
}
