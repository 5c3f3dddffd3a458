import { Answered } from '../../../ui/Answered'
import { Sheet } from '../../../ui/Sheet'
import { ArrangeSheet } from '../../parts/ArrangeSheet'
import { useApprovals } from '../../parts/use-approvals'

interface ExcuseSheetProps {
  readonly memberId: string
  readonly year: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What was agreed is kept as a whole, so what holds already is read before anything is added to it. */
export function ExcuseSheet({ memberId, year, onDone, onClose }: ExcuseSheetProps) {
  const query = useApprovals(year)
  const row = query.data?.find((one) => one.memberId === memberId)
  if (row !== undefined) return <ArrangeSheet row={row} startsWith="excused" onDone={onDone} onClose={onClose} />
  return (
    <Sheet title="支部同意的" onClose={onClose}>
      <Answered query={query} lines={3}>
        {() => null}
      </Answered>
    </Sheet>
  )
}
