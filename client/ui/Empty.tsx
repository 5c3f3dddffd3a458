import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from './Card'
import { Icon, type IconName } from './Icon'
import './empty.scss'

interface EmptyProps {
  readonly icon: IconName
  readonly words: ReactNode
  readonly note?: ReactNode
  /** One small button. */
  readonly action?: ReactNode
}

/** Nothing is here, and that is all right: one sentence, one thing to do. */
export function Empty({ icon, words, note, action }: EmptyProps) {
  return (
    <Card className="empty">
      <View className="empty-icon t-2">
        <Icon name={icon} />
      </View>
      <View className="empty-words">
        <View className="t-body">{words}</View>
        {note && <View className="t-note t-2">{note}</View>}
      </View>
      {action && <View className="empty-action">{action}</View>}
    </Card>
  )
}
