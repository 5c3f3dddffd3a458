import { View } from '@tarojs/components'
import { roleOf } from '../../../ui/aria'
import { Icon } from '../../../ui/Icon'
import './practice-banner.scss'

/** Above a screen that looks like the real one. */
export function PracticeBanner() {
  return (
    <View className="practice t-body t-strong" {...roleOf('status')}>
      <Icon name="pencil" />
      <View>这是练习，不会记下来</View>
    </View>
  )
}
