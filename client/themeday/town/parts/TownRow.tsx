import { Text, View } from '@tarojs/components'
import { sayDay } from '#shared/kernel/day'
import { roleOf } from '../../../ui/aria'
import { StatusTag } from '../../../ui/StatusTag'
import { Tappable } from '../../../ui/Tappable'
import type { BranchDay } from '../../parts/answers'
import { stepLooks } from '../../parts/step-of'
import { branchStep, numbersOf } from './branch-day'

interface TownRowProps {
  readonly row: BranchDay
  readonly now: number
  /** Only of a closed one: its book can be opened again. */
  readonly onPress: () => void
}

/** Where a branch stands, and what its confirmed list says. On a desk its answers stand in columns. */
export function TownRow({ row, now, onPress }: TownRowProps) {
  const inside = <Inside row={row} now={now} />
  return (
    <View className="town-item" {...roleOf('listitem')}>
      {row.themeDay?.closed === undefined ? (
        <View className="town-row">{inside}</View>
      ) : (
        <Tappable className="town-row" onPress={onPress}>
          {inside}
        </Tappable>
      )}
    </View>
  )
}

function Inside({ row, now }: Pick<TownRowProps, 'row' | 'now'>) {
  const numbers = numbersOf(row)
  const day = row.themeDay?.stage === 'cancelled' ? undefined : row.themeDay
  return (
    <>
      <View className="town-name">
        <View className="t-body t-strong">{row.branchName}</View>
        {day !== undefined && (
          <View className="t-note t-2">
            <Text>{sayDay(day.startsAt)}，</Text>
            <Text className="town-topic">{day.topic}</Text>
          </View>
        )}
      </View>
      <View className="town-state">
        <StatusTag {...stepLooks[branchStep(row, now)]} />
      </View>
      <View className="town-came t-body">{numbers?.came}</View>
      <View className="town-proxy t-body">
        {numbers?.byProxy}
        {numbers?.isMuchByProxy && <StatusTag tone="pending" icon="circle-alert" word="代签多" />}
      </View>
    </>
  )
}
