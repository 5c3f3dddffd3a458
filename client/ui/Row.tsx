import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { roleOf } from './aria'
import { Icon, type IconName } from './Icon'
import { Tappable } from './Tappable'
import './row.scss'

interface RowProps {
  readonly icon?: IconName
  /** Colours the icon; the words say the same. */
  readonly tone?: 'ok' | 'info' | 'pending' | 'red'
  readonly title: ReactNode
  /** `strong` where the title is the matter itself and not the label of an answer. */
  readonly isStrong?: boolean
  readonly note?: ReactNode
  /** Right: the answer in bold, a tag, or one small button. */
  readonly answer?: ReactNode
  /** The whole row is the target. */
  readonly onPress?: () => void
  readonly ariaLabel?: string
}

/** A line of a list card: what it is, and at the right the answer. */
export function Row({ icon, tone, title, isStrong = false, note, answer, onPress, ariaLabel }: RowProps) {
  const inside = (
    <>
      {icon && (
        <View className={`row-icon ${tone ? `t-${tone}` : ''}`}>
          <Icon name={icon} />
        </View>
      )}
      <View className="row-words">
        <View className={isStrong ? 'row-title t-strong' : 'row-title'}>{title}</View>
        {note && <View className="row-note t-note t-2">{note}</View>}
      </View>
      {answer !== undefined && <View className="row-answer">{answer}</View>}
      {onPress && (
        <View className="row-more t-2">
          <Icon name="chevron-right" isFixed />
        </View>
      )}
    </>
  )
  const noted = note ? ' row-has-note' : ''
  if (!onPress) {
    return (
      <View className={`row${noted}`} {...roleOf('listitem')}>
        {inside}
      </View>
    )
  }
  // A list may only hold items, so the target lies inside the item.
  return (
    <View className={`row row-holds-target${noted}`} {...roleOf('listitem')}>
      <Tappable className="row-target" onPress={onPress} ariaLabel={ariaLabel}>
        {inside}
      </Tappable>
    </View>
  )
}
