/**
 * Rights of people who sit on two chairs. What each seat alone may is tried in `test/contracts`; here the seats are held by one person,
 * and none of them lends the other its reach. The table is made from the contracts.
 */
import { demoContracts } from '#shared/contracts'
import type { Action, Contracts } from '#shared/kernel/contract'
import { type Role, roles } from '#shared/kernel/organisation'
import { type Foreign, idsIn, inputFrom, layNextDoor, layOtherTown, schemaOf } from '../contracts/foreign'
import { often } from '../setup/often'
import { dataOf, holders, newVillage, type Village } from '../village/village'

const contracts: Contracts = demoContracts
const actions = Object.entries(contracts).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, action]) => ({ name: `${feature}.${verb}`, action })),
)
const nextDoor = 'next door'
const otherTown = 'in another town'
type Where = typeof nextDoor | typeof otherTown

interface Seats {
  readonly who: string
  readonly says: string
  readonly roles: readonly Role[]
  /** through which of the roles something there is in reach */
  readonly through: Readonly<Partial<Record<Where, Role>>>
}

const doubled: readonly Seats[] = [
  {
    ...{ who: '徐大勇', says: 'a group leader who is the town’s officer as well' },
    roles: ['member', 'groupLeader', 'townOfficer'],
    through: { [nextDoor]: 'townOfficer' },
  },
  {
    ...{ who: '刘桂兰', says: 'a member who is the contact of the branch next door' },
    roles: ['member', 'villageContact'],
    through: { [nextDoor]: 'villageContact' },
  },
  {
    ...{ who: '老王', says: 'a secretary of a branch and of the general branch above it' },
    roles: ['member', 'secretary'],
    through: {},
  },
  {
    ...{ who: '李强', says: 'a member who is the officer of another town' },
    roles: ['member', 'townOfficer'],
    through: { [otherTown]: 'townOfficer' },
  },
]

/** Other answers than 没有找到, and why they tell nothing (as in `test/contracts/authorization.test.ts`). */
const otherwise: Readonly<Record<string, string>> = { 'themeday.checkIn': 'OTHER_BRANCH' }

/** Who shapes a unit depends on its level, which the contract does not know: `test/organisation` tries each. */
const byLevel: readonly string[] = ['organisation.createUnit', 'organisation.renameUnit', 'organisation.closeUnit']

const may = ({ allow }: Action, role: Role) => allow !== 'anyone' && allow[role] !== undefined

async function seat(village: Village, other: Foreign): Promise<void> {
  const { committeeId, branchId, nextDoorId } = village
  const to = (name: string) => ({ to: { personId: village.person(name).personId } })
  const county = village.as('沈文')
  const { unitId } = dataOf(await county.organisation.createUnit({ level: 'generalBranch', parentId: committeeId, name: '河东总支' }))
  dataOf(await county.organisation.moveUnit({ unitId: branchId, parentId: unitId }))
  dataOf(await county.roles.grant({ unitId: committeeId, role: 'townOfficer', ...to('徐大勇') }))
  dataOf(await county.roles.grant({ unitId: nextDoorId, role: 'villageContact', ...to('刘桂兰') }))
  dataOf(await county.roles.handOver({ unitId, ...to('老王'), claimsToo: false }))
  dataOf(await county.roles.grant({ unitId: other.committee ?? '', role: 'townOfficer', ...to('李强') }))
  for (const { who } of doubled) await village.claimAnew(who)
}

describe('whoever holds two seats', () => {
  let village: Village
  let places: Readonly<Record<Where, Foreign>>
  beforeAll(async () => {
    village = await newVillage({ isDemonstration: true })
    places = { [nextDoor]: await layNextDoor(village), [otherTown]: await layOtherTown(village) }
    await seat(village, places[otherTown])
  })
  afterAll(() => village.close())

  it.each(doubled)('$who is $says', async ({ who, roles: held }) => {
    const { persons } = dataOf(await village.as(who).session.who({}))
    expect([...new Set(persons[0]?.roles.map(({ role }) => role))].sort()).toEqual([...held].sort())
  })

  const closed = doubled.flatMap((seats) =>
    actions
      .filter(({ action }) => action.allow !== 'anyone' && !seats.roles.some((role) => may(action, role)))
      .map(({ name }) => ({ ...seats, name })),
  )
  it.each(closed)('$says may not ask $name', async ({ who, name }) => {
    expect(await village.browser(who).raw({ action: name, input: {}, requestId: 'two-seats' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  const beyond = doubled.flatMap((seats) =>
    actions
      .filter(({ action }) => seats.roles.some((role) => may(action, role)) && idsIn(schemaOf(action.input)).length > 0)
      .flatMap(({ name, action }) =>
        ([nextDoor, otherTown] as const)
          .filter((where) => {
            const role = seats.through[where]
            return role === undefined || !may(action, role)
          })
          .map((where) => ({ ...seats, name, where, schema: schemaOf(action.input) })),
      ),
  )
  it.each(beyond)('$says finds nothing by $name that is $where', async ({ who, name, where, schema }) => {
    const ids: Foreign = { ...places[nextDoor], committee: 'nowhere', ...places[where] }
    const reply = await village.browser(who).raw({ action: name, input: inputFrom(schema, ids), requestId: `two-seats-${where.length}` })
    const isEmpty = reply.ok && Object.values(Object(reply.data)).every((value) => Array.isArray(value) && value.length === 0)
    expect(isEmpty ? 'NOT_FOUND' : reply.ok ? 'done' : reply.code).toBe(otherwise[name] ?? 'NOT_FOUND')
  })
})

describe('two people on one phone', () => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage({ isDemonstration: true })
    await village.staff()
  })
  afterAll(() => village.close())

  const officers = roles.filter((role) => role !== 'member')
  const table = actions.flatMap(({ name, action }) =>
    officers.filter((role) => may(action, role) && !may(action, 'member')).map((role) => ({ name, role })),
  )
  const neighbours = ['黄丽', '杨帆', '高梅', '何国庆', '罗喆', '宋秋菊', '唐双喜', '梁小军', '马建华', '郑海']
  const shared = new Set<Role>()

  it.each(table)('$name is not lent by $role to the member beside them', async ({ name, role }) => {
    const phone = village.browser(holders[role])
    // A person is known on five phones at most, so everybody has a neighbour of their own.
    const { personId } = village.person(neighbours[roles.indexOf(role)] ?? '')
    if (!shared.has(role)) {
      shared.add(role)
      dataOf(await phone.api.claims.bind({ code: dataOf(await village.as('老王').claims.issue({ personId })).code }))
    }
    const body = { action: name, input: {}, requestId: 'one-phone', as: personId }
    expect(await phone.raw(body)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  })
})

describe('whoever may ask is heard about what is their own', () => {
  /** Looking leaves all as it is; for what changes something every cell has a village of its own, which is for the long run. */
  const tried = actions.filter(({ name, action: { kind } }) => kind === 'query' || (often(0, 1) === 1 && !byLevel.includes(name)))
  const table = tried.flatMap(({ name, action }) => roles.filter((role) => may(action, role)).map((role) => ({ name, role, action })))
  let looking: Village
  beforeAll(async () => {
    looking = await newVillage({ isDemonstration: true })
    await looking.staff()
  })
  afterAll(() => looking.close())

  it.each(table)('$name by $role', async ({ name, role, action: { kind, input } }) => {
    const village = kind === 'query' ? looking : await newVillage({ isDemonstration: true })
    if (kind !== 'query') await village.staff()
    const { personId: person, memberId: member, groupId: group = '' } = village.person('黄丽')
    const none = { themeDay: 'none_2026-11', grant: 'none', assist: 'none', report: 'none', file: 'none', entry: 'none', line: 'none' }
    const own = { branch: village.branchId, committee: village.committeeId, person, member, group, hardship: 'none', ...none }
    const reply = await village.browser(holders[role]).raw({ action: name, input: inputFrom(schemaOf(input), own), requestId: 'own-cell' })
    expect(reply).not.toMatchObject({ code: expect.stringMatching(/^(NOT_ALLOWED|SIGN_IN_FIRST|UNAVAILABLE|INVALID_INPUT)$/) })
    if (kind !== 'query') await village.close()
  })
})
