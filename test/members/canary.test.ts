/** A number is in the answer to who may see it, and nowhere else: not in the store, the memory of requests, the audit or the log. */
import { join } from 'node:path'
import { collections } from '../../cloudfunctions/doors/house'
import { hashOf } from '../../cloudfunctions/runtime/audit'
import { openLibsql } from '../../cloudfunctions/runtime/embedded-connection'
import { dataOf, newVillage, type Village } from '../village/village'

const canary = '13912345678'

describe('a number as a canary', () => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage()
  })
  afterAll(() => village.close())

  it('stays where it belongs', async () => {
    const { memberId } = village.person('张大爷')
    const officer = village.as('老王').members
    dataOf(await officer.update({ memberId, version: 1, phone: canary }, { requestId: 'canary-update' }))
    dataOf(await officer.update({ memberId, version: 1, phone: canary }, { requestId: 'canary-update' }))
    dataOf(await officer.add({ name: '孟晓', membership: 'full', phone: canary }))
    expect(dataOf(await officer.revealPhone({ memberId }, { requestId: 'canary-look' }))).toEqual({ phone: canary })
    dataOf(await officer.revealPhone({ memberId }, { requestId: 'canary-look' }))
    dataOf(await officer.matchPhone({ phone: canary }, { requestId: 'canary-match' }))
    dataOf(await officer.matchPhone({ phone: canary }, { requestId: 'canary-match' }))
    dataOf(await officer.search({ text: canary }))
    const refused = [
      await officer.update({ memberId, version: 1, phone: canary }),
      await officer.update({ memberId, version: 2, phone: `${canary}9` }),
      await officer.add({ name: '孟晓', membership: 'full', phone: canary }),
      await village.as('张大爷').members.matchPhone({ phone: canary }),
      await village.browser('老王').raw({ action: 'members.matchPhone', input: { phone: [canary] }, requestId: 'canary-odd' }),
    ]
    expect(refused.map(({ ok }) => ok)).toEqual(refused.map(() => false))
    expect(JSON.stringify(refused)).not.toContain(canary)
    expect(JSON.stringify(village.lines)).not.toContain(canary)

    const store = openLibsql(join(village.folder, 'store.db'))
    const documents = collections.flatMap(({ name }) => store.prepare(`SELECT id, doc FROM "${name}"`).all())
    store.close()
    expect(documents.length).toBeGreaterThan(100)
    expect(documents.filter((row) => JSON.stringify(row).includes(canary))).toEqual([])
    // Eleven digits are soon tried out: no hash may stand there that can be made without a key.
    const input = { memberId, version: 1, phone: canary }
    const made = documents.map((row) => JSON.stringify(row)).filter((row) => row.includes('canary-update'))
    expect(made).toHaveLength(1)
    expect(made.join()).not.toContain(hashOf(input))
    // The search is proved able to find: the name beside the number stands in clear.
    expect(JSON.stringify(documents)).toContain('孟晓')
  })

  it('of birth, sex and education is nowhere but on the roster', async () => {
    const { memberId } = village.person('刘桂兰')
    const officer = village.as('老王').members
    const turned = { system: 'registerFields', isOn: true, since: '2026-11-01', document: '青组发〔2026〕5号' } as const
    dataOf(await village.as('沈文').systems.turn(turned))
    const fields = { birthMonth: '1947-05', sex: 'female', education: 'juniorMiddle' } as const
    dataOf(await officer.update({ memberId, version: 1, ...fields }, { requestId: 'canary-register' }))
    dataOf(await officer.update({ memberId, version: 1, ...fields }, { requestId: 'canary-register' }))
    expect(dataOf(await officer.get({ memberId })).record?.register).toEqual(fields)
    const others = [
      await officer.update({ memberId, version: 1, ...fields }),
      await officer.list({ limit: 100 }),
      await officer.search({ text: 'lgl' }),
      await village.as('刘桂兰').session.who({}),
    ]
    const store = openLibsql(join(village.folder, 'store.db'))
    const rows = collections.flatMap(({ name }) => store.prepare(`SELECT id, doc FROM "${name}"`).all())
    store.close()
    const holders = rows.map((row) => JSON.stringify(row)).filter((row) => /1947-05|juniorMiddle/.test(row))
    expect(holders).toHaveLength(1)
    expect(holders.join()).toContain(memberId)
    expect(JSON.stringify([others, village.lines])).not.toMatch(/1947-05|juniorMiddle|"female"/)
  })

  it('is not in what breaks either', async () => {
    const { memberId } = village.person('张大爷')
    const members = village.house.stores.members
    const broken = jest.spyOn(members, 'phoneOf').mockImplementation(() => {
      throw new Error('broken on the way')
    })
    expect(await village.as('老王').members.revealPhone({ memberId })).toMatchObject({ code: 'UNAVAILABLE' })
    broken.mockRestore()
    expect(village.lines.at(-1)?.error).toContain('broken on the way')
    expect(JSON.stringify(village.lines)).not.toContain(canary)
  })
})
