/** Persons and members, as stored. */

import type { Claim } from '#shared/claims/model'
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Member, Person } from '#shared/members/model'
import type { Unit } from '#shared/organisation/model'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'

const persons: Collection<Person> = { name: 'persons', indexes: [['branchId', 'sortKey']] }

const members: Collection<Member> = {
  name: 'members',
  indexes: [
    ['branchId', 'sortKey'],
    ['branchId', 'groupId', 'sortKey'],
  ],
}

export const memberCollections = [persons, members]

type RosterPage = Pick<ListQuery<Member>, 'after' | 'limit'>

export interface Officer {
  readonly personId: string
  readonly name: string
  readonly hasClaimed: boolean
}

export function memberStore(db: Database) {
  return {
    async findMember(scope: Scope, memberId: string): Promise<Member | undefined> {
      const member = await db.get(members, memberId)
      return member !== undefined && covers(scope, member) ? member : undefined
    },
    /** Those of them who lie in the scope, by id. */
    async findMembers(scope: Scope, memberIds: readonly string[]): Promise<ReadonlyMap<string, Member>> {
      const found = await db.getMany(members, memberIds)
      return new Map([...found].filter(([, member]) => covers(scope, member)))
    },
    async findPerson(scope: Scope, personId: string): Promise<Person | undefined> {
      const person = await db.get(persons, personId)
      return person !== undefined && covers(scope, person) ? person : undefined
    },
    /** Who holds a claim's code may know whose it is: the claim is the right to read. */
    personOfClaim: (claim: Claim): Promise<Person | undefined> => db.get(persons, claim.personId),
    /** Officers as the units above see them, by unit: the units were found within their scope. */
    async officersOf(units: readonly Unit[], holders: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Officer>> {
      const ids = units.map(({ _id }) => holders.get(_id)).filter((personId) => personId !== undefined)
      const found = await db.getMany(persons, ids)
      const officers = [...found.values()].filter(({ _id, unitId }) => holders.get(unitId) === _id)
      return new Map(officers.map(({ _id, unitId, name, devices }) => [unitId, { personId: _id, name, hasClaimed: devices.length > 0 }]))
    },
    /** Names stand in registers beside what was recorded; a name alone is no more than the register shows. */
    async nameOf(personId: string): Promise<string | undefined> {
      return (await db.get(persons, personId))?.name
    },
    async namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      return new Map([...(await db.getMany(persons, personIds))].map(([personId, { name }]) => [personId, name]))
    },
    /** The branch's roster in its order, cut down to what the scope covers: a page may come out short. */
    async listRoster(scope: Scope, branchId: string, page: RosterPage): Promise<Page<Member>> {
      const found = await db.list(members, { where: { branchId }, orderBy: 'sortKey', ...page })
      return { ...found, rows: found.rows.filter((member) => covers(scope, member)) }
    },
    async countRoster(scope: Scope, branchId: string): Promise<number> {
      if (covers(scope, { branchId })) return db.count(members, { where: { branchId } })
      const groups = scope.groups.filter((group) => group.branchId === branchId)
      const counts = await Promise.all(groups.map(({ groupId }) => db.count(members, { where: { branchId, groupId } })))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    async listPersons(scope: Scope, branchId: string, page: RosterPage): Promise<Page<Person>> {
      const found = await db.list(persons, { where: { branchId }, orderBy: 'sortKey', ...page })
      return { ...found, rows: found.rows.filter((person) => covers(scope, person)) }
    },
    insertPerson: (tx: Transaction, person: Person) => tx.insert(persons, person),
    insertMember: (tx: Transaction, member: Member) => tx.insert(members, member),
    getPerson: (tx: Transaction, personId: string) => tx.get(persons, personId),
    putPerson: (tx: Transaction, person: Person) => tx.put(persons, person),
  }
}

export type MemberStore = ReturnType<typeof memberStore>
