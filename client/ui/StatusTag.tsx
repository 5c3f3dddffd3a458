import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import './status-tag.scss'

interface StatusTagProps {
  readonly tone: 'ok' | 'info' | 'pending' | 'plain'
  readonly icon: IconName
  readonly word: string
}

/** A state as mark and word on a pale ground; never colour alone. */
export function StatusTag({ tone, icon, word }: StatusTagProps) {
  return (
    <View className={`tag tag-${tone}`}>
      <Icon name={icon} size={18} />
      <Text>{word}</Text>
    </View>
  )
}
