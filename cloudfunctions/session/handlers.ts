import { accept, refuse } from '#shared/kernel/contract'
import { countyId } from '#shared/organisation/ids'
import type { session } from '#shared/session/contract'
import { letGoOf } from '../claims/binding'
import type { MemberStore } from '../members/store'
import type { Nameplate, OrganisationStore } from '../organisation/store'
import type { FeatureHandlers } from '../runtime/handlers'
import { type Bound, type DeviceActors, type KnownPerson, personsNow } from '../runtime/identity'
import type { Recent } from '../runtime/recent'
import type { SystemStore } from '../systems/store'
import { deviceKeyOf, type SessionStore } from './store'

interface Tools {
  readonly devices: Recent<DeviceActors>
  readonly organisation: OrganisationStore
  readonly members: MemberStore
  readonly sessions: SessionStore
  readonly systems: SystemStore
  readonly isDemonstration: boolean
}

export function sessionHandlers({
  devices,
  organisation,
  members,
  sessions,
  systems,
  isDemonstration,
}: Tools): FeatureHandlers<typeof session> {
  return {
    who: async ({ caller, now }) => {
      // Not from memory: whoever was made known a moment ago asks this next.
      const known = caller.device === undefined ? undefined : await devices.fresh(caller.device)
      const persons = personsNow(known, now)
      const [plates, on] = await Promise.all([organisation.nameplates([countyId, ...persons.flatMap(unitsOf)]), systems.on(now)])
      const county = plates.get(countyId)
      return accept({
        now,
        isDemonstration,
        ...(county === undefined ? {} : { countyName: county.name }),
        systems: on,
        persons: persons.map((person) => describe(person, plates)),
      })
    },

    devices: async ({ actor, now }) => {
      const own = await members.findOwn(actor)
      if (own === undefined) return refuse('NOT_FOUND')
      const rows = (await sessions.devicesOf(own)).flatMap((device) =>
        personsNow(device, now)
          .filter(({ personId }) => personId === actor.personId)
          .map(({ bound }) => ({
            deviceKey: deviceKeyOf(device._id),
            ...(bound === undefined ? {} : sayBound(bound)),
            isThis: device._id === actor.device,
          })),
      )
      return accept({ rows })
    },

    letGo: async ({ actor, input, transact }) => {
      const isGoing = (device: string) =>
        input.deviceKey === undefined ? device === actor.device : deviceKeyOf(device) === input.deviceKey
      const own = await members.findOwn(actor)
      if (own === undefined || !own.devices.some(isGoing)) return refuse('NOT_FOUND')
      const outcome = await transact(async (tx) => {
        const person = await members.getPerson(tx, actor.personId)
        if (person === undefined) return refuse('NOT_FOUND')
        const kept = await letGoOf(tx, person, isGoing)
        await members.putPerson(tx, kept)
        return accept({ left: kept.devices.length })
      })
      for (const device of own.devices.filter(isGoing)) devices.forget(device)
      return outcome
    },
  }
}

const deviceKinds = ['weapp', 'h5'] as const

function sayBound({ at, via, seenAt }: Bound) {
  const kind = deviceKinds.find((one) => one === via)
  return { ...(kind === undefined ? {} : { kind }), since: at, ...(seenAt === undefined ? {} : { lastSeenAt: seenAt }) }
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
