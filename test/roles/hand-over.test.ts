import { type Api, dataOf, newVillage, type Village } from '../village/village'

describe('a handover', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())
  const handOver = (by: string, name: string, unitId = village.branchId) =>
    village.as(by).roles.handOver({ unitId, to: { personId: village.person(name).personId }, claimsToo: true })

  it('ends the old one’s rights and begins the new one’s with the next call, and leaves members what they have', async () => {
    await village.themeDay()
    const { openItems, from, to } = dataOf(await handOver('方敏', '张大爷'))
    // The old secretary had let his phone in, and would go on through it: it is known again by a code from above.
    expect({ from, to }).toMatchObject({ from: ['王志强'], to: { name: '张建国', hasClaimed: false } })
    expect(await village.as('张大爷').members.list({})).toMatchObject({ code: 'SIGN_IN_FIRST' })
    expect(await village.as('老王').claims.issue({ personId: to.personId })).toMatchObject({ code: 'NOT_ALLOWED' })
    const successor = (await village.claim('张大爷', '沈文')).api
    expect(openItems).toMatchObject({ themeDays: [{ month: '2026-11', state: 'planned' }], lateWaiting: 0 })
    expect(await village.as('老王').members.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await successor.members.list({})).toMatchObject({ ok: true })
    const rolesOf = async ({ session }: Api) => dataOf(await session.who({})).persons[0]?.roles.map(({ role }) => role)
    expect(await rolesOf(village.as('老王'))).toEqual(['member'])
    expect(await rolesOf(successor)).toEqual(['member', 'secretary'])
    expect(dataOf(await village.as('老王').themeday.list({})).rows).toHaveLength(1)
    const { rows } = dataOf(await village.as('方敏').organisation.listBranches({ committeeId: village.committeeId }))
    expect(rows.find(({ branchId }) => branchId === village.branchId)).toMatchObject({ secretary: { name: '张建国', hasClaimed: true } })
  })

  it('goes back to the old one later', async () => {
    dataOf(await handOver('方敏', '张大爷'))
    const successor = (await village.claim('张大爷', '沈文')).api
    expect(dataOf(await handOver('沈文', '老王'))).toMatchObject({ to: { hasClaimed: true } })
    expect(await village.as('老王').members.list({})).toMatchObject({ ok: true })
    expect(await successor.members.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('closes the codes of officers and of the successor that nobody used', async () => {
    const issue = async (name: string) => dataOf(await village.as('老王').claims.issue({ personId: village.person(name).personId })).code
    const leader = await issue('周德福')
    const successor = await issue('赵大娘')
    const member = await issue('罗喆')
    expect(dataOf(await handOver('方敏', '赵大娘'))).toMatchObject({ closedCodes: 2, to: { hasClaimed: false } })
    const look = (code: string) => village.newcomer().api.claims.look({ code })
    expect(await look(leader)).toMatchObject({ code: 'CODE_EXPIRED' })
    expect(await look(successor)).toMatchObject({ code: 'CODE_OUTGROWN' })
    expect(await look(member)).toMatchObject({ ok: true })
  })

  it('also ends who stood in, and lists who has no phone yet', async () => {
    await village.staff()
    const [from, until] = [village.clock.now(), village.clock.now() + 1_000_000]
    const acting = { unitId: village.branchId, role: 'secretary' as const, from, until, isActing: true }
    dataOf(await village.as('方敏').roles.grant({ ...acting, to: { personId: village.person('刘桂兰').personId } }))
    const standIn = (await village.claim('刘桂兰', '沈文')).api
    expect(await standIn.members.list({})).toMatchObject({ ok: true })
    const seen = dataOf(await village.as('方敏').roles.lookHandOver({ unitId: village.branchId }))
    expect(seen.secretaries.map(({ name }) => name).sort()).toEqual(['刘桂兰', '王志强'])
    expect(seen.openItems.unclaimed).toContainEqual({ name: '周德福', role: 'groupLeader' })
    dataOf(await handOver('方敏', '张大爷'))
    expect(await standIn.members.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('asked twice is one handover, and another town has nothing to hand over', async () => {
    const input = { unitId: village.branchId, to: { personId: village.person('张大爷').personId }, claimsToo: true }
    const first = await village.as('方敏').roles.handOver(input, { requestId: 'hand-over-1' })
    const second = await village.as('方敏').roles.handOver(input, { requestId: 'hand-over-1' })
    expect(second).toEqual({ ...first, repeated: true })
    const other = dataOf(
      await village.as('沈文').organisation.foundBranch({
        committee: { name: '平山镇', officerName: '江平' },
        name: '平山村支部',
        members: [{ name: '周一', post: 'secretary' }],
      }),
    )
    expect(await handOver('方敏', '张大爷', other.branchId)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('works for a general branch: one of the secretaries below it takes over', async () => {
    const { unitId } = dataOf(
      await village.as('方敏').organisation.createUnit({ level: 'generalBranch', parentId: village.committeeId, name: '河东总支' }),
    )
    dataOf(await village.as('方敏').organisation.moveUnit({ unitId: village.branchId, parentId: unitId }))
    const { rows } = dataOf(await village.as('方敏').roles.listCandidates({ unitId }))
    expect(rows.map(({ name }) => name)).toEqual(['王志强'])
    expect(dataOf(await handOver('方敏', '老王', unitId))).toMatchObject({ unitName: '河东总支', from: [], to: { name: '王志强' } })
    expect(dataOf(await village.as('方敏').roles.lookHandOver({ unitId })).secretaries).toMatchObject([{ name: '王志强' }])
    expect(dataOf(await handOver('方敏', '张大爷', unitId))).toMatchObject({ from: ['王志强'] })
  })
})
