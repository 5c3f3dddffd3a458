/** A general branch sees its branches; what is done in a branch is done there. */
import { type Api, dataOf, newVillage, type Village } from '../village/village'

describe('the secretary of a general branch', () => {
  let village: Village
  let general: Api
  let unitId: string
  beforeEach(async () => {
    village = await newVillage()
    const town = village.as('方敏').organisation
    unitId = dataOf(await town.createUnit({ level: 'generalBranch', parentId: village.committeeId, name: '河东总支' })).unitId
    dataOf(await town.moveUnit({ unitId: village.branchId, parentId: unitId }))
    const to = { personId: village.person('范玉梅').personId }
    dataOf(await village.as('方敏').roles.handOver({ unitId, to, claimsToo: true }))
    general = (await village.claim('范玉梅', '沈文')).api
  })
  afterEach(() => village.close())

  it('sees the tree below', async () => {
    expect(dataOf(await general.organisation.listUnits({ parentId: unitId })).rows.map(({ name }) => name)).toEqual(['示范村支部'])
    expect(dataOf(await general.organisation.listUnits({ parentId: village.branchId })).rows.length).toBeGreaterThan(0)
  })

  it('appoints in the general branch, and nobody below', async () => {
    const own = await general.roles.grant({ unitId, role: 'organisationOfficer', to: { personId: village.person('董春生').personId } })
    const below = await general.roles.grant({ unitId: village.branchId, role: 'shopkeeper', to: { name: '郭玉兰' } })
    expect(own).toMatchObject({ code: 'NOT_FOUND' })
    expect(below).toMatchObject({ code: 'ABOVE_YOU' })
    const keeper = dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'shopkeeper', to: { name: '郭玉兰' } }))
    expect(await general.roles.revoke({ grantId: keeper.grantId })).toMatchObject({ code: 'ABOVE_YOU' })
    const { rows } = dataOf(await general.roles.list({ unitId: village.branchId }))
    expect(rows.filter(({ mayRevoke }) => mayRevoke)).toEqual([])
  })

  it('makes, renames and closes no group below', async () => {
    const group = { level: 'group', parentId: village.branchId, name: '九组', kind: 'ordinary' } as const
    expect(await general.organisation.createUnit(group)).toMatchObject({ code: 'NOT_ALLOWED' })
    const made = dataOf(await village.as('老王').organisation.createUnit(group))
    expect(await general.organisation.renameUnit({ unitId: made.unitId, name: '十组' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await general.organisation.closeUnit({ unitId: made.unitId })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('checks nobody in below', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    const { memberId } = village.person('赵大娘')
    const help = { for: { memberId, reason: 'noPhone' } }
    const asked = { themeDayId, via: 'home', isSeen: true } as const
    expect(await general.themeday.checkIn(asked, help)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.as('老王').themeday.checkIn(asked, help)).toMatchObject({ ok: true })
  })
})
