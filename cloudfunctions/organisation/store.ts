/** The organisation tree and the roles held in it, as stored. */

import type { HeldOffice } from '#shared/claims/rules'
import { covers, type Grant, type OrgLevel, type Role, runsNow, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Person } from '#shared/members/model'
import { countyId, grantId } from '#shared/organisation/ids'
import type { RoleGrant, Unit } from '#shared/organisation/model'
import { reaches } from '#shared/organisation/reach'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import { everyPage } from '../runtime/page'
import { unitNameId, unitNames, units, unitWrites } from './unit-writes'

export const grants: Collection<RoleGrant> = {
  name: 'grants',
  indexes: [
    ['personId', '_id'],
    ['unitId', '_id'],
    ['branchId', '_id'],
    ['unitId', 'role', '_id'],
    ['role', '_id'],
  ],
}

export const organisationCollections = [units, unitNames, grants]

type UnitPage = Pick<ListQuery<Unit>, 'after' | 'limit'>

/** Units of one parent sort by founding; the id keeps the key unique. */
export function unitSortKey(now: number, id: string): string {
  return `${String(now).padStart(14, '0')}_${id}`
}

/** What stands on a unit's door. */
export interface Nameplate {
  readonly name: string
  readonly phone?: string
}

/** A unit and what it names above it; every unit lies in the one county. */
function unitsAbove(unitId: string, unit: Unit | undefined): readonly string[] {
  return [unitId, unit?.parentId, unit?.committeeId, unit?.branchId, countyId].flatMap((id) => id ?? [])
}

function nameplateOf({ name, phone }: Unit): Nameplate {
  return { name, ...(phone === undefined ? {} : { phone }) }
}

export function organisationStore(db: Database) {
  const all = (query: Omit<ListQuery<Unit>, 'after' | 'limit'>) => everyPage((after) => db.list(units, { ...query, ...after, limit: 100 }))
  const store = {
    /** Open to anyone who knows the id. */
    async nameplate(unitId: string): Promise<Nameplate | undefined> {
      const unit = await db.get(units, unitId)
      return unit && nameplateOf(unit)
    },
    /** By unit; a hundred at most. */
    async nameplates(unitIds: readonly string[]): Promise<ReadonlyMap<string, Nameplate>> {
      const found = await db.getMany(units, unitIds)
      return new Map([...found].map(([unitId, unit]) => [unitId, nameplateOf(unit)]))
    },
    /** Under which committee a branch lies: its own people may know. */
    async committeeOf(branchId: string): Promise<string | undefined> {
      return (await db.get(units, branchId))?.committeeId
    },
    async find(scope: Scope, unitId: string): Promise<Unit | undefined> {
      const unit = await db.get(units, unitId)
      return unit !== undefined && covers(scope, unit) ? unit : undefined
    },
    /** The same for units above the branch, which a scope of branches does not hold: the seats the action is asked from reach them. */
    async findReached(scope: Scope, seats: readonly Grant[], unitId: string): Promise<Unit | undefined> {
      const unit = await db.get(units, unitId)
      if (unit === undefined) return undefined
      return covers(scope, unit) || seats.some((seat) => reaches(seat, { ...unit, unitId })) ? unit : undefined
    },
    async isNameTaken(parentId: string, name: string): Promise<boolean> {
      return (await db.get(unitNames, unitNameId(parentId, name))) !== undefined
    },
    /** Open units directly below one. */
    countOpen: (parentId: string): Promise<number> => db.count(unitNames, { where: { parentId } }),
    /** Below a unit that was found in reach: so is everything below it. */
    async listBelow({ _id: parentId }: Unit, level: OrgLevel | undefined, page: UnitPage): Promise<Page<Unit>> {
      return db.list(units, { where: level === undefined ? { parentId } : { parentId, level }, orderBy: 'sortKey', ...page })
    },
    /** What a unit lies in, from the county down. */
    async pathOf({ _id, countyId: county, committeeId, parentId, branchId }: Unit): Promise<readonly Unit[]> {
      const above = [county, committeeId, parentId, branchId].flatMap((unitId) => (unitId === _id ? [] : (unitId ?? [])))
      const found = await db.getMany(units, above)
      return [...found.values()]
    },
    async hasCounty(): Promise<boolean> {
      return (await db.get(units, countyId)) !== undefined
    },
    /** Town committees; only who reaches the whole county sees the row of towns. */
    async listCommittees(scope: Scope, page: UnitPage): Promise<Page<Unit>> {
      if (!scope.all) return { rows: [] }
      const found = await db.list(units, { where: { parentId: countyId }, orderBy: 'sortKey', ...page })
      return { ...found, rows: found.rows.filter(({ closedAt }) => closedAt === undefined) }
    },
    async listBranches(scope: Scope, committeeId: string, page: UnitPage): Promise<Page<Unit>> {
      const found = await db.list(units, { where: { committeeId, level: 'branch' }, orderBy: 'sortKey', ...page })
      return { ...found, rows: found.rows.filter((unit) => unit.closedAt === undefined && covers(scope, unit)) }
    },
    async listGroups(scope: Scope, branchId: string): Promise<readonly Unit[]> {
      const groups = await all({ where: { parentId: branchId }, orderBy: 'sortKey' })
      return groups.filter((group) => covers(scope, { branchId, groupId: group._id }))
    },
    /**
     * For scopes alone: ids of the branches below a committee or a general branch, however many pages. A branch names its committee
     * wherever below it lies, so that a town costs its pages and nothing more; closed ones stay, with what was recorded there.
     */
    async branchesBelow(unitId: string): Promise<readonly string[]> {
      const ofCommittee = await all({ where: { committeeId: unitId, level: 'branch' }, orderBy: 'sortKey' })
      const below = ofCommittee.length > 0 ? ofCommittee : await all({ where: { parentId: unitId, level: 'branch' }, orderBy: 'sortKey' })
      return below.map(({ _id }) => _id)
    },
    /** A person's own grants, those that are over among them. */
    async grantsOfPerson(personId: string): Promise<readonly RoleGrant[]> {
      return (await db.list(grants, { where: { personId }, limit: 100 })).rows
    },
    /** What the transaction cannot find by itself: nothing where the person's record names every grant. */
    async grantsNotNamed({ _id, grantIds }: Pick<Person, '_id' | 'grantIds'>): Promise<readonly RoleGrant[]> {
      return grantIds === undefined ? store.grantsOfPerson(_id) : []
    },
    /** The offices that grants come to, now or later, each with the units it lies in. */
    async officesIn(tx: Transaction, held: readonly RoleGrant[], now: number): Promise<readonly HeldOffice[]> {
      const offices: HeldOffice[] = []
      for (const grant of held.filter(({ until }) => until === undefined || until > now)) {
        offices.push({ role: grant.role, unitId: grant.unitId, within: unitsAbove(grant.unitId, await tx.get(units, grant.unitId)) })
      }
      return offices
    },
    /** The same outside a transaction, of a person who was found. No round trip for whoever holds nothing. */
    async officesOf(person: Pick<Person, '_id' | 'grantIds'>, now: number): Promise<readonly HeldOffice[]> {
      const all =
        person.grantIds === undefined ? await store.grantsOfPerson(person._id) : (await db.getMany(grants, person.grantIds)).values()
      const held = [...all].filter(({ until }) => until === undefined || until > now)
      const found = await db.getMany(units, [...new Set(held.map(({ unitId }) => unitId))])
      return held.map(({ role, unitId }) => ({ role, unitId, within: unitsAbove(unitId, found.get(unitId)) }))
    },
    /** Who holds a role now, by unit; the first one where there are several. A county's offices are few: they are read together. */
    async holdersOf(scope: Scope, role: Role, now: number): Promise<ReadonlyMap<string, string>> {
      const held = await everyPage((after) => db.list(grants, { where: { role }, limit: 100, ...after }))
      const covered = held.filter((grant) => runsNow(grant, now) && covers(scope, grant))
      return new Map(covered.reverse().map(({ unitId, personId }) => [unitId, personId]))
    },
    /** For the machine's operator: who administers the county. */
    async countyAdmin(): Promise<string | undefined> {
      return (await db.list(grants, { where: { unitId: countyId, role: 'countyAdmin' }, limit: 1 })).rows[0]?.personId
    },
    /** Grants held in a unit; bounded by how many offices a unit has. */
    grantsIn: (unitId: string): Promise<readonly RoleGrant[]> =>
      everyPage((after) => db.list(grants, { where: { unitId }, limit: 100, ...after })),
    ...unitWrites,
    /** Answers the grant's id, for the person's record to name. */
    async insertGrant(tx: Transaction, made: Made, personId: string, unit: Unit, role: Role): Promise<string> {
      const { _id: unitId, level, branchId } = unit
      const _id = grantId(unitId, role, personId)
      await tx.insert(grants, { _id, v: 1, made, role, unitId, level, ...(branchId === undefined ? {} : { branchId }), personId })
      return _id
    },
  }
  return store
}

export type OrganisationStore = ReturnType<typeof organisationStore>
