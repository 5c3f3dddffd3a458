import { Text, View } from '@tarojs/components'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import type { RollRow } from '../../parts/roll'
import './remind.scss'

/** Who has not said 知道了, by name: they are told by telephone. Who asked leave knows. */
export function NotSeen({ rows }: { readonly rows: readonly RollRow[] }) {
  const silent = rows.filter(({ hasSeen, leave, attendance }) => !hasSeen && leave === undefined && attendance === undefined)
  const onLeave = rows.filter(({ leave }) => leave !== undefined)
  return (
    <Card className="remind no-print">
      <View className="t-title" {...headingOf(2)}>
        {silent.length === 0 ? '大家都知道了' : `${silent.length} 位还没说知道了`}
      </View>
      {silent.length > 0 && <Names rows={silent} />}
      {onLeave.length > 0 && (
        <View>
          <View className="t-note t-2">请假 {onLeave.length} 位</View>
          <Names rows={onLeave} />
        </View>
      )}
    </Card>
  )
}

function Names({ rows }: { readonly rows: readonly RollRow[] }) {
  return (
    <View className="remind-names t-body">
      {rows.map(({ memberId, name }) => (
        <Text key={memberId}>{name}</Text>
      ))}
    </View>
  )
}
