/**
 * Who may obtain, keep or void a way to be somebody: judged by everything that person may do, with the unit it is done in, and again at the
 * moment of use. The table is way × office held × where × who asks; what is allowed follows from the one sentence at `may`, which knows
 * nothing of how the program comes to it.
 */
import { dayMs, hourMs } from '#shared/kernel/day'
import type { GrantedRole } from '#shared/kernel/organisation'
import { countyId } from '#shared/organisation/ids'
import { actors, type Caller } from '../../cloudfunctions/runtime/identity'
import { apiOf, type Browser, dataOf, newVillage, type Village } from '../village/village'

type Place = 'here' | 'next door' | 'above'

/** Offices that somebody of this branch may come to hold, and who gives them. */
const offices: readonly { readonly role: GrantedRole; readonly place: Place; readonly openTo: readonly Asker[] }[] = [
  { role: 'shopkeeper', place: 'here', openTo: ['secretary', 'town', 'county'] },
  { role: 'disciplineOfficer', place: 'here', openTo: ['secretary', 'town', 'county'] },
  { role: 'villageContact', place: 'here', openTo: ['town', 'county'] },
  { role: 'shopkeeper', place: 'next door', openTo: ['town', 'county'] },
  { role: 'disciplineOfficer', place: 'next door', openTo: ['town', 'county'] },
  { role: 'villageContact', place: 'next door', openTo: ['town', 'county'] },
  { role: 'secretary', place: 'here', openTo: ['town', 'county'] },
  { role: 'secretary', place: 'next door', openTo: ['town', 'county'] },
  { role: 'townOfficer', place: 'above', openTo: ['county'] },
  { role: 'countyAdmin', place: 'above', openTo: ['county'] },
]

type Asker = 'secretary' | 'town' | 'county'
const askers = { secretary: '老王', town: '方敏', county: '沈文' } as const

/** Whoever the stories are about: each in a moment of their own, so that one village serves them all. */
function about(village: Village, whom: string) {
  const { personId } = village.person(whom)
  const unitOf = (role: GrantedRole, place: Place) =>
    ({ here: village.branchId, 'next door': village.nextDoorId, above: role === 'countyAdmin' ? countyId : village.committeeId })[place]
  const issueBy = (asker: Asker) => village.as(askers[asker]).claims.issue({ personId })
  const rolesOn = async (phone: Browser) =>
    dataOf(await phone.api.session.who({})).persons.flatMap((person) => person.roles.map(({ role }) => role))
  return {
    personId,
    issueBy,
    rolesOn,
    give: (role: GrantedRole, place: Place) => {
      const now = village.clock.now()
      const term = role === 'secretary' ? { from: now, until: now + 1_000_000_000, isActing: true } : {}
      return village.as('沈文').roles.grant({ unitId: unitOf(role, place), role, to: { personId }, ...term })
    },
    /** Whoever uses the code: what they may do afterwards. */
    use: async (code: string) => {
      const phone = village.newcomer()
      const reply = await phone.api.claims.bind({ code })
      return { reply, roles: await rolesOn(phone) }
    },
    /** A phone by the code of somebody. */
    claimed: async (asker: Asker) => {
      const phone = village.newcomer()
      dataOf(await phone.api.claims.bind({ code: dataOf(await issueBy(asker)).code }))
      return phone
    },
    slip: async () => dataOf(await village.as('老王').claims.issueSheet({})).rows.find((one) => one.personId === personId),
  }
}

describe.each(offices)('a way to be a $role $place', ({ role, place, openTo }) => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage()
  })
  afterAll(() => village.close())
  const may = (asker: Asker) => openTo.includes(asker)
  const opened = may('secretary') ? { ok: true } : { ok: false, code: 'CODE_OUTGROWN' }

  it('is a code from whoever may give that office there, and from nobody else', async () => {
    const { give, issueBy } = about(village, '赵大娘')
    dataOf(await give(role, place))
    for (const asker of ['secretary', 'town', 'county'] as const) {
      const reply = await issueBy(asker)
      // The county and the town leave to the secretary whom the secretary may let in.
      if (may(asker) && (reply.ok || (may('secretary') && reply.code === 'SECRETARY_ISSUES'))) continue
      expect({ asker, reply }).toMatchObject({ asker, reply: { ok: false, code: 'ABOVE_YOU' } })
      expect(may(asker)).toBe(false)
    }
  })

  it('is no slip of the branch’s sheet unless the secretary may give that office there', async () => {
    const { give, slip } = about(village, '罗喆')
    dataOf(await give(role, place))
    const row = await slip()
    expect({ hasCode: row?.code !== undefined, isAbove: row?.isAbove ?? false }).toEqual({
      hasCode: may('secretary'),
      isAbove: !may('secretary'),
    })
  })

  it('is not voided by a secretary who may not give that office there, not even to print a slip afterwards', async () => {
    const { give, claimed, rolesOn, personId } = about(village, '梁小军')
    dataOf(await give(role, place))
    const phone = await claimed(may('secretary') ? 'secretary' : 'county')
    const before = await rolesOn(phone)
    const reply = await village.as('老王').claims.unbind({ personId })
    expect(reply).toMatchObject(may('secretary') ? { ok: true } : { ok: false, code: 'ABOVE_YOU' })
    expect(await rolesOn(phone)).toEqual(may('secretary') ? [] : before)
  })

  it('given before the office was, opens it only where its giver could have given that office there', async () => {
    const { give, issueBy, use } = about(village, '宋秋菊')
    const { code } = dataOf(await issueBy('secretary'))
    dataOf(await give(role, place))
    expect(await village.newcomer().api.claims.look({ code })).toMatchObject(opened)
    const { reply, roles } = await use(code)
    expect(reply).toMatchObject(opened)
    expect(roles.includes(role)).toBe(may('secretary'))
  })

  it('printed on a sheet before the office was given, opens it only where the secretary could have given that office there', async () => {
    const { give, slip, use } = about(village, '唐双喜')
    const row = await slip()
    dataOf(await give(role, place))
    const { roles } = await use(row?.code ?? '')
    expect(roles.includes(role)).toBe(may('secretary'))
  })

  it('used before the office was given, keeps it only where its giver could have given that office there', async () => {
    const { give, claimed, rolesOn } = about(village, '高梅')
    const phone = await claimed('secretary')
    expect(dataOf(await give(role, place))).toMatchObject({ hasClaimed: may('secretary') })
    expect(await rolesOn(phone)).toEqual(may('secretary') ? ['member', role] : [])
  })
})

describe('a way to be somebody', () => {
  let village: Village
  let her: ReturnType<typeof about>
  beforeEach(async () => {
    village = await newVillage()
    her = about(village, '赵大娘')
  })
  afterEach(() => village.close())

  it('is judged by the office that begins later as well', async () => {
    const from = village.clock.now() + 1_000_000
    const to = { personId: her.personId }
    dataOf(await village.as('沈文').roles.grant({ unitId: village.committeeId, role: 'townOfficer', to, from }))
    expect(await her.issueBy('secretary')).toMatchObject({ code: 'ABOVE_YOU' })
  })

  it('is the secretary’s to give again once the office is over', async () => {
    const { grantId } = dataOf(await her.give('townOfficer', 'above'))
    dataOf(await village.as('沈文').roles.revoke({ grantId }))
    expect(await her.issueBy('secretary')).toMatchObject({ ok: true })
    expect(await village.as('老王').claims.unbind({ personId: her.personId })).toMatchObject({ ok: true })
  })

  it('by a code that two were told opens what the lesser of them could open', async () => {
    const to = { personId: her.personId }
    dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'disciplineOfficer', to }))
    const fromCounty = dataOf(await her.issueBy('county')).code
    expect(dataOf(await her.issueBy('secretary')).code).toBe(fromCounty)
    dataOf(await her.give('townOfficer', 'above'))
    expect(await her.use(fromCounty)).toMatchObject({ reply: { ok: false, code: 'CODE_OUTGROWN' }, roles: [] })
  })

  it('that the county gave stays good when a lesser office is given', async () => {
    dataOf(await her.give('townOfficer', 'above'))
    const { code } = dataOf(await her.issueBy('county'))
    dataOf(await her.give('shopkeeper', 'here'))
    const { roles } = await her.use(code)
    expect([...roles].sort()).toEqual(['member', 'shopkeeper', 'townOfficer'])
  })

  it('by a handover: the town closes no code of who also works for the county, and the county’s code still opens', async () => {
    dataOf(await her.give('countyAdmin', 'above'))
    dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'disciplineOfficer', to: { personId: her.personId } }))
    const { code } = dataOf(await her.issueBy('county'))
    const to = { personId: village.person('张大爷').personId }
    expect(dataOf(await village.as('方敏').roles.handOver({ unitId: village.branchId, to, claimsToo: true }))).toMatchObject({
      closedCodes: 0,
    })
    expect((await her.use(code)).roles).toContain('countyAdmin')
  })

  it('keeps twelve hours, not ninety days, from the moment an office is held, however stale what was read before', async () => {
    const phone = await her.claimed('secretary')
    // A phone in WeChat: the secretary's session does not end while the member's comes to be prolonged.
    const inWeChat: Caller = { ...village.newcomer().caller, via: 'weapp' }
    const secretary = apiOf((body) => village.house.serve(body, inWeChat))
    const { code } = dataOf(await village.as('沈文').claims.issue({ personId: village.person('老王').personId }))
    dataOf(await secretary.claims.bind({ code }))
    village.clock.forward(2 * dayMs)
    const { db } = village
    const { get } = db
    let isGiven = false
    // The appointment commits after her device was read, and before her session is prolonged.
    const between = jest.spyOn(db, 'get').mockImplementation(async (collection, id) => {
      const found = await get(collection, id)
      if (collection.name === actors.name && id === phone.caller.device && !isGiven) {
        isGiven = true
        dataOf(await secretary.roles.grant({ unitId: village.branchId, role: 'disciplineOfficer', to: { personId: her.personId } }))
      }
      return found
    })
    dataOf(await phone.api.session.devices({}))
    between.mockRestore()
    expect(isGiven).toBe(true)
    const known = (await db.get(actors, phone.caller.device ?? ''))?.persons[0]
    expect(known?.grants.map(({ role }) => role)).toContain('disciplineOfficer')
    expect(known?.expiresAt).toBeLessThanOrEqual(village.clock.now() + 12 * hourMs)
  })

  it('knows every office of those given in one moment', async () => {
    const phone = await her.claimed('secretary')
    const to = { personId: her.personId }
    const roles = ['shopkeeper', 'disciplineOfficer', 'organisationOfficer', 'liaison'] as const
    for (const reply of await Promise.all(roles.map((role) => village.as('老王').roles.grant({ unitId: village.branchId, role, to })))) {
      dataOf(reply)
    }
    expect((await her.rolesOn(phone)).sort()).toEqual(['member', ...roles].sort())
  })

  it('knows an office given in the moment in which the device is made known, the name changed or another office ends', async () => {
    const to = { personId: her.personId }
    const grant = () => village.as('老王').roles.grant({ unitId: village.branchId, role: 'disciplineOfficer', to })
    const { memberId } = village.person('赵大娘')
    const keeper = dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'shopkeeper', to }))
    const meanwhile: readonly (() => Promise<unknown>)[] = [
      async () => village.newcomer().api.claims.bind({ code: dataOf(await her.issueBy('secretary')).code }),
      async () => village.as('老王').members.update({ memberId, version: 1, name: '赵玉贞' }),
      async () => village.as('老王').roles.revoke({ grantId: keeper.grantId }),
    ]
    const phone = await her.claimed('secretary')
    const { organisation } = village.house.stores
    const { grantsOfPerson, grantsNotNamed } = organisation
    for (const [round, deed] of meanwhile.entries()) {
      // Given after the deed has looked up what she holds, and before it commits.
      jest.spyOn(organisation, 'grantsOfPerson').mockImplementationOnce(async (id) => {
        const found = await grantsOfPerson(id)
        dataOf(await grant())
        return found
      })
      jest.spyOn(organisation, 'grantsNotNamed').mockImplementationOnce(async (person) => {
        const found = await grantsNotNamed(person)
        dataOf(await grant())
        return found
      })
      await deed()
      jest.restoreAllMocks()
      expect({ round, roles: await her.rolesOn(phone) }).toMatchObject({ round, roles: expect.arrayContaining(['disciplineOfficer']) })
      const { rows } = dataOf(await village.as('老王').roles.list({ unitId: village.branchId, limit: 100 }))
      const given = rows.find(({ personId: id, role }) => id === to.personId && role === 'disciplineOfficer')
      dataOf(await village.as('老王').roles.revoke({ grantId: given?.grantId ?? '' }))
    }
  })
})
