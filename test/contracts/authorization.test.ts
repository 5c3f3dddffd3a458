/**
 * The table of who may ask what, taken from the contracts: every closed cell is tried through the real dispatcher with input
 * no schema would take, so that a cell that parsed before it judged would answer otherwise.
 */
import { demoContracts } from '#shared/contracts'
import { assistOf, type Contracts } from '#shared/kernel/contract'
import { type Role, roles } from '#shared/kernel/organisation'
import { dataOf, holders, newVillage, publish, themeDayPlan, type Village } from '../village/village'
import { type Foreign, idsIn, inputFrom, kindsIn, layNextDoor, layOtherTown, schemaOf } from './foreign'

const contracts: Contracts = demoContracts
const actions = Object.entries(contracts).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, action]) => ({
    name: `${feature}.${verb}`,
    allow: action.allow,
    canBeHelped: assistOf(action).length > 0,
  })),
)

/** A roster officer is a member as well; these hold only what stands here. */
const alsoMember: readonly Role[] = ['groupLeader', 'liaison', 'disciplineOfficer', 'organisationOfficer', 'secretary']

const closed = actions.flatMap(({ name, allow }) =>
  allow === 'anyone'
    ? []
    : roles
        .filter((role) => allow[role] === undefined && !(alsoMember.includes(role) && allow.member !== undefined))
        .map((role) => ({ name, role })),
)
const guarded = actions.filter(({ allow }) => allow !== 'anyone')
const junk = { $ne: null, __proto__: { admin: true }, nonsense: [1, 2, 3] }

describe('who may ask what', () => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage({ isDemonstration: true })
    await village.staff()
  })
  afterAll(() => village.close())

  it.each(closed)('$name is closed to $role', async ({ name, role }) => {
    const reply = await village.browser(holders[role]).raw({ action: name, input: junk, requestId: 'closed-cell' })
    expect(reply).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  })

  it.each(guarded)('$name asks a stranger to say who they are, with or without a token nobody knows', async ({ name }) => {
    const stranger = village.newcomer()
    expect(await stranger.raw({ action: name, input: junk, requestId: 'stranger-1' })).toMatchObject({ code: 'SIGN_IN_FIRST' })
    const { device: _, ...nobody } = stranger.caller
    expect(await village.house.serve({ action: name, input: junk, requestId: 'stranger-2' }, nobody)).toMatchObject({
      code: 'SIGN_IN_FIRST',
    })
  })

  it.each(guarded)('$name does not let a person of another phone be named', async ({ name }) => {
    const as = village.person('老王').personId
    expect(await village.browser('张大爷').raw({ action: name, input: {}, requestId: 'as-another', as })).toMatchObject({
      code: 'SIGN_IN_FIRST',
    })
  })

  it.each(guarded.filter(({ canBeHelped }) => !canBeHelped))('$name lets nobody act for a member', async ({ name, allow }) => {
    const role = roles.find((one) => allow !== 'anyone' && allow[one] !== undefined)
    if (role === undefined) throw new Error('an action nobody may ask')
    const body = {
      action: name,
      input: {},
      requestId: 'for-another',
      for: { memberId: village.person('赵大娘').memberId, reason: 'noPhone' },
    }
    expect(await village.browser(holders[role]).raw(body)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it.each(actions)('$name refuses keys nobody declared', async ({ name, allow }) => {
    const role = roles.find((one) => allow !== 'anyone' && allow[one] !== undefined) ?? 'member'
    const reply = await village.browser(holders[role]).raw({ action: name, input: { extra: { $gt: '' } }, requestId: 'extra-keys' })
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  })
})

const elsewhere = ['next door', 'in another town'] as const

/** Other answers than 没有找到, and why they tell nothing. */
const otherwise: Readonly<Record<string, { readonly code: string; readonly why: string }>> = {
  'themeday.checkIn': { code: 'OTHER_BRANCH', why: 'the code hangs on a wall for everybody; a guest is told whose it is' },
}

describe('what belongs to another branch, or to another town, looks like not there', () => {
  let village: Village
  let places: Readonly<Record<'next door' | 'in another town', Foreign>>
  beforeAll(async () => {
    village = await newVillage()
    await village.staff()
    places = { 'next door': await layNextDoor(village), 'in another town': await layOtherTown(village) }
  })
  afterAll(() => village.close())

  const named = Object.entries(contracts).flatMap(([feature, verbs]) =>
    Object.entries(verbs).map(([verb, { allow, input }]) => ({ name: `${feature}.${verb}`, allow, schema: schemaOf(input) })),
  )
  const table = named.flatMap(({ name, allow, schema }) =>
    allow === 'anyone' || idsIn(schema).length === 0
      ? []
      : roles
          // The county reaches everything, and nothing is foreign to it; to a town only another town is.
          .filter((role) => allow[role] !== undefined && role !== 'countyAdmin')
          .flatMap((role) =>
            elsewhere.filter((where) => role !== 'townOfficer' || where !== 'next door').map((where) => ({ name, role, where, schema })),
          ),
  )

  it.each(table)('$name asked by $role about something $where', async ({ name, role, where, schema }) => {
    // What the other town has none of (nobody was helped there yet) is asked of the neighbour, whose town's committee is no stranger.
    const ids: Foreign = { ...places['next door'], committee: 'nowhere', ...places[where] }
    expect(kindsIn(schema).filter((kind) => (ids[kind] ?? '') === '')).toEqual([])
    const input = inputFrom(schema, ids)
    const reply = await village.browser(holders[role]).raw({ action: name, input, requestId: `foreign-${role}` })
    const isEmpty = reply.ok && Object.values(Object(reply.data)).every((value) => Array.isArray(value) && value.length === 0)
    expect(isEmpty ? 'NOT_FOUND' : reply.ok ? 'done' : reply.code).toBe(otherwise[name]?.code ?? 'NOT_FOUND')
  })

  it('the exceptions are still exceptions', () => {
    expect(Object.keys(otherwise).filter((name) => !table.some((row) => row.name === name))).toEqual([])
  })
})

describe('what is out of reach looks like not there', () => {
  let village: Village
  let foreign: { themeDayId: string }
  beforeAll(async () => {
    village = await newVillage()
    foreign = await publish(village.as('田有福'), themeDayPlan)
    village.clock.set(themeDayPlan.day, '09:00')
  })
  afterAll(() => village.close())

  const missing = 'nowhere_2026-11'
  const asks: Readonly<Record<string, (village: Village, themeDayId: string, memberId: string) => Promise<unknown>>> = {
    'themeday.get by a member': (here, themeDayId) => here.as('张大爷').themeday.get({ themeDayId }),
    'themeday.get by a secretary': (here, themeDayId) => here.as('老王').themeday.get({ themeDayId }),
    'themeday.open by a secretary': (here, themeDayId) => here.as('老王').themeday.open({ themeDayId }),
    'themeday.rollCall by a secretary': (here, themeDayId, memberId) =>
      here.as('老王').themeday.rollCall({ themeDayId, memberIds: [memberId] }),
    'themeday.rollCall by a group leader': (here, themeDayId, memberId) =>
      here.as('徐大勇').themeday.rollCall({ themeDayId, memberIds: [memberId] }),
    'themeday.countAttendance by a secretary': (here, themeDayId) => here.as('老王').themeday.countAttendance({ themeDayId }),
    'themeday.countAttendance by a group leader': (here, themeDayId) => here.as('徐大勇').themeday.countAttendance({ themeDayId }),
    'themeday.listAttendance by a secretary': (here, themeDayId) => here.as('老王').themeday.listAttendance({ themeDayId }),
    'themeday.listAttendance by a group leader': (here, themeDayId) => here.as('徐大勇').themeday.listAttendance({ themeDayId }),
  }

  it.each(Object.keys(asks))('%s: another branch and no such thing answer alike', async (name) => {
    const ask = asks[name]
    if (ask === undefined) throw new Error('no such scene')
    const stranger = village.person('范玉梅').memberId
    const [there, nowhere] = await Promise.all([ask(village, foreign.themeDayId, stranger), ask(village, missing, 'nobody')])
    expect(there).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    expect(there).toEqual(nowhere)
  })

  it('a secretary calls no names of another branch into the own theme day', async () => {
    const { themeDayId } = await publish(village.as('老王'), themeDayPlan)
    const reply = await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [village.person('范玉梅').memberId] })
    expect(reply).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('a secretary takes nobody of another branch for the one who paid', async () => {
    const pay = (memberId: string) =>
      village.as('老王').dues.recordPayment({
        ...{ memberId: village.person('张大爷').memberId, months: ['2026-11'], dueFen: 50 },
        ...{ day: themeDayPlan.day, way: 'cash', payer: { kind: 'member', memberId }, hasConsent: true },
      })
    expect(await pay(village.person('范玉梅').memberId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await pay(village.person('范玉梅').memberId)).toEqual(await pay('nobody'))
  })

  it('a card of another branch checks no money here', async () => {
    const { rows } = dataOf(await village.as('田有福').members.printCards({ memberIds: [village.person('范玉梅').memberId] }))
    const check = (code: string) => village.as('老王').dues.checkDayByCard({ day: themeDayPlan.day, count: 0, sumFen: 0, code })
    expect(await check(rows[0]?.code ?? '')).toMatchObject({ code: 'CARD_UNKNOWN' })
    expect(await check(rows[0]?.code ?? '')).toEqual(await check('ZZZZ9999'))
  })

  it('a secretary gives out codes for the own branch only', async () => {
    const theirs = await village.as('老王').claims.issue({ personId: village.person('范玉梅').personId })
    const nobody = await village.as('老王').claims.issue({ personId: 'nobody' })
    expect(theirs).toMatchObject({ code: 'NOT_FOUND' })
    expect(theirs).toEqual(nobody)
    const groupNextDoor = village.person('范玉梅').groupId ?? ''
    expect(await village.as('老王').claims.issueSheet({ groupId: groupNextDoor })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('a town officer sees the own town and nothing of another', async () => {
    const other = dataOf(
      await village.as('沈文').organisation.foundBranch({
        committee: { name: '平山镇', officerName: '江平' },
        name: '平山村支部',
        members: [{ name: '周一', post: 'secretary' }],
      }),
    )
    const own = dataOf(await village.as('方敏').organisation.listBranches({ committeeId: village.committeeId }))
    expect(own.rows.map(({ name }) => name).sort()).toEqual(['示范村支部', '柳树村支部'].sort())
    expect(dataOf(await village.as('方敏').organisation.listBranches({ committeeId: other.committeeId })).rows).toEqual([])
  })

  it('a founding names no town that is not there', async () => {
    const reply = await village.as('沈文').organisation.foundBranch({
      committee: { committeeId: 'nowhere' },
      name: '新桥村支部',
      members: [{ name: '周一', post: 'secretary' }],
    })
    expect(reply).toMatchObject({ code: 'NOT_FOUND' })
  })
})
