import { useParams } from '../../kernel/routes'
import { NoSeat } from '../parts/NoSeat'
import { useSeat } from '../parts/tree'
import { UnitView } from '../parts/UnitView'

/** T6 机构: the tree level by level, for whoever holds an office above its groups. */
export default function UnitsPage() {
  const { unitId } = useParams('units')
  const seat = useSeat()
  if (seat === undefined) return <NoSeat title="机构" />
  return <UnitView key={unitId} unitId={unitId ?? seat.unitId} seat={seat} />
}
