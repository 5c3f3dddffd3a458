import type { DayKey } from '#shared/kernel/day'
import { go } from '../../../kernel/routes'
import { Press } from '../../../ui/Press'
import type { MonthRow } from '../../parts/collecting'
import { useBook } from '../../parts/use-approvals'
import { UndoBar } from './UndoBar'
import type { Lately } from './use-lately'

interface CollectFootProps {
  readonly rows: readonly MonthRow[]
  readonly today: DayKey
  readonly lately: Lately
  readonly onChanged: () => void
}

/** Under the thumb: what was tapped last can be taken back, and the day can be counted. */
export function CollectFoot({ rows, today, lately, onChanged }: CollectFootProps) {
  const [checker, another] = useBook().data?.book?.checkers ?? []
  const whom = checker === undefined || another !== undefined ? '人' : checker.name
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
      <Press kind="primary" label={`今天收完，请${whom}核对`} onPress={() => go('duesDay', { day: today })} />
    </>
  )
}
