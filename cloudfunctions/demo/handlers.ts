import type { demo } from '#shared/demo/contract'
import { accept, refuse } from '#shared/kernel/contract'
import { countyId } from '#shared/organisation/ids'
import { bindDevice } from '../claims/binding'
import type { MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import type { Chance } from '../runtime/chance'
import type { FeatureHandlers } from '../runtime/handlers'
import { deviceOf } from '../runtime/identity'
import type { CastStore } from './store'

interface Tools {
  readonly cast: CastStore
  readonly members: MemberStore
  readonly organisation: OrganisationStore
  readonly chance: Chance
}

export function demoHandlers({ cast, members, organisation, chance }: Tools): FeatureHandlers<typeof demo> {
  return {
    listCast: async () => accept({ rows: (await cast.list()).map(({ _id, name, about }) => ({ person: _id, name, about })) }),

    /** Puts a new browser in the person's hands, as a claim would; the demonstration spares the visitor the code. */
    become: async ({ input, made, transact }) => {
      const row = await cast.find(input.person)
      if (row === undefined) return refuse('NOT_IN_CAST')
      const grants = await organisation.grantsOfPerson(row.personId)
      // Anybody may try anybody on here, whatever they come to hold.
      const toldBy = [[{ role: 'countyAdmin' as const, unitId: countyId }]]
      return transact(async (tx) => {
        const person = await members.getPerson(tx, row.personId)
        if (person === undefined) return refuse('NOT_IN_CAST')
        const token = chance.token()
        const bound = await bindDevice(tx, members, { made, device: deviceOf(token), person, grants, toldBy })
        return bound.ok ? accept({ token }) : refuse('NOT_IN_CAST')
      })
    },
  }
}
