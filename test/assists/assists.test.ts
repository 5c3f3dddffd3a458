import { deeds } from '#shared/assists/ids'
import { demoContracts } from '#shared/contracts'
import { assistOf, type Contracts } from '#shared/kernel/contract'
import { nothing } from '#shared/kernel/organisation'
import { attendanceId } from '#shared/themeday/ids'
import { audits } from '../../cloudfunctions/runtime/audit'
import { dataOf, holders, newVillage, publish, themeDayPlan, type Village } from '../village/village'
import { checkInFor, objectTo } from './help'

const contracts: Contracts = demoContracts
const actions = Object.entries(contracts).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, action]) => ({ name: `${feature}.${verb}`, action, assist: assistOf(action) })),
)
const cells = actions.flatMap(({ name, assist }) =>
  Object.entries(holders).map(([role, who]) => ({ name, role, who, isHelper: assist.some((one) => one === role) })),
)

describe('who may act for a member', () => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage({ isDemonstration: true })
    await village.staff()
  })
  afterAll(() => village.close())

  it.each(cells.filter(({ isHelper }) => !isHelper))('$name: no $role for another', async ({ name, who }) => {
    // Nobody answers for a member by the way: the town officer is no member, and 林树根 is in the leader's own group.
    const body = {
      action: name,
      input: {},
      requestId: 'closed-help',
      for: { memberId: village.person('林树根').memberId, reason: 'poorSight' },
    }
    expect(await village.browser(who).raw(body)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it.each(cells.filter(({ isHelper }) => isHelper))('$name: a $role passes as far as what was filled in', async ({ name, who }) => {
    const body = {
      action: name,
      input: {},
      requestId: 'open-help',
      for: { memberId: village.person('林树根').memberId, reason: 'poorSight' },
    }
    expect(await village.browser(who).raw(body)).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('is offered only where the member may do it themselves, and every deed has a word', () => {
    const offered = actions.filter(({ assist }) => assist.length > 0)
    expect(offered.map(({ action }) => action.allow)).toEqual(offered.map(() => ({ member: 'self' })))
    expect(offered.map(({ name }) => name)).toEqual([...deeds])
  })

  it('a stranger is asked who they are', async () => {
    const body = { action: 'themeday.checkIn', input: {}, requestId: 'stranger-help', for: { memberId: 'any', reason: 'poorSight' } }
    expect(await village.newcomer().raw(body)).toMatchObject({ code: 'SIGN_IN_FIRST' })
  })
})

describe('a check-in for a member', () => {
  let village: Village
  let themeDayId: string
  beforeEach(async () => {
    village = await newVillage()
    themeDayId = (await village.themeDay('09:02')).themeDayId
  })
  afterEach(() => village.close())

  const attendanceOf = async (name: string) => {
    const { memberId } = village.person(name)
    return village.house.stores.themeDays.findFirst({ ...nothing, memberIds: [memberId] }, themeDayId, memberId)
  }

  it('is the member’s attendance, made by the helper for them, and told to the member', async () => {
    expect(await checkInFor(village, { who: '老王', whom: '赵大娘', themeDayId })).toMatchObject({ ok: true, data: { state: 'counted' } })
    const { personId } = village.person('老王')
    const { memberId } = village.person('赵大娘')
    expect(await attendanceOf('赵大娘')).toMatchObject({ memberId, source: 'home', made: { by: personId, onBehalfOf: memberId } })
    const { api } = await village.claim('赵大娘')
    expect(dataOf(await api.assists.list({})).rows).toMatchObject([
      { deed: 'themeday.checkIn', by: '王志强', at: village.clock.now(), reason: 'noPhone' },
    ])
    expect(dataOf(await village.as('张大爷').assists.list({})).rows).toEqual([])
  })

  it('stands on the roll under the helper’s name, and says nothing of a phone two people share', async () => {
    for (const whom of ['赵大娘', '林树根']) dataOf(await checkInFor(village, { who: '老王', whom, themeDayId }))
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    const helped = rows.flatMap(({ attendance }) => attendance ?? [])
    const line = { at: village.clock.now(), source: 'home', recordedBy: '王志强', isProxy: true }
    expect(helped).toEqual([line, line])
  })

  it('a look at the number is told to the member, and to nobody else', async () => {
    const { memberId } = village.person('张大爷')
    const { members } = village.as('老王')
    dataOf(await members.update({ memberId, version: dataOf(await members.get({ memberId })).version, phone: '13800000001' }))
    dataOf(await members.revealPhone({ memberId }))
    expect(dataOf(await village.as('张大爷').assists.listLooks({})).rows).toEqual([
      { what: 'phone', by: '王志强', at: village.clock.now() },
    ])
    expect(dataOf(await village.as('刘桂兰').assists.listLooks({})).rows).toEqual([])
  })

  it('happens once however often it is asked, and another reason is another request', async () => {
    const ask = { who: '老王', whom: '赵大娘', themeDayId, requestId: 'help-once' }
    expect(await checkInFor(village, ask)).not.toHaveProperty('repeated')
    expect(await checkInFor(village, ask)).toMatchObject({ ok: true, repeated: true })
    expect(await checkInFor(village, { ...ask, reason: 'poorSight' })).toMatchObject({ code: 'REQUEST_REUSED' })
    expect(await checkInFor(village, { ...ask, requestId: 'help-twice' })).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    const { api } = await village.claim('赵大娘')
    expect(dataOf(await api.assists.list({})).rows).toHaveLength(1)
  })

  it('leaves no trace of help where it was refused', async () => {
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    expect(await checkInFor(village, { who: '老王', whom: '张大爷', themeDayId })).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    expect(dataOf(await village.as('张大爷').assists.list({})).rows).toEqual([])
    expect((await attendanceOf('张大爷'))?.made).not.toHaveProperty('onBehalfOf')
  })

  it('a leader helps the own group; a member of another group, of another branch and nobody at all answer alike', async () => {
    expect(await checkInFor(village, { who: '徐大勇', whom: '林树根', themeDayId })).toMatchObject({ ok: true })
    const otherGroup = await checkInFor(village, { who: '徐大勇', whom: '赵大娘', themeDayId })
    const otherBranch = await checkInFor(village, { who: '老王', whom: '范玉梅', themeDayId })
    const nobody = await village.browser('老王').raw({
      ...{ action: 'themeday.checkIn', input: { themeDayId, via: 'home', isSeen: true }, requestId: 'help-nobody' },
      for: { memberId: 'nobody', reason: 'poorSight' },
    })
    expect(otherGroup).toMatchObject({ code: 'NOT_FOUND' })
    expect([otherGroup, otherBranch]).toEqual([nobody, nobody])
  })

  it('nobody helps themselves, and a reason is one of four', async () => {
    expect(await checkInFor(village, { who: '老王', whom: '老王', themeDayId })).toMatchObject({ code: 'NOT_ALLOWED' })
    const ask = { action: 'themeday.checkIn', input: { themeDayId, via: 'home', isSeen: true }, requestId: 'help-unreasoned' }
    for (const reason of ['', '懒', '没有智能手机', 'noPhone\n', 'toString']) {
      const body = { ...ask, for: { memberId: village.person('赵大娘').memberId, reason } }
      expect(await village.browser('老王').raw(body)).toMatchObject({ code: 'INVALID_INPUT' })
    }
    expect(await attendanceOf('赵大娘')).toBeUndefined()
  })

  it('the reason and the member stand in no log line', async () => {
    await checkInFor(village, { who: '老王', whom: '赵大娘', themeDayId, reason: 'poorSight' })
    await checkInFor(village, { who: '老王', whom: '范玉梅', themeDayId, reason: 'poorSight' })
    await objectTo(village, '赵大娘')
    const logged = JSON.stringify(village.lines)
    expect(logged).not.toContain('poorSight')
    expect(logged).not.toContain(village.person('赵大娘').memberId)
    expect(village.lines).toContainEqual(expect.objectContaining({ action: 'themeday.checkIn', actor: village.person('老王').personId }))
  })

  it('a check-in of one’s own stays one insert beside which nothing is kept', async () => {
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }, { requestId: 'own-check-in' }))
    const { personId, memberId } = village.person('张大爷')
    expect(await village.db.get(audits, `${personId}_own-check-in`)).toBeUndefined()
    expect((await attendanceOf('张大爷'))?._id).toBe(attendanceId(themeDayId, memberId))
  })
})

describe('the member’s no', () => {
  let village: Village
  let themeDayId: string
  beforeEach(async () => {
    village = await newVillage()
    themeDayId = (await village.themeDay('09:02')).themeDayId
  })
  afterEach(() => village.close())

  it('about the secretary is answered by the town, and by nobody in the branch', async () => {
    await checkInFor(village, { who: '老王', whom: '赵大娘', themeDayId })
    const { api, assistId, goesTo } = await objectTo(village, '赵大娘')
    expect(goesTo).toBe('town')
    expect(dataOf(await village.as('老王').assists.listObjections({})).rows).toEqual([])
    const own = await village.as('老王').assists.answerObjection({ assistId, verdict: 'stands' })
    expect(own).toMatchObject({ code: 'NOT_FOUND' })
    expect(dataOf(await village.as('方敏').assists.listObjections({})).rows).toMatchObject([
      { assistId, branchName: '示范村支部', memberName: '赵玉珍', helperName: '王志强', reason: 'notThere', isOwn: false },
    ])
    dataOf(await village.as('方敏').assists.answerObjection({ assistId, verdict: 'undone', note: '支书说记错了人' }))
    expect(JSON.stringify(village.lines)).not.toContain('记错了人')
    expect(dataOf(await village.as('方敏').assists.listObjections({})).rows).toEqual([])
    expect(dataOf(await api.assists.list({})).rows).toMatchObject([
      { objection: { reason: 'notThere', state: 'undone', note: '支书说记错了人' } },
    ])
  })

  it('about a leader is answered by the secretary of the branch, and by no other', async () => {
    await checkInFor(village, { who: '徐大勇', whom: '林树根', themeDayId })
    const { assistId, goesTo } = await objectTo(village, '林树根')
    expect(goesTo).toBe('secretary')
    expect(dataOf(await village.as('方敏').assists.listObjections({})).rows).toEqual([])
    expect(dataOf(await village.as('田有福').assists.listObjections({})).rows).toEqual([])
    const missing = await village.as('老王').assists.answerObjection({ assistId: 'nowhere', verdict: 'stands' })
    for (const who of ['田有福', '方敏'])
      expect(await village.as(who).assists.answerObjection({ assistId, verdict: 'stands' })).toEqual(missing)
    expect(dataOf(await village.as('老王').assists.answerObjection({ assistId, verdict: 'stands' }))).toEqual({ state: 'stands' })
  })

  it('is for one’s own: what was done for another looks like not there', async () => {
    await checkInFor(village, { who: '老王', whom: '赵大娘', themeDayId })
    const { assistId } = await objectTo(village, '赵大娘')
    const other = await village.as('张大爷').assists.object({ assistId, reason: 'notMe' })
    expect(other).toMatchObject({ code: 'NOT_FOUND' })
    expect(other).toEqual(await village.as('张大爷').assists.object({ assistId: 'nowhere', reason: 'notMe' }))
  })

  it('is kept with who said it, and asked twice it is the first answer again', async () => {
    await checkInFor(village, { who: '老王', whom: '赵大娘', themeDayId })
    const { api } = await village.claim('赵大娘')
    const [deed] = dataOf(await api.assists.list({})).rows
    const ask = { assistId: deed?.assistId ?? '', reason: 'notMe' } as const
    dataOf(await api.assists.object(ask, { requestId: 'object-once' }))
    expect(await api.assists.object(ask, { requestId: 'object-once' })).toMatchObject({ repeated: true, data: { goesTo: 'town' } })
    const row = await village.db.get(audits, `${village.person('赵大娘').personId}_object-once`)
    expect(row?.made).toMatchObject({ action: 'assists.object', at: village.clock.now() })
  })

  it('shows the newest help first, page by page', async () => {
    const december = await publish(village.as('老王'), { ...themeDayPlan, day: '2026-12-25' })
    const { api } = await village.claim('林树根')
    await checkInFor(village, { who: '徐大勇', whom: '林树根', themeDayId })
    village.clock.set('2026-12-25', '09:02')
    await checkInFor(village, { who: '徐大勇', whom: '林树根', themeDayId: december.themeDayId, reason: 'poorSight' })
    const first = dataOf(await api.assists.list({ limit: 1 }))
    const second = dataOf(await api.assists.list({ limit: 1, after: first.next ?? '' }))
    expect([...first.rows, ...second.rows].map(({ reason }) => reason)).toEqual(['poorSight', 'noPhone'])
  })
})
