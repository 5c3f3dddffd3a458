/** Cards of members: printed, replaced, shown on the own phone, found by who may, and told to nobody else. */
import { readdirSync, readFileSync } from 'node:fs'
import { triesPerCaller } from '#shared/claims/rules'
import { nothing } from '#shared/kernel/organisation'
import { dataOf, newVillage, type Village } from '../village/village'

describe('a member’s card', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const officer = () => village.as('老王').members
  const idOf = (name: string) => village.person(name).memberId
  const print = async (...names: readonly string[]) => dataOf(await officer().printCards({ memberIds: names.map(idOf) })).rows
  const codeOf = async (name: string) => (await print(name))[0]?.code ?? ''
  const replace = async (name: string) => dataOf(await officer().replaceCard({ memberId: idOf(name) })).code
  const find = (scope: Partial<typeof nothing>, code: string) => village.house.stores.cards.findCard({ ...nothing, ...scope }, code)
  const findHere = (code: string) => find({ branchIds: [village.branchId] }, code)

  it('is printed in the order asked for, and printed again it is the same', async () => {
    const first = await print('张大爷', '刘桂兰', '赵大娘')
    expect(first.map(({ name, groupName }) => [name, groupName])).toEqual([
      ['张建国', '二组'],
      ['刘桂兰', '三组'],
      ['赵玉珍', '三组'],
    ])
    expect(new Set(first.map(({ code }) => code)).size).toBe(3)
    for (const { code } of first) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(await print('张大爷', '刘桂兰', '赵大娘')).toEqual(first)
  })

  it('is the same on the member’s own phone, made there when it was never printed', async () => {
    const { code } = dataOf(await village.as('张大爷').members.getCard({}))
    expect(dataOf(await village.as('张大爷').members.getCard({})).code).toBe(code)
    expect(await codeOf('张大爷')).toBe(code)
  })

  it('is replaced: the old one is known as replaced, the new one is the card', async () => {
    const old = await codeOf('张大爷')
    const code = await replace('张大爷')
    expect(code).not.toBe(old)
    expect(await codeOf('张大爷')).toBe(code)
    expect(await findHere(old)).toMatchObject({ member: { _id: idOf('张大爷') }, isReplaced: true })
    expect(await findHere(code)).toMatchObject({ member: { _id: idOf('张大爷') }, isReplaced: false })
  })

  it('is replaced once by one request, and by the next one again', async () => {
    const memberId = idOf('张大爷')
    const ask = (requestId: string) => officer().replaceCard({ memberId }, { requestId })
    const first = dataOf(await ask('card-lost-1'))
    expect(await ask('card-lost-1')).toEqual({ ok: true, data: first, repeated: true })
    const second = dataOf(await ask('card-lost-2'))
    expect(second.code).not.toBe(first.code)
    expect(await codeOf('张大爷')).toBe(second.code)
  })

  it('replaces a card that never was by the first one', async () => {
    const code = await replace('赵大娘')
    expect(await findHere(code)).toMatchObject({ isReplaced: false })
    expect(await codeOf('赵大娘')).toBe(code)
  })

  it('printed for two officers at once is one card', async () => {
    await village.staff()
    const memberIds = [idOf('张大爷')]
    const [one, other] = await Promise.all(['老王', '陈芳'].map((who) => village.as(who).members.printCards({ memberIds })))
    expect(one).toEqual(other)
  })

  it('is found by the own group’s leader, and by nobody out of whose reach it lies', async () => {
    const code = await codeOf('张大爷')
    const { groupId = '' } = village.person('张大爷')
    const { groupId: anotherId = '' } = village.person('刘桂兰')
    expect(await find({ groups: [{ groupId, branchId: village.branchId }] }, code)).toMatchObject({ member: { name: '张建国' } })
    expect(await find({ groups: [{ groupId: anotherId, branchId: village.branchId }] }, code)).toBeUndefined()
    expect(await find({ branchIds: [village.nextDoorId] }, code)).toBeUndefined()
    expect(await findHere('AAAA1111')).toBeUndefined()
  })

  it('is printed and replaced for the own branch alone, whole requests or nothing', async () => {
    const foreign = village.person('范玉梅').memberId
    expect(await officer().printCards({ memberIds: [idOf('张大爷'), foreign] })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await officer().replaceCard({ memberId: foreign })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.as('徐大勇').members.printCards({ memberIds: [idOf('张大爷')] })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('is nobody’s any more once the member has left the roster', async () => {
    const code = await codeOf('唐双喜')
    dataOf(await officer().remove({ memberId: idOf('唐双喜'), version: 1, reason: 'moved' }))
    expect(await findHere(code)).toBeUndefined()
  })

  it('tells whoever scans it that it is a card and nothing else, replaced or not, and is no wrong try', async () => {
    const old = await codeOf('张大爷')
    const code = await replace('张大爷')
    const stranger = village.newcomer().api.codes
    for (let time = 0; time <= triesPerCaller; time += 1) {
      for (const scanned of [old, code]) expect(dataOf(await stranger.resolve({ code: scanned }))).toEqual({ kind: 'card' })
    }
    expect(await village.newcomer().api.claims.look({ code })).toMatchObject({ code: 'CODE_UNKNOWN' })
  })

  it('is stored nowhere by its code', async () => {
    const code = await codeOf('张大爷')
    const files = readdirSync(village.folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    for (const { name } of files) expect(readFileSync(`${village.folder}/${name}`).includes(code)).toBe(false)
    expect(JSON.stringify(village.lines)).not.toContain(code)
  })
})
