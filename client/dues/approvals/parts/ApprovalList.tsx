import { View } from '@tarojs/components'
import { useState } from 'react'
import { useTextSize } from '../../../kernel/text-size'
import { roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import { Tabs } from '../../../ui/Tabs'
import { type ApprovalRow, type Book, standingOf } from '../../parts/approval-row'
import { ApprovalLine } from './ApprovalLine'
import '../../parts/due-list.scss'

interface ApprovalListProps {
  readonly rows: readonly ApprovalRow[]
  readonly year: string
  readonly book: Book
  readonly onChanged: () => void
}

type Side = 'open' | 'approved'

/** Whose amount is missing comes first, in roster order. There is no button for more than one of them. */
export function ApprovalList({ rows, year, book, onChanged }: ApprovalListProps) {
  const { isBig } = useTextSize()
  // One whose amount was set just now keeps the place: nobody else may slide under the second tap of an unsteady finger.
  const [lately, setLately] = useState<readonly string[]>([])
  const open = rows.filter((row) => standingOf(row) === 'open')
  const approved = rows.filter((row) => standingOf(row) === 'approved')
  const notNeeded = rows.length - open.length - approved.length
  const [side, setSide] = useState<Side>(open.length > 0 ? 'open' : 'approved')
  const shown = side === 'open' ? rows.filter((row) => standingOf(row) === 'open' || lately.includes(row.memberId)) : approved
  if (open.length + approved.length === 0) return <Empty icon="file-text" words="这一年不用核定" note="见纸质党费册" />
  const turn = (next: Side) => {
    setLately([])
    setSide(next)
  }
  return (
    <>
      <Card className="due-list">
        <Tabs
          label="核定名单"
          tabs={[
            { value: 'open', ...(isBig ? {} : { icon: 'circle' }), word: `没定 ${open.length}` },
            { value: 'approved', ...(isBig ? {} : { icon: 'check' }), word: `定了 ${approved.length}` },
          ]}
          active={side}
          onChange={turn}
        />
        {shown.length === 0 ? (
          <View className="due-none t-body t-2">{side === 'open' ? '都核定了' : '还没有核定一位'}</View>
        ) : (
          <View {...roleOf('list')} aria-label={side === 'open' ? '没核定的' : '核定了的'}>
            {shown.map((row) => (
              <ApprovalLine
                key={row.memberId}
                {...{ row, year, book }}
                onApproved={() => {
                  setLately((known) => [...known, row.memberId])
                  onChanged()
                }}
              />
            ))}
          </View>
        )}
      </Card>
      {notNeeded > 0 && <View className="t-note t-2">另有 {notNeeded} 位那年还不在支部，不用核定</View>}
    </>
  )
}
