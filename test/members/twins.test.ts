/** The same name with the same number is one person on one roster, also when two write it down in one moment. */
import { dataOf, newVillage, type Village } from '../village/village'

describe('one person on one roster', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())
  const phone = '13912345678'
  const codesOf = (replies: readonly ({ readonly ok: true } | { readonly ok: false; readonly code: string })[]) =>
    replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()
  const add = (who: string) => village.as(who).members.add({ name: '新来的', phone, membership: 'full' })
  const edit = (who: string, name: string, changes: { readonly name?: string; readonly phone?: string | null }) =>
    village.as(who).members.update({ memberId: village.person(name).memberId, version: 1, ...changes })

  it('is added by one of two branches that add at once', async () => {
    const replies = await Promise.all([add('老王'), add('田有福')])
    expect(codesOf(replies)).toEqual(['ON_ANOTHER_ROSTER', 'ok'])
  })

  it('is one when two members are given the same name and number at once', async () => {
    dataOf(await edit('老王', '张大爷', { name: '同一位' }))
    dataOf(await edit('田有福', '范玉梅', { name: '同一位' }))
    const number = (who: string, name: string) =>
      village.as(who).members.update({ memberId: village.person(name).memberId, version: 2, phone })
    expect(codesOf(await Promise.all([number('老王', '张大爷'), number('田有福', '范玉梅')]))).toEqual(['ON_ANOTHER_ROSTER', 'ok'])
  })

  it('is one when a name changes in the moment in which the other is added', async () => {
    dataOf(await edit('田有福', '范玉梅', { phone }))
    const renamed = village.as('田有福').members.update({ memberId: village.person('范玉梅').memberId, version: 2, name: '新来的' })
    expect(codesOf(await Promise.all([renamed, add('老王')]))).toEqual(['ON_ANOTHER_ROSTER', 'ok'])
  })

  it('is free again for who left, was renamed, or gave up the number', async () => {
    const first = dataOf(await add('老王'))
    dataOf(await village.as('老王').members.remove({ memberId: first.memberId, version: 1, reason: 'moved' }))
    const second = dataOf(await add('田有福'))
    dataOf(await village.as('田有福').members.update({ memberId: second.memberId, version: 1, phone: null }))
    const third = dataOf(await add('老王'))
    dataOf(await village.as('老王').members.update({ memberId: third.memberId, version: 1, name: '改了名的' }))
    const another = { name: '新来的', phone, membership: 'full', isNamesake: true } as const
    expect(await village.as('田有福').members.add(another)).toMatchObject({ ok: true })
  })
})
