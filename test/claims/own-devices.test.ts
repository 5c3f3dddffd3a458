/** Devices let go again: by oneself, by a new phone, by the secretary, and by whoever was taken for somebody else. */
import { type Browser, dataOf, newVillage, type Village } from '../village/village'

describe('own devices', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const persons = async (phone: Pick<Browser, 'api'>) => dataOf(await phone.api.session.who({})).persons.map(({ name }) => name)
  const codeFor = async (name: string, replaces?: true) =>
    dataOf(
      await village.as('老王').claims.issue({ personId: village.person(name).personId, ...(replaces === undefined ? {} : { replaces }) }),
    ).code
  const reports = async () => dataOf(await village.as('老王').claims.listReports({})).rows

  it('are listed with what they are, since when and when last seen, and never by their stored name', async () => {
    const first = village.clock.now()
    const code = await codeFor('张大爷')
    village.clock.forward(2 * 86_400_000)
    const second = village.newcomer()
    dataOf(await second.api.claims.bind({ code }))
    dataOf(await village.as('张大爷').themeday.list({}))
    const { rows } = dataOf(await second.api.session.devices({}))
    expect(rows).toMatchObject([
      { kind: 'h5', since: first, lastSeenAt: village.clock.now(), isThis: false },
      { kind: 'h5', since: village.clock.now(), isThis: true },
    ])
    for (const { deviceKey } of rows) expect(deviceKey).toHaveLength(12)
    expect(JSON.stringify(rows)).not.toContain(second.caller.device)
  })

  it('are let go one by one, from another or from itself, and ask who one is from then on', async () => {
    const second = await village.claim('张大爷')
    const { rows } = dataOf(await second.api.session.devices({}))
    const old = rows.find(({ isThis }) => !isThis)?.deviceKey ?? ''
    expect(dataOf(await second.api.session.letGo({ deviceKey: old }))).toEqual({ left: 1 })
    expect(await village.as('张大爷').themeday.list({})).toMatchObject({ code: 'SIGN_IN_FIRST' })
    expect(await persons(village.browser('张大爷'))).toEqual([])
    expect(await second.api.session.letGo({ deviceKey: old })).toMatchObject({ code: 'NOT_FOUND' })
    expect(dataOf(await second.api.session.letGo({}))).toEqual({ left: 0 })
    expect(await second.api.session.devices({})).toMatchObject({ code: 'SIGN_IN_FIRST' })
  })

  it('nobody lets go of another person’s', async () => {
    const own = dataOf(await village.as('老王').session.devices({})).rows[0]?.deviceKey ?? ''
    expect(await village.as('张大爷').session.letGo({ deviceKey: own })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await persons(village.browser('老王'))).toEqual(['王志强'])
  })

  it('leave the rest of the household known on the phone', async () => {
    const phone = await village.claim('赵大娘')
    dataOf(await phone.api.claims.bind({ code: await codeFor('唐双喜') }))
    dataOf(await phone.api.session.letGo({}, { as: village.person('赵大娘').personId }))
    expect(await persons(phone)).toEqual(['唐双喜'])
  })

  it('a code for a new phone lets go of the old ones once it is used, and not before', async () => {
    const code = await codeFor('张大爷', true)
    expect(await persons(village.browser('张大爷'))).toEqual(['张建国'])
    const fresh = village.newcomer()
    dataOf(await fresh.api.claims.bind({ code }))
    expect([await persons(village.browser('张大爷')), await persons(fresh)]).toEqual([[], ['张建国']])
  })

  it('a further code keeps them, also where one for a new phone was asked for before', async () => {
    await codeFor('张大爷', true)
    dataOf(await village.newcomer().api.claims.bind({ code: await codeFor('张大爷') }))
    expect(await persons(village.browser('张大爷'))).toEqual(['张建国'])
  })

  it('are all let go by the secretary, and the code given out is closed', async () => {
    const { personId } = village.person('张大爷')
    const code = await codeFor('张大爷')
    expect(dataOf(await village.as('老王').claims.unbind({ personId }))).toEqual({ letGo: 1 })
    expect(await persons(village.browser('张大爷'))).toEqual([])
    expect(await village.newcomer().api.claims.bind({ code })).toMatchObject({ code: 'CODE_EXPIRED' })
    const next = await codeFor('张大爷')
    expect(next).not.toBe(code)
    dataOf(await village.newcomer().api.claims.bind({ code: next }))
  })

  it('are let go by the own secretary only: next door looks like not there', async () => {
    const theirs = await village.as('田有福').claims.unbind({ personId: village.person('张大爷').personId })
    expect(theirs).toMatchObject({ code: 'NOT_FOUND' })
    expect(theirs).toEqual(await village.as('田有福').claims.unbind({ personId: 'nobody' }))
    expect(await persons(village.browser('张大爷'))).toEqual(['张建国'])
  })

  it('a phone taken for somebody else forgets them at once and tells the secretary; the code stays used', async () => {
    const code = await codeFor('赵大娘')
    const phone = village.newcomer()
    dataOf(await phone.api.claims.bind({ code }))
    const { personId } = village.person('赵大娘')
    const ask = () => phone.api.claims.notMe({ personId }, { requestId: 'not-zhao-1' })
    expect(await ask()).toEqual({ ok: true, data: { isReported: true } })
    expect(await ask()).toEqual({ ok: true, data: { isReported: true }, repeated: true })
    expect(await persons(phone)).toEqual([])
    expect(await phone.api.claims.bind({ code })).toMatchObject({ code: 'CODE_USED' })
    expect(await reports()).toMatchObject([{ personId, name: '赵玉珍', at: village.clock.now() }])
  })

  it('nobody says so for a phone that never knew them', async () => {
    const { personId } = village.person('张大爷')
    expect(await village.newcomer().api.claims.notMe({ personId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.as('老王').claims.notMe({ personId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await persons(village.browser('张大爷'))).toEqual(['张建国'])
  })

  it('a report is seen and closed by the own secretary only', async () => {
    dataOf(await village.as('张大爷').claims.notMe({ personId: village.person('张大爷').personId }))
    const [report] = await reports()
    const reportId = report?.reportId ?? ''
    expect(dataOf(await village.as('田有福').claims.listReports({})).rows).toEqual([])
    expect(await village.as('田有福').claims.closeReport({ reportId })).toMatchObject({ code: 'NOT_FOUND' })
    dataOf(await village.as('老王').claims.closeReport({ reportId }))
    expect(await reports()).toEqual([])
  })
})
