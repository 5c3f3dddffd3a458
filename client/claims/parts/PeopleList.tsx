import { View } from '@tarojs/components'
import { useState } from 'react'
import { useTextSize } from '../../kernel/text-size'
import { roleOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Tabs } from '../../ui/Tabs'
import { PersonLine } from './PersonLine'
import type { MemberRow } from './roster'
import './people-list.scss'

interface PeopleListProps {
  readonly rows: readonly MemberRow[]
  readonly onChoose: (row: MemberRow) => void
}

/** Those without a phone come first: they are who a code is for. */
export function PeopleList({ rows, onChoose }: PeopleListProps) {
  const { isBig } = useTextSize()
  const waiting = rows.filter((row) => !row.hasClaimed)
  const known = rows.filter((row) => row.hasClaimed)
  const [side, setSide] = useState<'waiting' | 'known'>(waiting.length > 0 ? 'waiting' : 'known')
  const shown = side === 'waiting' ? waiting : known
  return (
    <Card className="people">
      <Tabs
        label="认领了没有"
        tabs={[
          { value: 'waiting', ...(isBig ? {} : { icon: 'circle' }), word: `没认领 ${waiting.length}` },
          { value: 'known', ...(isBig ? {} : { icon: 'check' }), word: `已认领 ${known.length}` },
        ]}
        active={side}
        onChange={setSide}
      />
      {shown.length === 0 ? (
        <View className="people-none t-body t-2">{side === 'waiting' ? '大家都认领了' : '还没有人认领'}</View>
      ) : (
        <View {...roleOf('list')} aria-label={side === 'waiting' ? '没认领的' : '已认领的'}>
          {shown.map((row) => (
            <PersonLine key={row.personId} row={row} onPress={() => onChoose(row)} />
          ))}
        </View>
      )}
    </Card>
  )
}
