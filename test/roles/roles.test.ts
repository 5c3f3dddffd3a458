/** Roles as they are given, end and change hands, seen from the phones of those whom it concerns. */
import { dayMs, hourMs } from '#shared/kernel/day'
import { actors } from '../../cloudfunctions/runtime/identity'
import { dataOf, newVillage, type Village } from '../village/village'

describe('roles', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const personId = (name: string) => village.person(name).personId
  const grant = (by: string, over: Partial<Parameters<ReturnType<Village['as']>['roles']['grant']>[0]> = {}) =>
    village.as(by).roles.grant({ unitId: village.branchId, role: 'organisationOfficer', to: { personId: personId('张大爷') }, ...over })
  const rolesOf = async (name: string) => dataOf(await village.as(name).session.who({})).persons[0]?.roles.map(({ role }) => role) ?? []
  const expiryOf = async (name: string) => (await village.db.get(actors, village.browser(name).caller.device ?? ''))?.persons[0]?.expiresAt

  it('a role is there on the phone with the next call, and gone with the next call', async () => {
    expect(await village.as('张大爷').members.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    const { grantId } = dataOf(await grant('老王'))
    expect(await village.as('张大爷').members.list({})).toMatchObject({ ok: true })
    expect(await rolesOf('张大爷')).toEqual(['member', 'organisationOfficer'])
    dataOf(await village.as('老王').roles.revoke({ grantId }))
    expect(await village.as('张大爷').members.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await rolesOf('张大爷')).toEqual(['member'])
  })

  it('an office shortens the browser’s session to half a day', async () => {
    expect(await expiryOf('张大爷')).toBeGreaterThan(village.clock.now() + 80 * dayMs)
    dataOf(await grant('老王'))
    expect(await expiryOf('张大爷')).toBe(village.clock.now() + 12 * hourMs)
    expect(await expiryOf('刘桂兰')).toBeGreaterThan(village.clock.now() + 80 * dayMs)
  })

  it('asked twice it is one grant, and after it was taken back it can be given again', async () => {
    const first = dataOf(await grant('老王'))
    expect(await grant('老王')).toEqual({ ok: true, data: first, repeated: true })
    dataOf(await village.as('老王').roles.revoke({ grantId: first.grantId }))
    expect(await village.as('老王').roles.revoke({ grantId: first.grantId })).toMatchObject({ ok: true, repeated: true })
    expect(dataOf(await grant('老王')).grantId).toBe(first.grantId)
    expect(await rolesOf('张大爷')).toEqual(['member', 'organisationOfficer'])
  })

  it('a term begins and ends by itself', async () => {
    const [from, until] = [village.clock.now() + hourMs, village.clock.now() + 3 * hourMs]
    dataOf(await grant('老王', { from, until }))
    const mayList = async () => (await village.as('张大爷').members.list({})).ok
    expect(await mayList()).toBe(false)
    village.clock.forward(hourMs)
    expect(await mayList()).toBe(true)
    village.clock.forward(2 * hourMs)
    expect(await mayList()).toBe(false)
    expect(dataOf(await village.as('老王').roles.list({ unitId: village.branchId })).rows.map(({ role }) => role)).not.toContain(
      'organisationOfficer',
    )
  })

  it('a stranger, another branch and another town look like not there', async () => {
    const notFound = { ok: false, code: 'NOT_FOUND' }
    expect(await grant('老王', { to: { personId: personId('范玉梅') } })).toMatchObject(notFound)
    expect(await grant('老王', { to: { personId: 'nobody' } })).toMatchObject(notFound)
    expect(await grant('老王', { unitId: village.nextDoorId })).toMatchObject(notFound)
    expect(await grant('老王', { unitId: village.committeeId })).toMatchObject(notFound)
    expect(await grant('田有福')).toMatchObject(notFound)
  })

  it('a keeper who is no member holds a role and a session, and is counted nowhere', async () => {
    await village.staff()
    expect(dataOf(await village.as('郭玉兰').session.who({})).persons).toMatchObject([
      { name: '郭玉兰', branchName: '示范村支部', roles: [{ role: 'shopkeeper' }] },
    ])
    const secretary = village.as('老王')
    expect(dataOf(await secretary.members.list({ limit: 100 })).rows.map(({ name }) => name)).not.toContain('郭玉兰')
    expect(dataOf(await secretary.claims.issueSheet({})).rows).toHaveLength(26)
    const { themeDayId } = await village.themeDay('09:00')
    expect(dataOf(await secretary.themeday.countAttendance({ themeDayId }))).toMatchObject({ expected: 26 })
    expect(dataOf(await secretary.themeday.listAttendance({ themeDayId, limit: 100 })).rows).toHaveLength(26)
    const { rows } = dataOf(await village.as('方敏').organisation.listBranches({ committeeId: village.committeeId }))
    expect(rows.map(({ memberCount }) => memberCount).sort()).toEqual([18, 26])
    expect(await village.as('郭玉兰').themeday.checkIn({ themeDayId, via: 'home' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('lists who holds what, with terms, page by page', async () => {
    await village.staff()
    const until = village.clock.now() + dayMs
    dataOf(await grant('方敏', { role: 'secretary', from: village.clock.now(), until, isActing: true }))
    const all = dataOf(await village.as('老王').roles.list({ unitId: village.branchId, limit: 100 })).rows
    expect(all.map(({ role, name }) => `${role} ${name}`).sort()).toEqual(
      [
        ...['groupLeader 周德福', 'groupLeader 徐大勇', 'groupLeader 李明强', 'secretary 王志强', 'secretary 张建国'],
        ...['organisationOfficer 陈芳', 'disciplineOfficer 李秀兰', 'liaison 吴小燕', 'shopkeeper 郭玉兰', 'villageContact 向荣'],
      ].sort(),
    )
    expect(all.find(({ name }) => name === '张建国')).toMatchObject({ until, isActing: true, hasClaimed: false, mayRevoke: false })
    expect(all.find(({ name }) => name === '郭玉兰')).toMatchObject({ isMember: false, hasClaimed: true, mayRevoke: true })
    const first = dataOf(await village.as('老王').roles.list({ unitId: village.branchId, limit: 4 }))
    const rest = dataOf(await village.as('老王').roles.list({ unitId: village.branchId, limit: 100, after: first.next ?? '' }))
    expect([...first.rows, ...rest.rows]).toEqual(all)
  })

  it('names to choose from are the roster’s, and of a group its own', async () => {
    const names = async (unitId: string) =>
      dataOf(await village.as('方敏').roles.listCandidates({ unitId, limit: 100 })).rows.map(({ name }) => name)
    expect(await names(village.branchId)).toHaveLength(26)
    const group = await names(village.person('张大爷').groupId ?? '')
    expect(group).toHaveLength(9)
    expect(group).toContain('林树根')
  })

  it('two town officers who appoint at once appoint one', async () => {
    const over = (name: string) =>
      village.as('方敏').roles.handOver({ unitId: village.branchId, to: { personId: personId(name) }, claimsToo: true })
    const replies = await Promise.all([over('张大爷'), over('刘桂兰')])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'BUSY' })
    const { secretaries } = dataOf(await village.as('方敏').roles.lookHandOver({ unitId: village.branchId }))
    expect(secretaries).toHaveLength(1)
  })
})
