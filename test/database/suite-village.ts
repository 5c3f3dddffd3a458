/** The village of the database suite: every side opens a store with these collections. */
import type { Collection, Stored } from '../../cloudfunctions/runtime/database'

export interface Member extends Stored {
  readonly branch: string
  /** a day, unique within a branch */
  readonly joined: string
  readonly number: number
  readonly active: boolean
  readonly name: string
  readonly note?: string
  readonly extra?: unknown
}

export interface Gift extends Stored {
  readonly name: string
  readonly stock: number
  readonly taken?: Readonly<Record<string, number>>
}

export interface HouseBefore extends Stored {
  readonly people: string
}

export interface House extends Stored {
  readonly people: readonly string[]
}

export const members: Collection<Member> = {
  name: 'members',
  indexes: [['branch', 'joined'], ['number'], ['branch', 'active', 'number'], ['note'], ['branch', '_id']],
}

export const gifts: Collection<Gift> = { name: 'gifts', indexes: [] }

/** The same documents before and after their shape changed. */
export const housesBefore: Collection<HouseBefore> = { name: 'houses', indexes: [] }

export const houses: Collection<House> = {
  name: 'houses',
  indexes: [],
  upgrade: (stored) => ({
    ...stored,
    v: 2,
    people: 'people' in stored && typeof stored.people === 'string' ? stored.people.split('、') : [],
  }),
}

export const villageCollections = [members, gifts, houses]

const firstDay = Date.UTC(2020, 0, 1)

/** The n-th member, who joined n days after the first. */
export function member(n: number, changes: Partial<Member> = {}): Member {
  const joined = new Date(firstDay + n * 86_400_000).toISOString().slice(0, 10)
  return {
    _id: `m${String(n).padStart(3, '0')}`,
    v: 1,
    branch: 'east',
    joined,
    number: n,
    active: n % 2 === 0,
    name: `党员${n}`,
    ...changes,
  }
}

export function gift(stock: number): Gift {
  return { _id: 'g', v: 1, name: '食用油', stock }
}
