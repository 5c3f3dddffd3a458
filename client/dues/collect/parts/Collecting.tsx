import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MonthKey } from '#shared/kernel/day'
import { useSession } from '../../../kernel/session'
import { Field } from '../../../ui/Field'
import type { MonthRow } from '../../parts/collecting'
import { putTick, useTicks } from '../../parts/ticks'
import { CollectList } from './CollectList'
import { OtherTicks } from './OtherTicks'
import { useArrivals } from './use-arrivals'
import type { Lately } from './use-lately'

interface CollectingProps {
  readonly rows: readonly MonthRow[]
  readonly month: MonthKey
  readonly lately: Lately
  /** Money has come into the book: list, day and count have to be read again. */
  readonly onChanged: () => void
}

/** From here on a name is found faster by typing it. */
const longList = 30

/** The names, and the one tap of each: written down on the phone first, then sent. */
export function Collecting({ rows, month, lately, onChanged }: CollectingProps) {
  const { person } = useSession()
  const [sought, setSought] = useState('')
  const all = useTicks()
  useArrivals({
    ticks: all,
    rows,
    onArrived: (memberIds) => {
      lately.arrived(memberIds)
      onChanged()
    },
  })
  const ofRows = all.filter((tick) => tick.month === month && rows.some(({ memberId }) => memberId === tick.memberId))
  const collect = (row: MonthRow) => {
    if (person === undefined) return
    lately.tapped(row.memberId)
    putTick(person, row, month)
  }
  const found = rows.filter(({ name }) => name.includes(sought.trim()))
  return (
    <>
      <OtherTicks ticks={all.filter((tick) => !ofRows.includes(tick))} />
      {rows.length > longList && <Field label="找人" placeholder="姓名里的字" value={sought} onChange={setSought} maxLength={10} />}
      {found.length === 0 ? (
        <View className="t-body t-2 t-center">没有找到叫这个的</View>
      ) : (
        <CollectList
          rows={found}
          month={month}
          ticks={new Map(ofRows.map((tick) => [tick.memberId, tick]))}
          lately={lately.memberIds}
          onCollect={collect}
        />
      )}
    </>
  )
}
