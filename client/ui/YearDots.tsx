import { Text, View } from '@tarojs/components'
import { roleOf } from './aria'
import { Icon, type IconName } from './Icon'
import './year-dots.scss'

export type DotState = 'present' | 'leave' | 'none'

export interface Dot {
  readonly key: string
  /** `11月` */
  readonly label: string
  readonly state: DotState
}

const faces: Readonly<Record<DotState, { readonly icon?: IconName; readonly word: string }>> = {
  present: { icon: 'check', word: '到' },
  leave: { icon: 'calendar', word: '假' },
  none: { word: '–' },
}

/** Twelve months, oldest first: a mark and a word for each, so that no colour has to be told apart. */
export function YearDots({ label, dots }: { readonly label: string; readonly dots: readonly Dot[] }) {
  return (
    <View className="year-dots" {...roleOf('list')} aria-label={label}>
      {dots.map(({ key, label: month, state }) => {
        const { icon, word } = faces[state]
        return (
          <View key={key} className={`year-dot year-dot-${state}`} {...roleOf('listitem')}>
            <Text className="t-note">{month}</Text>
            <View className="year-dot-face">
              {icon && <Icon name={icon} size={18} />}
              <Text>{word}</Text>
            </View>
          </View>
        )
      })}
    </View>
  )
}
