/**
 * The same name with the same number is the same person, and stands on one roster. Whether somebody stands there already is asked before the
 * transaction; the place under name and number is held inside it, so that of two who write the same person down at once one is refused.
 */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import type { Member, RosterPlace } from '#shared/members/model'
import type { Collection, Transaction } from '../runtime/database'
import type { Sealer } from '../runtime/sealed'

export const rosterPlaces: Collection<RosterPlace> = { name: 'rosterPlaces', indexes: [] }

type Written = Pick<Member, '_id' | 'name' | 'branchId' | 'phoneKey' | 'made'>

export function memberTwins(sealer: Sealer) {
  /** Nothing where there is no number: a name alone is many people's. */
  const placeOf = ({ name, phoneKey, _id }: Written): string | undefined =>
    phoneKey === undefined ? undefined : sealer.index(`${phoneKey.slice(0, -`_${_id}`.length)} ${name}`)

  return {
    /** Takes the place of what the member is now, and gives up that of what they were. */
    async takePlace(
      tx: Transaction,
      before: Written | undefined,
      after: Written | undefined,
    ): Promise<Outcome<true, 'ON_ROSTER' | 'ON_ANOTHER_ROSTER'>> {
      const [was, is] = [before && placeOf(before), after && placeOf(after)]
      if (was === is) return accept(true)
      if (is !== undefined && after !== undefined) {
        const there = await tx.get(rosterPlaces, is)
        if (there !== undefined && there.memberId !== after._id) {
          return refuse(there.branchId === after.branchId ? 'ON_ROSTER' : 'ON_ANOTHER_ROSTER', { name: after.name })
        }
        const { _id: memberId, branchId, made } = after
        const place: RosterPlace = { _id: is, v: 1, made, memberId, branchId }
        await tx.put(rosterPlaces, place)
      }
      if (was !== undefined) await tx.remove(rosterPlaces, was)
      return accept(true)
    },
  }
}
