/** Creating, renaming, moving and closing units. Whether a name is free and a unit still open is judged inside the transaction. */
import { accept, refuse } from '#shared/kernel/contract'
import { type Grant, grantsFor, nothing, type OrgLevel, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import { organisation } from '#shared/organisation/contract'
import type { RoleGrant, Unit } from '#shared/organisation/model'
import { mayShape } from '#shared/organisation/reach'
import { decideClose, decideCreate, decideMove, decideRename } from '#shared/organisation/shaping'
import { isOver } from '#shared/roles/rules'
import { writeGrants } from '../claims/binding'
import type { DuesStore } from '../dues/store'
import { grantsIn } from '../roles/store'
import { Busy, type Transaction } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import type { DeviceActors } from '../runtime/identity'
import type { Recent } from '../runtime/recent'
import type { SystemStore } from '../systems/store'
import { type FoundingTools, newUnit } from './founding'
import { openDues } from './open-dues'

export interface OrganisationTools extends FoundingTools {
  readonly devices: Recent<DeviceActors>
  readonly dues: DuesStore
  readonly systems: SystemStore
}

type Shaping = Pick<FeatureHandlers<typeof organisation>, 'createUnit' | 'renameUnit' | 'moveUnit' | 'closeUnit'>

export function shapingHandlers(tools: OrganisationTools): Shaping {
  const { organisation: units, members, chance, devices } = tools
  const dues = openDues(tools)
  /** A unit whose level is theirs to shape where it stands; what they only see, or do not see at all, is refused. */
  const findShaped = async (scope: Scope, seats: readonly Grant[], unitId: string) => {
    const unit = await units.findReached(scope, seats, unitId)
    if (unit === undefined) return refuse('NOT_FOUND')
    const parent = unit.parentId === undefined ? undefined : await units.findReached(scope, seats, unit.parentId)
    return parent !== undefined && mayShape(seats, placeOf(parent), unit.level) ? accept(unit) : refuse('NOT_ALLOWED')
  }
  const findParent = async (scope: Scope, seats: readonly Grant[], parentId: string, level: OrgLevel) => {
    const parent = await units.findReached(scope, seats, parentId)
    if (parent === undefined) return refuse('NOT_FOUND')
    return mayShape(seats, placeOf(parent), level) ? accept(parent) : refuse('NOT_ALLOWED')
  }
  const memberCountOf = async ({ _id, level, branchId }: Unit): Promise<number> => {
    if (branchId === undefined) return 0
    // Whoever closes a group counts that group alone.
    const counted = level === 'group' ? { ...nothing, groups: [{ groupId: _id, branchId }] } : { ...nothing, branchIds: [branchId] }
    return members.countRoster(counted, branchId)
  }
  /** Offices end with their unit, on their holders' phones as well. */
  const endOffices = async (tx: Transaction, held: readonly Holder[], made: Made, now: number): Promise<void> => {
    for (const { personId, grantIds, found } of held) {
      const person = await members.getPerson(tx, personId)
      if (person === undefined) continue
      const all = await grantsIn(tx, person, found)
      const ending = all.filter((grant) => grantIds.includes(grant._id) && !isOver(grant, now))
      await writeGrants(tx, tools, { person, held: all, changed: ending.map((grant) => ({ ...grant, made, until: now })), now })
    }
  }

  return {
    createUnit: async ({ scope, actor, input, made, transact }) => {
      const found = await findParent(scope, seatsOf('createUnit', actor), input.parentId, input.level)
      if (!found.ok) return found
      const facts = { level: input.level, name: input.name }
      const decision = decideCreate({ ...facts, parent: found.data, isNameTaken: await units.isNameTaken(input.parentId, input.name) })
      if (!decision.ok) return decision
      return transact(async (tx) => {
        const parent = await units.receive(tx, input.parentId)
        if (parent === undefined) return refuse('PARENT_CLOSED', { name: found.data.name })
        if (await units.isNameHeld(tx, parent._id, input.name)) return refuse('NAME_TAKEN', { name: input.name })
        const unitId = chance.id()
        const kind = input.level === 'group' ? { kind: input.kind } : {}
        await units.insertUnit(tx, newUnit(made, unitId, { ...facts, ...placeBelow(parent, unitId, input.level), ...kind }))
        return accept({ unitId })
      })
    },

    renameUnit: async ({ scope, actor, input: { unitId, name, kind }, made, transact }) => {
      const found = await findShaped(scope, seatsOf('renameUnit', actor), unitId)
      if (!found.ok) return found
      if (kind !== undefined && found.data.level !== 'group') return refuse('INVALID_INPUT')
      return transact(async (tx) => {
        const unit = await units.getUnit(tx, unitId)
        if (unit?.parentId === undefined) return refuse('NOT_FOUND')
        const decision = decideRename({ unit, name, isNameTaken: await units.isNameHeld(tx, unit.parentId, name) })
        if (!decision.ok) return decision
        await units.changeUnit(tx, made, unit, { ...unit, name, ...(kind === undefined ? {} : { kind }) })
        return accept({ unitId })
      })
    },

    moveUnit: async ({ scope, actor, input: { unitId, parentId }, now, made, transact }) => {
      const seats = seatsOf('moveUnit', actor)
      const [found, target] = await Promise.all([findShaped(scope, seats, unitId), units.findReached(scope, seats, parentId)])
      if (!found.ok) return found
      if (target === undefined) return refuse('NOT_FOUND')
      if (found.data.parentId === parentId) return accept({ unitId })
      const [isNameTaken, waiting] = await Promise.all([
        units.isNameTaken(parentId, found.data.name),
        dues.leftBehind(scope, found.data, committeeAbove(target), now),
      ])
      const decision = decideMove({ unit: found.data, target, isNameTaken, waiting })
      if (!decision.ok) return decision
      const groups = await units.listGroups(scope, unitId)
      return transact(async (tx) => {
        const unit = unchanged(found.data, await units.getUnit(tx, unitId))
        const parent = await units.receive(tx, parentId)
        if (parent === undefined) return refuse('PARENT_CLOSED', { name: target.name })
        if (await units.isNameHeld(tx, parentId, unit.name)) return refuse('NAME_TAKEN', { name: unit.name })
        const committee = committeeAbove(parent)
        await units.changeUnit(tx, made, unit, { ...unit, parentId, ...committee })
        for (const { _id } of groups) {
          const group = await units.getUnit(tx, _id)
          if (group !== undefined) await units.changeUnit(tx, made, group, { ...group, ...committee })
        }
        return accept({ unitId })
      })
    },

    closeUnit: async ({ scope, actor, input: { unitId }, now, made, transact }) => {
      const found = await findShaped(scope, seatsOf('closeUnit', actor), unitId)
      if (!found.ok) return found
      const { data: unit } = found
      if (unit.closedAt !== undefined) return accept({ closedAt: unit.closedAt })
      const [memberCount, unitCount, granted, money] = await Promise.all([
        memberCountOf(unit),
        units.countOpen(unitId),
        units.grantsIn(unitId),
        unit.level === 'branch' ? dues.heldBy(scope, unit, now) : undefined,
      ])
      const decision = decideClose({ unit, memberCount, unitCount, ...(money === undefined ? {} : { dues: money.held }) })
      if (!decision.ok) return decision
      const held = await Promise.all(
        [...new Set(granted.map(({ personId }) => personId))].map(async (personId) => ({
          personId,
          grantIds: granted.filter((grant) => grant.personId === personId).map(({ _id }) => _id),
          found: await units.grantsOfPerson(personId),
        })),
      )
      const outcome = await transact(async (tx) => {
        const latest = unchanged(unit, await units.getUnit(tx, unitId))
        await money?.mustBeUnchanged(tx)
        await units.changeUnit(tx, made, latest, { ...latest, closedAt: now })
        await endOffices(tx, held, made, now)
        return accept({ closedAt: now })
      })
      const persons = await Promise.all(held.map(({ personId }) => members.findPerson({ ...nothing, all: true }, personId)))
      for (const device of persons.flatMap((person) => person?.devices ?? [])) devices.forget(device)
      return outcome
    },
  }
}

interface Holder {
  readonly personId: string
  /** those that end here */
  readonly grantIds: readonly string[]
  /** every grant of the person */
  readonly found: readonly RoleGrant[]
}

/** The actor's seats from which this action may be asked. */
export function seatsOf(
  verb: 'createUnit' | 'renameUnit' | 'moveUnit' | 'closeUnit' | 'listUnits' | 'getUnit',
  actor: { readonly grants: readonly Grant[] },
) {
  return grantsFor(organisation[verb].allow, actor.grants)
}

function placeOf({ _id, parentId, committeeId, branchId }: Unit) {
  return { unitId: _id, parentId, committeeId, branchId }
}

function committeeAbove({ _id, level, committeeId }: Unit): { readonly committeeId?: string } {
  if (level === 'committee') return { committeeId: _id }
  return committeeId === undefined ? {} : { committeeId }
}

/** Where a new unit lies; a committee and a branch carry their own id as well. */
export function placeBelow(parent: Unit, unitId: string, level: OrgLevel) {
  const { _id: parentId, countyId } = parent
  const branchId = level === 'branch' ? unitId : parent.branchId
  return {
    ...{ parentId, countyId },
    ...(level === 'committee' ? { committeeId: unitId } : committeeAbove(parent)),
    ...(branchId === undefined ? {} : { branchId }),
  }
}

/** What was counted and listed before the transaction must still be so; a change in between is rare, and asking again is enough. */
function unchanged(before: Unit, latest: Unit | undefined): Unit {
  if (latest === undefined || latest.arrivals !== before.arrivals || latest.closedAt !== before.closedAt) throw new Busy()
  return latest
}
