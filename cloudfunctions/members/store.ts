/** Persons and members, as stored. */

import type { Claim } from '#shared/claims/model'
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Member, Person } from '#shared/members/model'
import type { RoleGrant, Unit } from '#shared/organisation/model'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import { getEach } from '../runtime/page'
import { SealBroken, type Sealer } from '../runtime/sealed'
import type { CardStore } from './card-store'
import { memberFinding, nameKeyOf } from './finding'
import { type InitialsOf, openInitials } from './initials'
import { memberNumbers, numberCollections } from './numbers'
import { memberRecords, recordCollections } from './records'
import { memberTwins, rosterPlaces } from './twins'

export type { CardStore, InitialsOf }

const persons: Collection<Person> = { name: 'persons', indexes: [['branchId', 'sortKey']] }

const members: Collection<Member> = {
  name: 'members',
  indexes: [
    ['branchId', 'sortKey'],
    ['branchId', 'groupId', 'sortKey'],
    ['branchId', 'initialsKey'],
    ['branchId', 'nameKey'],
    ['phoneKey'],
  ],
}

export const memberCollections = [persons, members, rosterPlaces, ...recordCollections, ...numberCollections]

/** A member's name with all that is found by it: the three change together. */
export function namedMember(
  _id: string,
  name: string,
  initials: string,
): Pick<Member, '_id' | 'name' | 'initials' | 'initialsKey' | 'nameKey'> {
  return { _id, name, initials, initialsKey: `${initials}_${_id}`, nameKey: nameKeyOf(name, _id) }
}

type NewMember = Pick<Member, '_id' | 'personId' | 'name' | 'branchId' | 'sortKey'> & Partial<Pick<Member, 'groupId'>>

/** A member as nobody has edited them: full, and coming in person. */
export function newMember(made: Made, fields: NewMember, initials: string): Member {
  const named = namedMember(fields._id, fields.name, initials)
  return { ...fields, ...named, v: 1, made, version: 1, membership: 'full', participation: 'inPerson' }
}

type RosterPage = Pick<ListQuery<Member>, 'after' | 'limit'>

export interface Officer {
  readonly personId: string
  readonly name: string
  readonly hasClaimed: boolean
}

export function memberStore(db: Database, sealer: Sealer) {
  const records = memberRecords(db)
  return {
    ...memberFinding(db, members, sealer),
    ...records,
    ...memberNumbers(db, records),
    ...memberTwins(sealer),
    openInitials,
    /** A number as it is stored: sealed, and to be found by who knows all of it. */
    sealedPhone: (memberId: string, phone: string): Pick<Member, 'phone' | 'phoneKey'> => ({
      phone: sealer.seal(phone),
      phoneKey: `${sealer.index(phone)}_${memberId}`,
    }),
    /** `lost`: there is one, but it does not open with the keys of today (a store taken back without its keys). */
    phoneOf({ phone }: Member): { readonly phone: string } | 'lost' | undefined {
      if (phone === undefined) return undefined
      try {
        return { phone: sealer.open(phone) }
      } catch (thrown) {
        if (thrown instanceof SealBroken) return 'lost'
        throw thrown
      }
    },
    async findMember(scope: Scope, memberId: string): Promise<Member | undefined> {
      const member = await db.get(members, memberId)
      return member !== undefined && covers(scope, member) ? member : undefined
    },
    /** The member who asks: a scope of their own holds them by their id. */
    async findSelf(scope: Scope, memberId: string): Promise<Member | undefined> {
      return covers(scope, { memberId }) ? db.get(members, memberId) : undefined
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
    /** One's own record: being who asks is the right to read it. */
    findOwn: ({ personId }: { readonly personId: string }): Promise<Person | undefined> => db.get(persons, personId),
    /** Who holds a claim's code may know whose it is: the claim is the right to read. */
    personOfClaim: (claim: Claim): Promise<Person | undefined> => db.get(persons, claim.personId),
    /** Officers as the units above see them, by unit: the units were found within their scope. */
    async officersOf(units: readonly Unit[], holders: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Officer>> {
      const ids = units.map(({ _id }) => holders.get(_id)).filter((personId) => personId !== undefined)
      const found = await db.getMany(persons, ids)
      const officers = units.flatMap(({ _id: unitId }) => {
        const person = found.get(holders.get(unitId) ?? '')
        return person === undefined
          ? []
          : [[unitId, { personId: person._id, name: person.name, hasClaimed: person.devices.length > 0 }] as const]
      })
      return new Map(officers)
    },
    /** Names stand in registers beside what was recorded; a name alone is no more than the register shows. */
    async nameOf(personId: string): Promise<string | undefined> {
      return (await db.get(persons, personId))?.name
    },
    /** A role that was found in reach leads to its holder. */
    findHolder: ({ personId }: RoleGrant): Promise<Person | undefined> => db.get(persons, personId),
    /** Who holds an office, as those who see the office may know: their name and whether a phone knows them. */
    async officeHolders(personIds: readonly string[]): Promise<ReadonlyMap<string, Officer & { readonly isMember: boolean }>> {
      const found = await db.getMany(persons, [...new Set(personIds)])
      return new Map(
        [...found].map(([personId, { name, memberId, devices }]) => [
          personId,
          { personId, name, isMember: memberId !== undefined, hasClaimed: devices.length > 0 },
        ]),
      )
    },
    /** As many as a register names: whoever tapped after their name was called stands in it as well. */
    async namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      return new Map([...(await getEach(db, persons, personIds))].map(([personId, { name }]) => [personId, name]))
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
    /** The persons behind the roster: who holds an office here without being a member has no place on it. */
    async listPersons(scope: Scope, branchId: string, page: RosterPage): Promise<Page<Person>> {
      const found = await db.list(persons, { where: { branchId }, orderBy: 'sortKey', range: { from: '0' }, ...page })
      return { ...found, rows: found.rows.filter((person) => covers(scope, person)) }
    },
    /** The persons behind members, by person; a hundred at most. */
    async personsOf(scope: Scope, rows: readonly Member[]): Promise<ReadonlyMap<string, Person>> {
      const found = await db.getMany(
        persons,
        rows.map(({ personId }) => personId),
      )
      return new Map([...found].filter(([, person]) => covers(scope, person)))
    },
    insertPerson: (tx: Transaction, person: Person) => tx.insert(persons, person),
    insertMember: (tx: Transaction, member: Member) => tx.insert(members, member),
    getMember: (tx: Transaction, memberId: string) => tx.get(members, memberId),
    putMember: (tx: Transaction, member: Member) => tx.put(members, member),
    removeMember: (tx: Transaction, memberId: string) => tx.remove(members, memberId),
    getPerson: (tx: Transaction, personId: string) => tx.get(persons, personId),
    putPerson: (tx: Transaction, person: Person) => tx.put(persons, person),
  }
}

export type MemberStore = ReturnType<typeof memberStore>
