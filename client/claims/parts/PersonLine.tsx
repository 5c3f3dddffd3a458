import { Text, View } from '@tarojs/components'
import { spacedName } from '#shared/members/ids'
import { roleOf } from '../../ui/aria'
import { Tappable } from '../../ui/Tappable'
import type { MemberRow } from './roster'

/** One member. Who has claimed already gets a further code only for a new phone, and the verb says that. */
export function PersonLine({ row, onPress }: { readonly row: MemberRow; readonly onPress: () => void }) {
  return (
    <View className="person" {...roleOf('listitem')}>
      <Tappable className="person-line" onPress={onPress}>
        <View className="person-name">
          <Text className="t-title">{spacedName(row.name)}</Text>
          {row.groupName !== undefined && <Text className="t-note t-2">{row.groupName}</Text>}
        </View>
        <Text className="person-verb">{row.hasClaimed ? '换手机' : '发认领码'}</Text>
      </Tappable>
    </View>
  )
}
