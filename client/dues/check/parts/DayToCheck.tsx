import { View } from '@tarojs/components'
import { payWayWords, sayReceipt } from '#shared/dues/words'
import type { Answer } from '../../../kernel/api'
import { headingOf, roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { DaySums } from '../../day/parts/DaySums'
import { Amount } from '../../parts/Amount'
import { sayDayKey } from '../../parts/day-words'

export type Day = Answer<'dues', 'listToCheck'>['days'][number]

interface DayToCheckProps {
  readonly day: Day
  /** how many days come after this one */
  readonly further: number
  /** what has just been closed */
  readonly done: string | undefined
}

/** The sum to count the money by, and every receipt to hold beside it. */
export function DayToCheck({ day, further, done }: DayToCheckProps) {
  const { counted, receipts } = day
  const hands = counted?.by ?? '收的人'
  return (
    <>
      {done !== undefined && (
        <View className="t-body t-ok" {...roleOf('status')}>
          {done}，请看下一天
        </View>
      )}
      <View className="t-title" {...headingOf(2)}>
        {sayDayKey(day.day)}收的
      </View>
      {further > 0 && <View className="t-note t-2">看完这天，还有 {further} 天</View>}
      <DaySums day={day} />
      <View className="t-title" {...headingOf(2)}>
        一笔一笔看
      </View>
      <Card kind="list">
        {receipts.map(({ number, fen, way, isReversal }) => (
          <Row
            key={number}
            title={sayReceipt(day.day.slice(0, 4), number)}
            note={isReversal ? `冲正，原来是${payWayWords[way]}` : payWayWords[way]}
            answer={<Amount value={fen} />}
          />
        ))}
      </Card>
      <View className="t-body">数一数钱，看一看收据。有一处不对就先别关，找{hands}重新点；点过了，这里会再请您看</View>
    </>
  )
}
