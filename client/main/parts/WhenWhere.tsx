import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import './when-where.scss'

interface WhenWhereProps {
  readonly when: string
  readonly where: string
}

/** Two lines: a clock and a place. */
export function WhenWhere({ when, where }: WhenWhereProps) {
  return (
    <View className="when-where t-body">
      <View className="when-where-line">
        <Icon name="clock" />
        <Text>{when}</Text>
      </View>
      <View className="when-where-line">
        <Icon name="map-pin" />
        <Text>{where}</Text>
      </View>
    </View>
  )
}
