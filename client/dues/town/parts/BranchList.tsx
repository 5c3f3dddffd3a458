import { View } from '@tarojs/components'
import { type MonthKey, sayMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import { Row } from '../../../ui/Row'
import type { BranchDues } from './town-dues'

interface BranchListProps {
  readonly rows: readonly BranchDues[]
  readonly month: MonthKey
}

/** Every branch of the town in one month, in sums. */
export function BranchList({ rows, month }: BranchListProps) {
  if (rows.length === 0) return <Empty icon="flag" words="这个乡镇还没有支部" />
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        {sayMonth(month)}交了几个
      </View>
      <Card kind="list">
        {rows.map((row) => (
          <Row key={row.branchId} isStrong title={row.branchName} note={sayMoneyOf(row)} answer={sayPaid(row)} />
        ))}
      </Card>
    </>
  )
}

function sayPaid({ totals }: BranchDues) {
  return totals === undefined ? '还没开始记' : `${totals.paid}/${totals.expected} 人`
}

function sayMoneyOf({ totals }: BranchDues) {
  if (totals === undefined) return undefined
  const open = totals.openDays === 0 ? '' : `，${totals.openDays} 天没关账`
  return `手里 ${sayYuan(fen(totals.inHandFen))} 元${open}`
}
