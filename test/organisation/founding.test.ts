import { reissueAdminCode } from '../../cloudfunctions/doors/found-county'
import { dataOf, newVillage, type Village } from '../village/village'

describe('founding a branch', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const members = [
    { name: '周一', group: '二组', post: 'secretary' as const },
    { name: '蒋䶮', group: '一组', post: 'groupLeader' as const },
    { name: '任𬱖', group: '一组' },
    { name: '阿依古丽·买买提' },
  ]
  const found = (requestId?: string) =>
    village
      .as('沈文')
      .organisation.foundBranch(
        { committee: { committeeId: village.committeeId }, name: '新桥村支部', members },
        requestId === undefined ? {} : { requestId },
      )

  it('keeps the names, the groups and the order of the list', async () => {
    const founded = dataOf(await found())
    expect(founded).toMatchObject({ committeeId: village.committeeId, memberCount: 4, secretary: { name: '周一' } })
    const phone = village.newcomer()
    dataOf(
      await phone.api.claims.bind({ code: dataOf(await village.as('沈文').claims.issue({ personId: founded.secretary.personId })).code }),
    )
    const { rows } = dataOf(await phone.api.members.list({}))
    expect(rows.map(({ name, groupName }) => [name, groupName])).toEqual([
      ['周一', '二组'],
      ['蒋䶮', '一组'],
      ['任𬱖', '一组'],
      ['阿依古丽·买买提', undefined],
    ])
    expect(rows.map(({ hasClaimed }) => hasClaimed)).toEqual([true, false, false, false])
  })

  it('asked twice founds once', async () => {
    const [first, second] = await Promise.all([found('found-once'), found('found-once')])
    expect(dataOf(first)).toEqual(dataOf(second))
    expect(await found('found-once')).toEqual({ ok: true, data: dataOf(first), repeated: true })
    const { rows } = dataOf(await village.as('沈文').organisation.listBranches({ committeeId: village.committeeId }))
    expect(rows.filter(({ name }) => name === '新桥村支部')).toMatchObject([
      { memberCount: 4, secretary: { name: '周一', hasClaimed: false } },
    ])
  })

  it('lays the town with it, and an officer for whoever handles it there', async () => {
    const founded = dataOf(
      await village
        .as('沈文')
        .organisation.foundBranch({ committee: { name: '平山镇', officerName: '江平' }, name: '平山村支部', members }),
    )
    expect(founded.townOfficer).toMatchObject({ name: '江平' })
    const { rows } = dataOf(await village.as('沈文').organisation.listCommittees({}))
    expect(rows.find(({ name }) => name === '平山镇')).toMatchObject({ officer: { name: '江平', hasClaimed: false } })
  })

  it.each(['=cmd()', '张三<script>', '周\u0000一', '', '   ', '王'.repeat(41), '张三 一组'])('takes no name like %j', async (name) => {
    const reply = await village.as('沈文').organisation.foundBranch({
      committee: { committeeId: village.committeeId },
      name: '新桥村支部',
      members: [{ name, post: 'secretary' }],
    })
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  })
})

describe('the county’s administrator', () => {
  it('is let in again by whoever runs the machine', async () => {
    const village = await newVillage()
    village.clock.forward(13 * 3_600_000)
    expect(await village.as('沈文').organisation.listCommittees({})).toMatchObject({ code: 'SIGN_IN_FIRST' })
    const { code, name } = await reissueAdminCode(village.db, village.house.stores, village.clock.now())
    expect(name).toBe('沈文')
    dataOf(await village.as('沈文').claims.bind({ code }))
    expect(await village.as('沈文').organisation.listCommittees({})).toMatchObject({ ok: true })
    await village.close()
  })
})

describe('what is logged and audited', () => {
  it('names nobody, and holds no code and no token', async () => {
    const village = await newVillage()
    const { themeDayId } = await village.themeDay('08:50')
    const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
    dataOf(await village.newcomer().api.claims.bind({ code }))
    await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })
    await village.as('张大爷').members.list({})
    const said = JSON.stringify(village.lines)
    const { token, caller } = village.browser('张大爷')
    for (const secret of ['张建国', '王志强', '示范村', code, token, '0571', caller.address]) expect(said).not.toContain(secret)
    expect(
      village.lines.filter(({ action }) => action === 'session.who' || action === 'claims.look').every(({ actor }) => actor === undefined),
    ).toBe(true)
    await village.close()
  })
})
