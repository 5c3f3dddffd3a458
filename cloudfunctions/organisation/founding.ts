/** Laying units, persons and members: the one way in for the first county, a pasted list and the demonstration alike. */
import type { Role } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import { rosterKey } from '#shared/members/ids'
import type { Member, Person } from '#shared/members/model'
import { countyId } from '#shared/organisation/ids'
import type { Unit } from '#shared/organisation/model'
import type { Founder } from '#shared/organisation/rules'
import { type InitialsOf, type MemberStore, newMember } from '../members/store'
import type { Chance } from '../runtime/chance'
import type { Transaction } from '../runtime/database'
import { type OrganisationStore, unitSortKey } from './store'

export interface FoundingTools {
  readonly organisation: OrganisationStore
  readonly members: MemberStore
  readonly chance: Chance
}

/** A unit that is about to be laid. */
export function newUnit(made: Made, id: string, fields: Pick<Unit, 'level' | 'name' | 'countyId'> & Partial<Unit>): Unit {
  return { ...fields, _id: id, v: 1, made, sortKey: unitSortKey(made.at, id) }
}

/** A person who holds a role without being on a roster: a town officer, the county's administrator. */
export async function layOfficer(tx: Transaction, tools: FoundingTools, made: Made, unit: Unit, name: string, role: Role): Promise<Person> {
  const personId = tools.chance.id()
  const grantIds = [await tools.organisation.insertGrant(tx, made, personId, unit, role)]
  const person: Person = { _id: personId, v: 1, made, name, unitId: unit._id, devices: [], grantIds }
  await tools.members.insertPerson(tx, person)
  return person
}

/** The county and its administrator. */
export async function layCounty(
  tx: Transaction,
  tools: FoundingTools,
  made: Made,
  names: { readonly county: string; readonly admin: string },
): Promise<Person> {
  const county = newUnit(made, countyId, { level: 'county', name: names.county, countyId })
  await tools.organisation.insertUnit(tx, county)
  return layOfficer(tx, tools, made, county, names.admin, 'countyAdmin')
}

export interface NewBranch {
  readonly branch: Unit
  readonly groupNames: readonly string[]
  readonly members: readonly Founder[]
  readonly initialsOf: InitialsOf
}

/** A branch with its groups, roster and first officers; answers the members in roster order. */
export async function layBranch(
  tx: Transaction,
  tools: FoundingTools,
  made: Made,
  { branch, groupNames, members, initialsOf }: NewBranch,
): Promise<readonly Member[]> {
  await tools.organisation.insertUnit(tx, branch)
  const groups = groupNames.map((name, place) => newGroup(made, tools.chance.id(), branch, name, place))
  for (const group of groups) await tools.organisation.insertUnit(tx, group)
  const laid: Member[] = []
  for (const [place, founder] of members.entries()) {
    const group = groups.find(({ name }) => name === founder.group)
    const held = founder.post === 'secretary' ? branch : founder.post === 'groupLeader' ? group : undefined
    const office = founder.post === undefined || held === undefined ? undefined : { unit: held, role: founder.post }
    const sortKey = rosterKey(place + 1)
    laid.push(await layMember(tx, tools, made, { branch, group, name: founder.name, sortKey, initialsOf, office }))
  }
  return laid
}

/** Groups founded in one moment keep the order in which the list names them. */
function newGroup(made: Made, id: string, branch: Unit, name: string, place: number): Unit {
  const { committeeId } = branch
  const above = committeeId === undefined ? {} : { committeeId }
  const group = newUnit(made, id, { level: 'group', name, parentId: branch._id, countyId, branchId: branch._id, ...above })
  return { ...group, sortKey: `${rosterKey(place + 1)}_${id}` }
}

interface Arrival {
  readonly initialsOf: InitialsOf
  readonly branch: Unit
  readonly group: Unit | undefined
  readonly name: string
  readonly sortKey: string
  readonly office: { readonly unit: Unit; readonly role: Role } | undefined
}

async function layMember(
  tx: Transaction,
  tools: FoundingTools,
  made: Made,
  { branch, group, name, sortKey, initialsOf, office }: Arrival,
): Promise<Member> {
  const personId = tools.chance.id()
  const place = { branchId: branch._id, ...(group === undefined ? {} : { groupId: group._id }), sortKey }
  const member = newMember(made, { _id: tools.chance.id(), personId, name, ...place }, initialsOf(name))
  const grantIds = office === undefined ? [] : [await tools.organisation.insertGrant(tx, made, personId, office.unit, office.role)]
  const person: Person = { _id: personId, v: 1, made, name, unitId: branch._id, memberId: member._id, devices: [], grantIds, ...place }
  await tools.members.insertPerson(tx, person)
  await tools.members.insertMember(tx, member)
  return member
}
