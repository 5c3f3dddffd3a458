import { Text, View } from '@tarojs/components'
import { spacedName } from '#shared/members/ids'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { Tappable } from '../../ui/Tappable'
import { type PresentRow, type RollRow, sayHow } from './roll'

/** Somebody who is not there yet. The whole line is the target; the verb at its end only says so. */
export function MissingLine({ row, onPress }: { readonly row: RollRow; readonly onPress?: () => void }) {
  return (
    <View className="roll-item" {...roleOf('listitem')}>
      {onPress === undefined ? (
        <View className="roll-line">
          <Name row={row} />
        </View>
      ) : (
        <Tappable className="roll-line" onPress={onPress}>
          <Name row={row} />
          <Text className="roll-verb">点名</Text>
        </Tappable>
      )}
    </View>
  )
}

/** Somebody who came, and how that is known. */
export function PresentLine({ row }: { readonly row: PresentRow }) {
  return (
    <View className="roll-item" {...roleOf('listitem')}>
      <View className="roll-line is-present">
        <Name row={row} />
        <View className="roll-how t-note t-ok">
          <Icon name="check" size={20} />
          <Text>{sayHow(row.attendance)}</Text>
        </View>
      </View>
    </View>
  )
}

function Name({ row }: { readonly row: RollRow }) {
  return (
    <View className="roll-name">
      <Text className="t-title">{spacedName(row.name)}</Text>
      {row.groupName !== undefined && <Text className="t-note t-2">{row.groupName}</Text>}
    </View>
  )
}
