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

export function memberStore(db: Database) {
  return {
    async findMember(scope: Scope, memberId: string): Promise<Member | undefined> {
      const member = await db.get(members, memberId)
      return member !== undefined && covers(scope, member) ? member : undefined
    },
    async findPerson(scope: Scope, personId: string): Promise<Person | undefined> {
      const person = await db.get(persons, personId)
      return person !== undefined && covers(scope, person) ? person : undefined
    },
    /** Who holds a claim's code may know whose it is: the claim is the right to read. */
    personOfClaim: (claim: Claim): Promise<Person | undefined> => db.get(persons, claim.personId),
    /** An officer as the units above see them: the unit was found within their scope. */
    async officerOf(unit: Unit, personId: string): Promise<{ personId: string; name: string; hasClaimed: boolean } | undefined> {
      const person = await db.get(persons, personId)
      if (person === undefined || person.unitId !== unit._id) return undefined
      return { personId, name: person.name, hasClaimed: person.devices.length > 0 }
    },
    /** Names stand in registers beside what was recorded; a name alone is no more than the register shows. */
    async nameOf(personId: string): Promise<string | undefined> {
      return (await db.get(persons, personId))?.name
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
