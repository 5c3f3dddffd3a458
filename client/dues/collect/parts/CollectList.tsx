import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MonthKey } from '#shared/kernel/day'
import { useTextSize } from '../../../kernel/text-size'
import { roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { focusOn } from '../../../ui/focus'
import { Tabs } from '../../../ui/Tabs'
import { isOpen, isToCollect, type MonthRow } from '../../parts/collecting'
import type { Tick } from '../../parts/ticks'
import { buttonOf, CollectRow } from './CollectRow'
import '../../parts/due-list.scss'
import './collect-list.scss'

interface CollectListProps {
  readonly rows: readonly MonthRow[]
  readonly month: MonthKey
  /** ticks of the month that are not done with, by member */
  readonly ticks: ReadonlyMap<string, Tick>
  /** Whose rows keep their place for a moment. */
  readonly lately: ReadonlySet<string>
  readonly onCollect: (row: MonthRow) => void
}

/** Who has not paid comes first. There is no button for more than one of them. */
export function CollectList({ rows, month, ticks, lately, onCollect }: CollectListProps) {
  const { isBig } = useTextSize()
  const [side, setSide] = useState<'open' | 'settled'>('open')
  const waiting = rows.filter(isOpen)
  const settled = rows.filter((row) => !isOpen(row))
  const staying = rows.filter((row) => isOpen(row) || ticks.has(row.memberId) || lately.has(row.memberId))
  const shown = side === 'open' ? staying : settled
  const collect = (row: MonthRow) => {
    onCollect(row)
    const next = nextOf(staying, row, ticks)
    if (next !== undefined) focusOn(buttonOf(next.memberId))
  }
  return (
    <Card className="due-list">
      <Tabs
        label="党费名单"
        tabs={[
          { value: 'open', ...(isBig ? {} : { icon: 'circle' }), word: `没交 ${waiting.length}` },
          { value: 'settled', ...(isBig ? {} : { icon: 'check' }), word: `交了 ${settled.length}` },
        ]}
        active={side}
        onChange={setSide}
      />
      {shown.length === 0 ? (
        <View className="due-none t-body t-2">{side === 'open' ? '都交齐了' : '还没有人交'}</View>
      ) : (
        <View {...roleOf('list')} aria-label={side === 'open' ? '没交的' : '交了的'}>
          {shown.map((row) => (
            <CollectRow key={row.memberId} row={row} month={month} tick={ticks.get(row.memberId)} onCollect={collect} />
          ))}
        </View>
      )}
    </Card>
  )
}

/** Below it; at the end of the list the first that was passed over. */
function nextOf(rows: readonly MonthRow[], row: MonthRow, ticks: CollectListProps['ticks']): MonthRow | undefined {
  const place = rows.findIndex(({ memberId }) => memberId === row.memberId)
  const others = [...rows.slice(place + 1), ...rows.slice(0, Math.max(place, 0))]
  return others.find((other) => isToCollect(other) && !ticks.has(other.memberId))
}
