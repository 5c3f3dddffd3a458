import { NoSeat } from '../parts/NoSeat'
import { useSeat } from '../parts/tree'
import { UnitView } from '../parts/UnitView'

/** 党小组: a branch's groups and what kind they are, shaped by its secretary. */
export default function GroupsPage() {
  const seat = useSeat()
  if (seat === undefined) return <NoSeat title="党小组" />
  return <UnitView unitId={seat.unitId} seat={seat} title="党小组" />
}
