/** The organisation tree and the roles held in it, as stored. */
import { covers, type Role, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import { countyId, grantId } from '#shared/organisation/ids'
import type { RoleGrant, Unit } from '#shared/organisation/model'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import { everyPage } from '../runtime/page'

const units: Collection<Unit> = {
  name: 'units',
  indexes: [
    ['parentId', 'sortKey'],
    ['committeeId', 'level', 'sortKey'],
  ],
}

const grants: Collection<RoleGrant> = {
  name: 'grants',
  indexes: [
    ['personId', '_id'],
    ['unitId', 'role', '_id'],
    ['role', '_id'],
  ],
}

export const organisationCollections = [units, grants]

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
    async find(scope: Scope, unitId: string): Promise<Unit | undefined> {
      const unit = await db.get(units, unitId)
      return unit !== undefined && covers(scope, unit) ? unit : undefined
    },
    async hasCounty(): Promise<boolean> {
      return (await db.get(units, countyId)) !== undefined
    },
    /** Town committees; only who reaches the whole county sees the row of towns. */
    async listCommittees(scope: Scope, page: UnitPage): Promise<Page<Unit>> {
      if (!scope.all) return { rows: [] }
      return db.list(units, { where: { parentId: countyId }, orderBy: 'sortKey', ...page })
    },
    async listBranches(scope: Scope, committeeId: string, page: UnitPage): Promise<Page<Unit>> {
      const found = await db.list(units, { where: { committeeId, level: 'branch' }, orderBy: 'sortKey', ...page })
      return { ...found, rows: found.rows.filter((unit) => covers(scope, unit)) }
    },
    async listGroups(scope: Scope, branchId: string): Promise<readonly Unit[]> {
      const groups = await all({ where: { parentId: branchId }, orderBy: 'sortKey' })
      return groups.filter((group) => covers(scope, { branchId, groupId: group._id }))
    },
    /** For scopes alone: ids of the branches below a committee or a general branch, however many pages. */
    async branchesBelow(unitId: string): Promise<readonly string[]> {
      const below = await all({ where: { parentId: unitId }, orderBy: 'sortKey' })
      const deeper = await Promise.all(below.filter(({ level }) => level === 'generalBranch').map(({ _id }) => store.branchesBelow(_id)))
      return [...below.filter(({ level }) => level === 'branch').map(({ _id }) => _id), ...deeper.flat()]
    },
    /** A person's own grants: read when a device is bound to the person. */
    async grantsOfPerson(personId: string): Promise<readonly RoleGrant[]> {
      return (await db.list(grants, { where: { personId }, limit: 100 })).rows
    },
    /** Who holds a role, by unit; the first one where there are several. A county's offices are few: they are read together. */
    async holdersOf(scope: Scope, role: Role): Promise<ReadonlyMap<string, string>> {
      const held = await everyPage((after) => db.list(grants, { where: { role }, limit: 100, ...after }))
      const covered = held.filter((grant) => covers(scope, grant))
      return new Map(covered.reverse().map(({ unitId, personId }) => [unitId, personId]))
    },
    /** For the machine's operator: who administers the county. */
    async countyAdmin(): Promise<string | undefined> {
      return (await db.list(grants, { where: { unitId: countyId, role: 'countyAdmin' }, limit: 1 })).rows[0]?.personId
    },
    insertUnit: (tx: Transaction, unit: Unit) => tx.insert(units, unit),
    holdUnit: (tx: Transaction, unitId: string) => tx.hold(units, unitId),
    insertGrant: (tx: Transaction, made: Made, personId: string, unit: Unit, role: Role) =>
      tx.insert(grants, {
        _id: grantId(unit._id, role, personId),
        v: 1,
        made,
        role,
        unitId: unit._id,
        level: unit.level,
        ...(unit.branchId === undefined ? {} : { branchId: unit.branchId }),
        personId,
      }),
  }
  return store
}

export type OrganisationStore = ReturnType<typeof organisationStore>
