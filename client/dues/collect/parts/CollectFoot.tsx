import type { DayKey } from '#shared/kernel/day'
import { go } from '../../../kernel/routes'
import { Press } from '../../../ui/Press'
import type { Day, MonthRow } from '../../parts/collecting'
import { useTicks } from '../../parts/ticks'
import { useBook } from '../../parts/use-approvals'
import { UndoBar } from './UndoBar'
import type { Lately } from './use-lately'

interface CollectFootProps {
  readonly rows: readonly MonthRow[]
  readonly today: DayKey
  /** The branch's day so far. `none`: nobody has taken anything yet; undefined: not known. */
  readonly duesDay: Day | 'none' | undefined
  readonly lately: Lately
  readonly onChanged: () => void
}

/** Under the thumb: what was tapped last can be taken back, and the day can be counted. */
export function CollectFoot({ rows, today, duesDay, lately, onChanged }: CollectFootProps) {
  const [checker, another] = useBook().data?.book?.checkers ?? []
  const whom = checker === undefined || another !== undefined ? '人' : checker.name
  const isWaiting = useTicks().some(({ item, day }) => day === today && item.state !== 'refused') || lately.memberIds.size > 0
  const hasBegun = isWaiting || duesDay !== 'none'
  // What comes in after the count opens the day again.
  const isCounted = !isWaiting && duesDay !== 'none' && duesDay !== undefined && duesDay.stage !== 'open'
  const last = rows.find(({ memberId }) => memberId === lately.last)
  const undone = () => {
    lately.end()
    onChanged()
  }
  return (
    <>
      {last?.entry?.kind === 'receipt' && (
        <UndoBar key={last.entry.entryId} name={last.name} entry={last.entry} onBegin={lately.hold} onUndone={undone} />
      )}
      <Press
        kind={isCounted ? 'plain' : 'primary'}
        label={isCounted ? '看今天的账' : hasBegun ? `今天收完，请${whom}核对` : '今天还没收到'}
        disabled={!hasBegun}
        onPress={() => go('duesDay', { day: today })}
      />
    </>
  )
}
