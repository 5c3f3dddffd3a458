/** The tree through the real dispatcher: made, renamed, moved and closed, by those who may. */
import { countyId } from '#shared/organisation/ids'
import { dataOf, newVillage, type Village } from '../village/village'

describe('the tree of units', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const county = () => village.as('沈文').organisation
  const officer = () => village.as('方敏').organisation
  const secretary = () => village.as('老王').organisation
  const below = async (parentId: string, api = county()) => dataOf(await api.listUnits({ parentId, limit: 100 })).rows
  const idOf = async (parentId: string, name: string) => (await below(parentId)).find((row) => row.name === name)?.unitId ?? ''
  const newTown = async (name: string) => dataOf(await county().createUnit({ level: 'committee', parentId: countyId, name })).unitId
  const newGeneral = async (name: string, parentId = village.committeeId) =>
    dataOf(await officer().createUnit({ level: 'generalBranch', parentId, name })).unitId
  const newGroup = async (name: string, kind: 'elder' | 'away' = 'elder') =>
    dataOf(await secretary().createUnit({ level: 'group', parentId: village.branchId, name, kind })).unitId

  it('is laid level by level, and says where a unit lies', async () => {
    const generalBranchId = await newGeneral('河东总支')
    const committee = { committeeId: village.committeeId, generalBranchId }
    const members = [{ name: '周一', group: '一组', post: 'secretary' as const }]
    const { branchId } = dataOf(await county().foundBranch({ committee, name: '河东一支部', members }))
    expect((await below(generalBranchId)).map(({ name, level }) => [name, level])).toEqual([['河东一支部', 'branch']])
    const unit = dataOf(await county().getUnit({ unitId: branchId }))
    expect(unit.path.map(({ name }) => name)).toEqual(['青石县', '清溪镇', '河东总支'])
    expect(dataOf(await officer().listBranches({ committeeId: village.committeeId })).rows.map(({ name }) => name)).toContain('河东一支部')
  })

  it('a branch moves with its groups, and its new town reaches it at once', async () => {
    const townId = await newTown('平山镇党委')
    dataOf(await county().moveUnit({ unitId: village.branchId, parentId: townId }))
    for (const { unitId } of await below(village.branchId)) {
      expect(dataOf(await county().getUnit({ unitId }))).toMatchObject({ committeeId: townId, branchId: village.branchId })
    }
    expect((await below(townId)).map(({ name }) => name)).toEqual(['示范村支部'])
    expect(await officer().getUnit({ unitId: village.branchId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await county().closeUnit({ unitId: townId })).toMatchObject({ code: 'HAS_UNITS' })
    dataOf(await secretary().listUnits({ parentId: village.branchId }))
  })

  it('a moved branch frees its name where it was, and holds it where it is', async () => {
    const generalBranchId = await newGeneral('河东总支')
    dataOf(await officer().moveUnit({ unitId: village.branchId, parentId: generalBranchId }))
    dataOf(await county().renameUnit({ unitId: village.nextDoorId, name: '示范村支部' }))
    expect(await county().moveUnit({ unitId: village.nextDoorId, parentId: generalBranchId })).toMatchObject({ code: 'NAME_TAKEN' })
  })

  it('never puts a branch below its own group, nor a town officer’s branch into another town', async () => {
    const [group] = await below(village.branchId)
    const own = await county().moveUnit({ unitId: village.branchId, parentId: group?.unitId ?? '' })
    expect(own).toMatchObject({ code: 'LEVEL_NOT_HERE' })
    const elsewhere = await newTown('平山镇党委')
    expect(await officer().moveUnit({ unitId: village.branchId, parentId: elsewhere })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await officer().createUnit({ level: 'generalBranch', parentId: elsewhere, name: '河东总支' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('closing is soft: it is still listed, its name is free, and nothing comes below it any more', async () => {
    const groupId = await newGroup('老年组')
    const closing = dataOf(await secretary().closeUnit({ unitId: groupId }))
    expect(dataOf(await secretary().closeUnit({ unitId: groupId }))).toEqual(closing)
    // What is made in one moment is in no order.
    village.clock.forward(1_000)
    const again = await newGroup('老年组')
    const rows = await below(village.branchId, secretary())
    expect(rows.filter(({ name }) => name === '老年组')).toEqual([
      { unitId: groupId, level: 'group', name: '老年组', kind: 'elder', closedAt: closing.closedAt },
      { unitId: again, level: 'group', name: '老年组', kind: 'elder' },
    ])
  })

  it('a group with members does not go, and says how many', async () => {
    const unitId = await idOf(village.branchId, '一组')
    const reply = await secretary().closeUnit({ unitId })
    expect(reply).toMatchObject({ code: 'HAS_MEMBERS', message: expect.stringMatching(/“一组”还有 \d+ 名党员/) })
  })

  it('a closed town’s officer is an officer no more, on every phone', async () => {
    const founded = dataOf(
      await county().foundBranch({
        committee: { name: '平山镇', officerName: '江平' },
        name: '平山村支部',
        members: [{ name: '周一', post: 'secretary' }],
      }),
    )
    const phone = village.newcomer()
    const { code } = dataOf(await village.as('沈文').claims.issue({ personId: founded.townOfficer?.personId ?? '' }))
    dataOf(await phone.api.claims.bind({ code }))
    dataOf(await phone.api.organisation.listUnits({ parentId: founded.committeeId }))
    dataOf(await county().moveUnit({ unitId: founded.branchId, parentId: village.committeeId }))
    dataOf(await county().closeUnit({ unitId: founded.committeeId }))
    expect(await phone.api.organisation.listUnits({ parentId: founded.committeeId })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('two officers at once: one name goes to one of them', async () => {
    const asked = { level: 'generalBranch', parentId: village.committeeId, name: '河东总支' } as const
    const replies = await Promise.all([county().createUnit(asked), officer().createUnit(asked), officer().createUnit(asked)])
    expect(replies.map((reply) => (reply.ok ? 'made' : reply.code)).sort()).toEqual(['NAME_TAKEN', 'NAME_TAKEN', 'made'])
    const [first, second] = await Promise.all(['一', '二'].map((name) => newGeneral(`河西${name}总支`)))
    const renames = await Promise.all([first, second].map((unitId) => county().renameUnit({ unitId: unitId ?? '', name: '河西总支' })))
    expect(renames.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('a unit that took something in while it was being closed stays open', async () => {
    const unitId = await newTown('平山镇党委')
    const [closing, making] = await Promise.all([
      county().closeUnit({ unitId }),
      county().createUnit({ level: 'generalBranch', parentId: unitId, name: '河东总支' }),
    ])
    const isOpen = dataOf(await county().getUnit({ unitId })).closedAt === undefined
    expect([closing.ok, making.ok]).toEqual(isOpen ? [false, true] : [true, false])
  })

  it('asked twice it happens once', async () => {
    const asked = { level: 'group', parentId: village.branchId, name: '外出组', kind: 'away' } as const
    const first = await secretary().createUnit(asked, { requestId: 'group-once' })
    expect(await secretary().createUnit(asked, { requestId: 'group-once' })).toEqual({ ok: true, data: dataOf(first), repeated: true })
  })

  it.each(['', ' ', '组\n二', '长'.repeat(31)])('takes no name like %j', async (name) => {
    const reply = await secretary().createUnit({ level: 'group', parentId: village.branchId, name, kind: 'ordinary' })
    expect(reply).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it.each(['组', '长'.repeat(30), '𬱖组'])('takes %s', async (name) => {
    const unitId = await newGroup(name)
    dataOf(await secretary().renameUnit({ unitId, name: `${name.slice(0, 28)}甲`, kind: 'away' }))
    expect((await below(village.branchId)).at(-1)).toMatchObject({ name: `${name.slice(0, 28)}甲`, kind: 'away' })
  })

  it('a kind belongs to groups alone', async () => {
    expect(await county().renameUnit({ unitId: village.branchId, name: '示范村支部', kind: 'away' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('a secretary sees the own branch and shapes its groups, and nothing else', async () => {
    expect(await secretary().renameUnit({ unitId: village.branchId, name: '先锋支部' })).toMatchObject({ code: 'NOT_ALLOWED' })
    const theirs = await secretary().listUnits({ parentId: village.nextDoorId })
    expect(theirs).toMatchObject({ code: 'NOT_FOUND' })
    expect(await secretary().listUnits({ parentId: 'nowhere' })).toEqual(theirs)
    expect(await secretary().createUnit({ level: 'group', parentId: village.nextDoorId, name: '三组', kind: 'away' })).toEqual(theirs)
    expect(await secretary().closeUnit({ unitId: await idOf(village.nextDoorId, '一组') })).toEqual(theirs)
  })

  it('counts pages in the tree alone when a town’s reach is worked out', async () => {
    const list = jest.spyOn(village.db, 'list')
    await village.house.stores.organisation.branchesBelow(village.committeeId)
    expect(list).toHaveBeenCalledTimes(1)
  })
})
