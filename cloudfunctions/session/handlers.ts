import { accept } from '#shared/kernel/contract'
import { countyId } from '#shared/organisation/ids'
import type { session } from '#shared/session/contract'
import type { Nameplate, OrganisationStore } from '../organisation/store'
import type { FeatureHandlers } from '../runtime/handlers'
import { type DeviceActors, type KnownPerson, personsNow } from '../runtime/identity'
import type { Recent } from '../runtime/recent'

interface Tools {
  readonly devices: Recent<DeviceActors>
  readonly organisation: OrganisationStore
  readonly isDemonstration: boolean
}

export function sessionHandlers({ devices, organisation, isDemonstration }: Tools): FeatureHandlers<typeof session> {
  return {
    who: async ({ caller, now }) => {
      // Not from memory: whoever was made known a moment ago asks this next.
      const known = caller.device === undefined ? undefined : await devices.fresh(caller.device)
      const persons = personsNow(known, now)
      const plates = await organisation.nameplates([countyId, ...persons.flatMap(unitsOf)])
      const county = plates.get(countyId)
      return accept({
        now,
        isDemonstration,
        ...(county === undefined ? {} : { countyName: county.name }),
        persons: persons.map((person) => describe(person, plates)),
      })
    },
  }
}

function unitsOf({ branchId, groupId, grants }: KnownPerson): readonly string[] {
  return [branchId, groupId, ...grants.map(({ unitId }) => unitId)].filter((unitId) => unitId !== undefined)
}

function describe({ personId, name, memberId, branchId, groupId, grants }: KnownPerson, plates: ReadonlyMap<string, Nameplate>) {
  const branch = branchId === undefined ? undefined : plates.get(branchId)
  const group = groupId === undefined ? undefined : plates.get(groupId)
  return {
    personId,
    name,
    ...(memberId === undefined ? {} : { memberId }),
    ...(branch === undefined ? {} : { branchName: branch.name }),
    ...(branch?.phone === undefined ? {} : { phone: branch.phone }),
    ...(group === undefined ? {} : { groupName: group.name }),
    roles: grants.map(({ role, unitId }) => ({ role, unitId, unitName: plates.get(unitId)?.name ?? '' })),
  }
}
