import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { roleOf } from './aria'
import { Icon } from './Icon'
import { Tappable } from './Tappable'
import './choice.scss'
import './ticks.scss'

interface TickRow {
  readonly value: string
  readonly title: ReactNode
  readonly note?: ReactNode
}

interface TicksProps {
  readonly label: string
  readonly rows: readonly TickRow[]
  readonly ticked: readonly string[]
  readonly onChange: (ticked: readonly string[]) => void
}

/** Any of a few, each a whole row. */
export function Ticks({ label, rows, ticked, onChange }: TicksProps) {
  return (
    <View className="choice-options" {...roleOf('group')} aria-label={label}>
      {rows.map(({ value, title, note }) => {
        const isTicked = ticked.includes(value)
        return (
          <Tappable
            key={value}
            role="checkbox"
            aria={{ 'aria-checked': String(isTicked) }}
            className="choice-option"
            onPress={() => onChange(isTicked ? ticked.filter((one) => one !== value) : [...ticked, value])}
          >
            <View className={isTicked ? 'tick-mark is-on' : 'tick-mark'}>{isTicked && <Icon name="check" size={20} />}</View>
            <View className="choice-words">
              <View className={isTicked ? 't-strong' : ''}>{title}</View>
              {note && <View className="t-note t-2">{note}</View>}
            </View>
          </Tappable>
        )
      })}
    </View>
  )
}
