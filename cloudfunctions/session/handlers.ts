import { accept } from '#shared/kernel/contract'
import { countyId } from '#shared/organisation/ids'
import type { session } from '#shared/session/contract'
import type { OrganisationStore } from '../organisation/store'
import type { Database } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { actors, type KnownPerson, personsNow } from '../runtime/identity'

interface Tools {
  readonly db: Database
  readonly organisation: OrganisationStore
  readonly isDemonstration: boolean
}

export function sessionHandlers({ db, organisation, isDemonstration }: Tools): FeatureHandlers<typeof session> {
  const describe = async ({ personId, name, memberId, branchId, groupId, grants }: KnownPerson) => {
    const [branch, group, ...units] = await Promise.all([
      branchId === undefined ? undefined : organisation.nameplate(branchId),
      groupId === undefined ? undefined : organisation.nameplate(groupId),
      ...grants.map(({ unitId }) => organisation.nameplate(unitId)),
    ])
    return {
      personId,
      name,
      ...(memberId === undefined ? {} : { memberId }),
      ...(branch === undefined ? {} : { branchName: branch.name }),
      ...(branch?.phone === undefined ? {} : { phone: branch.phone }),
      ...(group === undefined ? {} : { groupName: group.name }),
      roles: grants.map(({ role, unitId }, index) => ({ role, unitId, unitName: units[index]?.name ?? '' })),
    }
  }

  return {
    who: async ({ caller, now }) => {
      const [known, county] = await Promise.all([
        caller.device === undefined ? undefined : db.get(actors, caller.device),
        organisation.nameplate(countyId),
      ])
      return accept({
        now,
        isDemonstration,
        ...(county === undefined ? {} : { countyName: county.name }),
        persons: await Promise.all(personsNow(known, now).map(describe)),
      })
    },
  }
}
