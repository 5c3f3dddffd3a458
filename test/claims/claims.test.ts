import { readdirSync, readFileSync } from 'node:fs'
import { claimAfterIssue, decideClaim, devicesAfter, printedUntil, sentUntil } from '#shared/claims/rules'
import { instantOf } from '#shared/kernel/day'
import { actors, type Caller } from '../../cloudfunctions/runtime/identity'
import { apiOf, type Browser, dataOf, newVillage, type Village } from '../village/village'

const now = instantOf('2026-11-25', '08:00')

describe('how long a code lasts', () => {
  it('is seven days when sent', () => expect(sentUntil(now)).toBe(instantOf('2026-12-02', '08:00')))

  it.each([
    ['the next theme day', { nextStartsAt: instantOf('2026-11-28', '09:00'), isThisMonthOver: false }, '2026-12-02'],
    ['the end of this month where none is fixed', { isThisMonthOver: false }, '2026-12-04'],
    ['the end of the next month where this one was held', { isThisMonthOver: true }, '2027-01-04'],
  ])('is three days past %s when printed', (_, facts, firstDayWithout) => {
    expect(printedUntil(now, facts)).toBe(instantOf(firstDayWithout, '00:00') - 1)
  })

  it('keeps an unused code and makes a new one for a used or expired one', () => {
    const seats = [{ role: 'secretary' as const, unitId: 'village' }]
    const asked = { now, tellers: [seats] }
    const running = { serial: 2, expiresAt: now + 1000, toldBy: [seats] }
    const fresh = { expiresAt: now + 500, toldBy: [seats] }
    expect(claimAfterIssue({ ...asked, until: now + 500 }, undefined)).toEqual({ serial: 1, ...fresh })
    expect(claimAfterIssue({ ...asked, until: now + 500 }, running)).toEqual(running)
    expect(claimAfterIssue({ ...asked, until: now + 9000 }, running)).toEqual({ ...running, expiresAt: now + 9000 })
    expect(claimAfterIssue({ ...asked, until: now + 500 }, { ...running, usedAt: now })).toEqual({ serial: 3, ...fresh })
    expect(claimAfterIssue({ ...asked, until: now + 500 }, { ...running, expiresAt: now - 1 })).toEqual({ serial: 3, ...fresh })
  })

  it('remembers everybody who was told an unused code, and gives the ninth a code of their own', () => {
    const seatsIn = (unitId: string) => [{ role: 'secretary' as const, unitId }]
    let claim = claimAfterIssue({ now, until: now + 500, tellers: [seatsIn('first')] }, undefined)
    for (const unitId of ['second', 'third', 'second'])
      claim = claimAfterIssue({ now, until: now + 500, tellers: [seatsIn(unitId)] }, claim)
    expect(claim).toEqual({ serial: 1, expiresAt: now + 500, toldBy: ['first', 'second', 'third'].map(seatsIn) })
    for (let more = 0; more < 5; more += 1) claim = claimAfterIssue({ now, until: now + 500, tellers: [seatsIn(`more-${more}`)] }, claim)
    expect(claimAfterIssue({ now, until: now + 500, tellers: [seatsIn('ninth')] }, claim)).toEqual({
      ...{ serial: 2, expiresAt: now + 500 },
      toldBy: [seatsIn('ninth')],
    })
  })

  it('opens once, for the serial it was made from', () => {
    const claim = { serial: 1, expiresAt: now }
    expect(decideClaim({ now, serial: 1, claim, isKnownHere: false })).toEqual({ ok: true, data: 'fresh' })
    expect(decideClaim({ now: now + 1, serial: 1, claim, isKnownHere: false })).toMatchObject({ code: 'CODE_EXPIRED' })
    expect(decideClaim({ now, serial: 1, claim: { ...claim, serial: 2 }, isKnownHere: false })).toMatchObject({ code: 'CODE_USED' })
    expect(decideClaim({ now, serial: 1, claim: { ...claim, usedAt: now }, isKnownHere: false })).toMatchObject({ code: 'CODE_USED' })
    expect(decideClaim({ now, serial: 1, claim: { ...claim, usedAt: now }, isKnownHere: true })).toEqual({ ok: true, data: 'again' })
  })

  it('lets the longest known phone fall off when a sixth comes', () => {
    expect(devicesAfter(['a', 'b'], 'c')).toEqual({ kept: ['a', 'b', 'c'], dropped: [] })
    expect(devicesAfter(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual({ kept: ['b', 'c', 'd', 'e', 'f'], dropped: ['a'] })
    expect(devicesAfter(['a', 'b', 'c', 'd', 'e'], 'a')).toEqual({ kept: ['b', 'c', 'd', 'e', 'a'], dropped: [] })
  })
})

describe('claiming', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())
  const codeFor = async (name: string, issuer = '老王') =>
    dataOf(await village.as(issuer).claims.issue({ personId: village.person(name).personId })).code

  it('shows whose code it is, then makes the phone theirs', async () => {
    const code = await codeFor('赵大娘')
    const phone = village.newcomer()
    const whose = { personId: village.person('赵大娘').personId, name: '赵玉珍', groupName: '三组', unitName: '示范村支部' }
    expect(dataOf(await phone.api.claims.look({ code }))).toEqual(whose)
    expect(dataOf(await phone.api.claims.bind({ code: `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}` }))).toEqual(whose)
    expect(dataOf(await phone.api.session.who({})).persons).toMatchObject([
      { name: '赵玉珍', branchName: '示范村支部', groupName: '三组', phone: '0571-00000001' },
    ])
  })

  it('stores the code nowhere', async () => {
    const code = await codeFor('赵大娘')
    const files = readdirSync(village.folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    for (const { name } of files) expect(readFileSync(`${village.folder}/${name}`).includes(code)).toBe(false)
    expect(JSON.stringify(village.lines)).not.toContain(code)
  })

  it('binds one phone when two tap with one code at once', async () => {
    const code = await codeFor('赵大娘')
    const replies = await Promise.all([village.newcomer(), village.newcomer()].map(({ api }) => api.claims.bind({ code })))
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ code: 'CODE_USED' })
  })

  it('answers the phone that used the code again, when the first answer was lost', async () => {
    const code = await codeFor('赵大娘')
    const phone = village.newcomer()
    const ask = () => phone.api.claims.bind({ code }, { requestId: 'zhao-claims' })
    const first = dataOf(await ask())
    expect(await ask()).toEqual({ ok: true, data: first, repeated: true })
  })

  it('needs a phone that shows a token', async () => {
    const code = await codeFor('赵大娘')
    const reply = await village.house.serve(
      { action: 'claims.bind', input: { code }, requestId: 'no-token' },
      { address: '127.0.0.1', via: 'h5' },
    )
    expect(reply).toMatchObject({ code: 'SIGN_IN_FIRST' })
  })

  describe('leaves behind the token that was there before', () => {
    /** What a browser does: a fresh token, and the old one said once. */
    const renewed = (before: Browser) => ({ fresh: village.newcomer(), was: before.token })
    const namesOn = async ({ api }: Browser) => dataOf(await api.session.who({})).persons.map(({ name }) => name)

    it('whoever kept it sees nobody any more, and the household comes along', async () => {
      const shared = await village.claim('赵大娘')
      const { fresh, was } = renewed(shared)
      dataOf(await fresh.api.claims.bind({ code: await codeFor('唐双喜'), was }))
      expect(await namesOn(shared)).toEqual([])
      expect(await namesOn(fresh)).toEqual(['赵玉珍', '唐双喜'])
      const own = dataOf(await fresh.api.session.devices({}, { as: village.person('赵大娘').personId })).rows
      expect(own).toMatchObject([{ isThis: true }])
    })

    it('asked again after a lost answer, it is the same answer', async () => {
      const shared = await village.claim('赵大娘')
      const { fresh, was } = renewed(shared)
      const ask = { code: await codeFor('唐双喜'), was }
      const first = await fresh.api.claims.bind(ask, { requestId: 'claimed-once' })
      expect(await fresh.api.claims.bind(ask, { requestId: 'claimed-once' })).toEqual({ ...first, repeated: true })
      expect(dataOf(await fresh.api.claims.bind(ask))).toMatchObject({ name: '唐双喜' })
      expect(await namesOn(fresh)).toEqual(['赵玉珍', '唐双喜'])
    })

    it('refused, everybody stays where they were', async () => {
      const shared = village.newcomer()
      for (const name of ['赵大娘', '罗喆', '梁小军', '宋秋菊']) dataOf(await shared.api.claims.bind({ code: await codeFor(name) }))
      const { fresh, was } = renewed(shared)
      expect(await fresh.api.claims.bind({ code: await codeFor('唐双喜'), was })).toMatchObject({ code: 'PHONE_FULL' })
      expect(await namesOn(shared)).toHaveLength(4)
      expect(await namesOn(fresh)).toEqual([])
    })

    it('a used slip is no way to one fresh token after the other', async () => {
      const code = await codeFor('唐双喜')
      const phone = village.newcomer()
      dataOf(await phone.api.claims.bind({ code }))
      const { fresh, was } = renewed(phone)
      expect(await fresh.api.claims.bind({ code, was })).toMatchObject({ code: 'CODE_USED' })
      expect(await namesOn(phone)).toEqual(['唐双喜'])
      expect(await namesOn(fresh)).toEqual([])
    })

    it('a token that knows somebody takes nobody’s place', async () => {
      const [one, other] = [await village.claim('赵大娘'), await village.claim('罗喆')]
      expect(await one.api.claims.bind({ code: await codeFor('唐双喜'), was: other.token })).toMatchObject({ code: 'INVALID_INPUT' })
      expect([await namesOn(one), await namesOn(other)]).toEqual([['赵玉珍'], ['罗喆']])
    })

    it('a token that knows nobody brings nobody', async () => {
      const { fresh, was } = renewed(village.newcomer())
      dataOf(await fresh.api.claims.bind({ code: await codeFor('唐双喜'), was }))
      expect(await namesOn(fresh)).toEqual(['唐双喜'])
    })
  })

  it('keeps two of a household apart on one phone', async () => {
    const phone = village.newcomer()
    for (const name of ['赵大娘', '唐双喜']) dataOf(await phone.api.claims.bind({ code: await codeFor(name) }))
    const { themeDayId } = await village.themeDay('08:50')
    const tang = village.person('唐双喜')
    dataOf(await phone.api.themeday.checkIn({ themeDayId, via: 'code' }, { as: tang.personId }))
    const mine = async (as: string) => dataOf(await phone.api.themeday.get({ themeDayId }, { as })).mine
    expect(await mine(tang.personId)).toBeDefined()
    expect(await mine(village.person('赵大娘').personId)).toBeUndefined()
  })

  it('forgets a member after ninety silent days and an officer after twelve hours', async () => {
    const who = async (name: string) => dataOf(await village.as(name).session.who({})).persons.length
    village.clock.forward(12 * 3_600_000)
    expect([await who('老王'), await who('张大爷')]).toEqual([0, 1])
    expect(await village.as('老王').members.list({})).toMatchObject({ code: 'SIGN_IN_FIRST' })
    village.clock.forward(90 * 86_400_000)
    expect(await who('张大爷')).toBe(0)
  })

  it('prolongs a session by use', async () => {
    for (let hour = 0; hour < 30; hour += 1) {
      village.clock.forward(3_600_000)
      dataOf(await village.as('老王').members.list({}))
    }
  })

  it('does not forget a phone in WeChat, neither a member’s nor an officer’s', async () => {
    const inWeChat = (): Caller => ({ ...village.newcomer().caller, via: 'weapp' })
    const [member, officer] = [inWeChat(), inWeChat()]
    const api = (caller: Caller) => apiOf((body) => village.house.serve(body, caller))
    dataOf(await api(member).claims.bind({ code: await codeFor('赵大娘') }))
    dataOf(await api(officer).claims.bind({ code: await codeFor('老王', '沈文') }))
    village.clock.forward(400 * 86_400_000)
    expect(dataOf(await api(member).session.who({})).persons).toHaveLength(1)
    expect(dataOf(await api(officer).members.list({})).rows).not.toHaveLength(0)
    expect(dataOf(await village.as('老王').session.who({})).persons).toEqual([])
  })

  it('lets the sixth phone in and forgets the first', async () => {
    const phones = []
    for (let count = 0; count < 6; count += 1) phones.push(await village.claim('赵大娘'))
    const known = await Promise.all(phones.map(async ({ api }) => dataOf(await api.session.who({})).persons.length))
    expect(known).toEqual([0, 1, 1, 1, 1, 1])
    expect(await village.db.get(actors, phones[0]?.caller.device ?? '')).toBeUndefined()
  })

  it('prints a sheet for a group, with codes only for those not yet known', async () => {
    const groupId = village.person('张大爷').groupId ?? ''
    const sheet = dataOf(await village.as('老王').claims.issueSheet({ groupId }))
    expect(sheet).toMatchObject({ branchName: '示范村支部', groupName: '二组' })
    expect(sheet.rows).toHaveLength(9)
    expect(sheet.rows.filter(({ code }) => code === undefined).map(({ name }) => name)).toEqual(['张建国', '徐大勇'])
    const again = dataOf(await village.as('老王').claims.issueSheet({ groupId }))
    expect(again.rows).toEqual(sheet.rows)
    const [row] = sheet.rows.filter(({ code }) => code !== undefined)
    dataOf(await village.newcomer().api.claims.bind({ code: row?.code ?? '' }))
  })

  it('cannot be guessed: the address runs out even where every try shows a new token', async () => {
    const code = await codeFor('赵大娘')
    for (let attempt = 0; attempt < 60; attempt += 1) await village.newcomer().api.claims.look({ code: 'ZZZZ9999' })
    expect(await village.newcomer().api.claims.look({ code })).toMatchObject({ code: 'TOO_MANY_TRIES' })
    village.clock.forward(3_600_000)
    expect(await village.newcomer().api.claims.look({ code })).toMatchObject({ ok: true })
  })
})
