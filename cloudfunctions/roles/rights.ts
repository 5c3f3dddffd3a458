/** What granting, revoking and handing over have in common: the unit and the seats, and writing rights through to the devices. */
import { type Grant, grantsFor, type Role } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Person } from '#shared/members/model'
import { grantId } from '#shared/organisation/ids'
import type { RoleGrant, Unit } from '#shared/organisation/model'
import { actsIn } from '#shared/organisation/reach'
import { roles as contract } from '#shared/roles/contract'
import type { Term } from '#shared/roles/rules'
import type { DuesStore } from '../dues/store'
import type { MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import type { Chance } from '../runtime/chance'
import { Busy, type Transaction } from '../runtime/database'
import type { Actor, DeviceActors } from '../runtime/identity'
import type { Recent } from '../runtime/recent'
import type { SystemStore } from '../systems/store'
import type { ThemeDayStore } from '../themeday/store'
import type { RoleStore } from './store'

export interface RoleTools {
  readonly roles: RoleStore
  readonly organisation: OrganisationStore
  readonly members: MemberStore
  readonly themeDays: ThemeDayStore
  readonly dues: DuesStore
  readonly systems: SystemStore
  readonly devices: Recent<DeviceActors>
  readonly chance: Chance
}

/** The grants through which somebody may give and take roles at all. */
export function seatsOf(actor: Actor): readonly Grant[] {
  return grantsFor(contract.grant.allow, actor.grants)
}

/** The offices in which the actor acts in this very unit. */
export function officesOver(actor: Actor, unit: Unit): readonly Role[] {
  return seatsOf(actor)
    .filter((seat) => actsIn(seat, { ...unit, unitId: unit._id }))
    .map(({ role }) => role)
}

/**
 * The unit takes an appointment in. Whether it has a secretary was judged on a list read before the transaction, so what
 * changed meanwhile must be judged anew: the one who asks is told to tap again. False where the unit is closed.
 */
export async function receiveSecretary({ organisation }: RoleTools, tx: Transaction, unit: Unit): Promise<boolean> {
  const received = await organisation.receive(tx, unit._id)
  if (received !== undefined && received.arrivals !== (unit.arrivals ?? 0) + 1) throw new Busy()
  return received !== undefined
}

/** After the commit: this instance must not answer from what it remembers of their devices. */
export function forgetDevices({ devices }: RoleTools, persons: readonly (Person | undefined)[]): void {
  for (const person of persons) for (const device of person?.devices ?? []) devices.forget(device)
}

/** The grant as it will stand. */
export function grantOf(made: Made, unit: Unit, personId: string, role: RoleGrant['role'], term: Term): RoleGrant {
  const { _id: unitId, level, branchId } = unit
  const place = branchId === undefined ? { unitId, level } : { unitId, level, branchId }
  return { _id: grantId(unitId, role, personId), v: 1, made, role, ...place, personId, ...termOf(term) }
}

/** A term as answered and stored: what is absent stays absent. */
export function termOf({ from, until, isActing }: Term) {
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(isActing ? { isActing } : {}),
  }
}
