/** The roster as its officers keep it: found, edited, looked at, taken off. */
import { dataOf, newVillage, type Village } from '../village/village'

const phone = '13800000001'

describe('a member', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const officer = () => village.as('老王').members
  const idOf = (name: string) => village.person(name).memberId
  const seen = async (name: string) => dataOf(await officer().get({ memberId: idOf(name) }))
  const found = async (text: string) => dataOf(await officer().search({ text })).rows.map(({ name }) => name)
  const matched = async (whole: string) => dataOf(await officer().matchPhone({ phone: whole })).rows.map(({ name }) => name)
  const edit = async (name: string, changes: object) =>
    officer().update({ memberId: idOf(name), version: (await seen(name)).version, ...changes })

  it('is found by initials and by the beginning of the name, and by a number only whole', async () => {
    dataOf(await edit('张大爷', { phone }))
    expect(await found('zjg')).toEqual(['张建国'])
    expect(await found('ZJ')).toEqual(['张建国'])
    expect(await found('li')).toEqual([])
    expect((await found('l')).sort()).toEqual(['李秀兰', '刘洋', '刘桂兰', '李强', '李明强', '林树根', '罗喆', '梁小军'].sort())
    expect(await found(' 李 明 ')).toEqual(['李明强'])
    expect(await matched(phone)).toEqual(['张建国'])
    for (const nobody of ['', '1380000000', '138 0000 0001', phone, '13800000002', '%', 'zjg~', '李·'])
      expect(await found(nobody)).toEqual([])
  })

  it('is found in the own branch alone, and by a leader in the own group alone', async () => {
    dataOf(await edit('张大爷', { phone }))
    dataOf(await edit('刘桂兰', { phone: '13800000003' }))
    const leader = village.as('徐大勇').members
    expect(dataOf(await village.as('田有福').members.search({ text: 'zjg' })).rows).toEqual([])
    expect(dataOf(await village.as('田有福').members.matchPhone({ phone })).rows).toEqual([])
    expect(
      dataOf(await leader.search({ text: 'l' }))
        .rows.map(({ name }) => name)
        .sort(),
    ).toEqual(['刘洋', '林树根'].sort())
    expect(dataOf(await leader.matchPhone({ phone: '13800000003' })).rows).toEqual([])
    expect(dataOf(await leader.list({ limit: 100 })).rows).toHaveLength(9)
  })

  it('shows a number masked; looking at all of it is written down, once for one request', async () => {
    dataOf(await edit('张大爷', { phone }))
    expect(await seen('张大爷')).toMatchObject({ phone: { masked: '138****0001' } })
    const memberId = idOf('张大爷')
    const [first, again] = [await officer().revealPhone({ memberId }, { requestId: 'look-0001' }), 'look-0001']
    expect(dataOf(first)).toEqual({ phone })
    expect(await officer().revealPhone({ memberId }, { requestId: again })).toEqual({ ok: true, data: { phone }, repeated: true })
    dataOf(await village.as('徐大勇').members.revealPhone({ memberId }))
    const self = { all: false, branchIds: [], groups: [], memberIds: [memberId], assigneeIds: [] }
    const looks = await village.house.stores.members.listLooks(self, memberId)
    expect(looks.map(({ made }) => made.by).sort()).toEqual([village.person('老王').personId, village.person('徐大勇').personId].sort())
    expect(await village.house.stores.members.listLooks({ ...self, memberIds: ['another'] }, memberId)).toEqual([])
  })

  it('keeps what nobody changed, and loses what was emptied', async () => {
    dataOf(await edit('张大爷', { phone, joinedOn: '1990-07-01', participation: 'homeStudy' }))
    dataOf(await edit('张大爷', { confirmedOn: '1991-07-01' }))
    expect(await seen('张大爷')).toMatchObject({
      ...{ version: 3, joinedOn: '1990-07-01', confirmedOn: '1991-07-01', participation: 'homeStudy', groupName: '二组' },
      phone: { masked: '138****0001' },
    })
    dataOf(await edit('张大爷', { phone: null, joinedOn: null, groupId: null }))
    const after = await seen('张大爷')
    for (const gone of ['phone', 'joinedOn', 'groupId', 'groupName']) expect(after).not.toHaveProperty(gone)
    expect(await matched(phone)).toEqual([])
  })

  it('edited by two officers at once: the second one looks again', async () => {
    const { version } = await seen('张大爷')
    const both = [{ membership: 'probationary' }, { participation: 'byPhone' }] as const
    const replies = await Promise.all(both.map((changes) => officer().update({ memberId: idOf('张大爷'), version, ...changes })))
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'STALE', message: '刚才有人改过了，请看一眼再存' })
  })

  it('moved to another group is another leader’s, on the phone in the pocket as well', async () => {
    const groupId = village.person('刘桂兰').groupId ?? ''
    expect(await edit('张大爷', { groupId: village.person('范玉梅').groupId })).toMatchObject({ code: 'NOT_FOUND' })
    dataOf(await edit('张大爷', { groupId, name: '张建国（大）' }))
    const { persons } = dataOf(await village.as('张大爷').session.who({}))
    expect(persons[0]).toMatchObject({ name: '张建国（大）', groupName: '三组' })
    expect(await village.as('徐大勇').members.get({ memberId: idOf('张大爷') })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await found('zjgd')).toEqual(['张建国（大）'])
  })

  it('is added behind the list, is found, and gets a code like the others', async () => {
    const name = '单·阿依古丽'
    const { memberId, personId } = dataOf(await officer().add({ name, phone, membership: 'probationary', joinedOn: '2026-06-01' }))
    const rows = dataOf(await officer().list({ limit: 100 })).rows
    expect(rows.at(-1)).toMatchObject({ memberId, name, initials: 'saygl', membership: 'probationary', hasClaimed: false })
    expect(rows).toHaveLength(27)
    const { code } = dataOf(await village.as('老王').claims.issue({ personId }))
    const newPhone = village.newcomer()
    dataOf(await newPhone.api.claims.bind({ code }))
    expect(dataOf(await newPhone.api.session.who({})).persons[0]).toMatchObject({ name })
  })

  it.each(['一', '王'.repeat(40), '蒋䶮', '任㛃', '阿依古丽·买买提'])('may be called %s', async (name) => {
    dataOf(await officer().add({ name, membership: 'full' }))
    expect(await found(name)).toEqual([name])
  })

  it.each(['', '王'.repeat(41), '张3', '<b>', ' 张 三'])('may not be called %p', async (name) => {
    expect(await officer().add({ name, membership: 'full' })).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it.each(['12800000001', '1380000000', '138000000011', '+8613800000001', '138 0000 0001'])('has no number %s', async (wrong) => {
    expect(await officer().add({ name: '孟晓', membership: 'full', phone: wrong })).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('written by two officers at once is one member', async () => {
    const add = () => village.as('老王').members.add({ name: '韩冬梅', membership: 'full' })
    const replies = await Promise.all([add(), add(), add()])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    for (const reply of replies) if (!reply.ok) expect(['BUSY', 'SAME_NAME']).toContain(reply.code)
  })

  it('may share a number with the other half of a couple', async () => {
    dataOf(await edit('张大爷', { phone }))
    dataOf(await edit('王秀英', { phone }))
    expect((await matched(phone)).sort()).toEqual(['张建国', '王秀英'].sort())
  })

  it('taken off the list is known on no phone, by no code, in no count, and the name is free', async () => {
    const memberId = idOf('张大爷')
    dataOf(await edit('张大爷', { phone }))
    const { personId, version } = await seen('张大爷')
    const { code } = dataOf(await village.as('老王').claims.issue({ personId }))
    dataOf(await officer().remove({ memberId, version, reason: 'moved' }))
    expect(dataOf(await village.as('张大爷').session.who({})).persons).toEqual([])
    expect(await village.newcomer().api.claims.bind({ code })).toMatchObject({ code: 'CODE_USED' })
    expect(await officer().get({ memberId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(dataOf(await officer().list({ limit: 100 })).rows).toHaveLength(25)
    expect(await village.as('老王').claims.issue({ personId })).toMatchObject({ code: 'NOT_FOUND' })
    const { rows } = dataOf(await village.as('方敏').organisation.listBranches({ committeeId: village.committeeId }))
    expect(rows.find(({ branchId }) => branchId === village.branchId)).toMatchObject({ memberCount: 25 })
    dataOf(await village.as('田有福').members.add({ name: '张建国', membership: 'full', phone }))
  })

  it('of another branch is not there, whatever is asked', async () => {
    const memberId = idOf('范玉梅')
    const category = { kind: 'elderly', since: '2026-11-01', recheckOn: '2027-11-01' } as const
    const asks = [
      officer().get({ memberId }),
      officer().revealPhone({ memberId }),
      officer().update({ memberId, version: 1, membership: 'full' }),
      officer().setCategory({ memberId, version: 1, category }),
      officer().remove({ memberId, version: 1, reason: 'moved' }),
    ]
    for (const reply of await Promise.all(asks)) expect(reply).toMatchObject({ code: 'NOT_FOUND' })
  })
})
