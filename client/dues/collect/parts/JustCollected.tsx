import { Text, View } from '@tarojs/components'
import { type DayKey, type MonthKey, sayClock } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import { go } from '../../../kernel/routes'
import { headingOf, roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Tappable } from '../../../ui/Tappable'
import { Amount } from '../../parts/Amount'
import { type Day, type Entry, type MonthRow, sayNumber, sayPaidBy } from '../../parts/collecting'
import './just-collected.scss'

interface JustCollectedProps {
  readonly rows: readonly MonthRow[]
  readonly month: MonthKey
  readonly today: DayKey
  /** the branch's day so far */
  readonly duesDay: Day | undefined
}

type PaidRow = MonthRow & { readonly entry: Entry }

const most = 5

/** The last receipts, so that a collector sees the number to write on the slip; and what the day has come to. */
export function JustCollected({ rows, month, today, duesDay }: JustCollectedProps) {
  const paid = rows
    .filter(isPaid)
    .filter(({ entry }) => entry.kind === 'receipt' && entry.day === today)
    .sort((one, other) => other.entry.at - one.entry.at)
    .slice(0, most)
  if (paid.length === 0) return null
  return (
    <>
      <View className="just-collected">
        <View className="t-title" {...headingOf(2)}>
          刚收的
        </View>
        {duesDay !== undefined && (
          <Text className="t-body t-2">
            今天 {duesDay.count} 笔，{sayYuan(fen(duesDay.sumFen))} 元
          </Text>
        )}
      </View>
      <Card kind="list">
        {paid.map(({ memberId, name, groupName, entry }) => (
          <View key={memberId} className="due-item" {...roleOf('listitem')}>
            <Tappable className="just-collected-line" onPress={() => go('payment', { memberId, month })}>
              <View className="just-collected-who">
                <View className="due-name">
                  <Text className="t-title">{spacedName(name)}</Text>
                  {groupName !== undefined && <Text className="t-note t-2">{groupName}</Text>}
                </View>
                <View className="t-note t-2">
                  {sayPaidBy(entry.payer ?? '')}，<Text className="collect-number">{sayNumber(entry)}</Text>，{sayClock(entry.at)}
                </View>
              </View>
              <Amount value={entry.totalFen} />
            </Tappable>
          </View>
        ))}
      </Card>
    </>
  )
}

function isPaid(row: MonthRow): row is PaidRow {
  return row.entry !== undefined
}
