import { Text, View } from '@tarojs/components'
import { roleOf } from './aria'
import { Icon, type IconName } from './Icon'
import './year-dots.scss'

export interface DotFace {
  readonly tone: 'ok' | 'info' | 'pending' | 'plain'
  readonly icon?: IconName
  /** As short as can be: twelve of them stand side by side. */
  readonly word: string
}

export interface Dot {
  readonly key: string
  /** `11月` */
  readonly label: string
  readonly face: DotFace
}

/** Twelve months, oldest first: a mark and a word for each, so that no colour has to be told apart. */
export function YearDots({ label, dots }: { readonly label: string; readonly dots: readonly Dot[] }) {
  return (
    <View className="year-dots" {...roleOf('list')} aria-label={label}>
      {dots.map(({ key, label: month, face: { tone, icon, word } }) => (
        <View key={key} className={`year-dot year-dot-${tone}`} {...roleOf('listitem')}>
          <Text className="t-note">{month}</Text>
          <View className="year-dot-face">
            {icon && <Icon name={icon} size={18} />}
            <Text>{word}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
