import type { Draft, OutboxItem } from '../../client/kernel/outbox-item'
import { dataOf, newVillage, type Village } from '../village/village'
import { type Fault, newPhone, type PlayedPhone } from './phone'

const stored = (phone: PlayedPhone) => [...phone.storage.keys()].filter((key) => key.startsWith('lianxin.outbox.'))
const states = (items: readonly OutboxItem[]) => items.map(({ state }) => state)

describe('what was tapped without a signal', () => {
  let village: Village
  let themeDayId: string
  let phone: PlayedPhone
  beforeEach(async () => {
    village = await newVillage()
    themeDayId = (await village.themeDay('09:02')).themeDayId
    phone = newPhone(village.browser('张大爷'))
  })
  afterEach(() => village.close())

  const tapped = (clockOffMs?: number) => ({ at: village.clock.now(), ...(clockOffMs === undefined ? {} : { clockOffMs }) })
  const draftOf = (name: string, moment = tapped(0)): Draft => ({
    action: 'themeday.checkIn',
    input: { themeDayId, via: 'home', tapped: moment },
    person: { personId: village.person(name).personId, name },
    subject: themeDayId,
    title: '11月主题党日',
  })
  const present = async () => {
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    return rows.flatMap(({ name, attendance }) => (attendance === undefined ? [] : [{ name, ...attendance }]))
  }

  it('is written down before it is sent, and forgotten only when the server has it', async () => {
    phone.faults.push('lost before')
    const outbox = phone.launch()
    outbox.put(draftOf('张大爷'), tapped(0))
    expect(stored(phone)).toHaveLength(1)
    await outbox.flush()
    expect([states(outbox.items()), stored(phone).length]).toEqual([['queued'], 1])
    village.clock.set('2026-11-25', '10:30')
    await outbox.flush()
    expect([states(outbox.items()), stored(phone).length]).toEqual([['sent'], 0])
    expect(await present()).toMatchObject([{ name: '张建国', source: 'home' }])
    const [item] = outbox.items()
    expect(item?.at).toBe(item?.tapped.at)
  })

  it('waits while it is open by which token the phone is known, and is refused once that is settled', async () => {
    const lost = newPhone(village.newcomer())
    lost.storage.set('lianxin.tokenBefore', 'the-one-before')
    const outbox = lost.launch()
    outbox.put(draftOf('张大爷'), tapped(0))
    await outbox.flush()
    expect(states(outbox.items())).toEqual(['queued'])
    lost.storage.delete('lianxin.tokenBefore')
    const later = lost.launch()
    await later.flush()
    expect(states(later.items())).toEqual(['refused'])
  })

  it('is one check-in however often the button is tapped', async () => {
    phone.faults.push('lost before')
    const outbox = phone.launch()
    const first = outbox.put(draftOf('张大爷'), tapped(0))
    expect(outbox.put(draftOf('张大爷'), tapped(0)).requestId).toBe(first.requestId)
    await outbox.flush()
    await outbox.flush()
    expect(await present()).toHaveLength(1)
  })

  it.each<readonly [string, readonly Fault[]]>([
    ['before it reached the server', ['lost before', 'lost before', 'lost before']],
    ['after it was recorded', ['lost after', 'lost after']],
    ['twice at once', ['duplicated']],
    ['in every way', ['lost before', 'lost after', 'duplicated', 'lost after']],
  ])('ends in one attendance when the answer is lost %s and the app is killed each time', async (_, faults) => {
    phone.faults.push(...faults)
    const first = phone.launch()
    first.put(draftOf('张大爷'), tapped(0))
    await first.flush()
    for (const _fault of faults) await phone.launch().flush()
    const last = phone.launch()
    await last.flush()
    expect(states(last.items()).filter((state) => state !== 'sent')).toEqual([])
    expect(stored(phone)).toEqual([])
    expect(await present()).toMatchObject([{ name: '张建国' }])
  })

  it.each(['online', 'shown'] as const)('is sent when the phone is %s again', async (sign) => {
    phone.faults.push('lost before')
    const outbox = phone.launch()
    const stop = outbox.start()
    const until = (isSo: () => boolean) => new Promise<void>((resolve) => outbox.watch(() => isSo() && resolve()))
    const failed = until(() => phone.faults.length === 0 && !outbox.isSending())
    outbox.put(draftOf('张大爷'), tapped(0))
    await failed
    expect(states(outbox.items())).toEqual(['queued'])
    const arrived = until(() => states(outbox.items())[0] === 'sent')
    phone.tell(sign)
    await arrived
    stop()
    expect(await present()).toHaveLength(1)
  })

  it('waits for the secretary when it arrives after the day, and says so after a restart', async () => {
    phone.faults.push('lost before')
    const outbox = phone.launch()
    const { requestId } = outbox.put(draftOf('张大爷'), tapped(0))
    await outbox.flush()
    village.clock.set('2026-11-25', '14:00')
    await phone.launch().flush()
    const later = phone.launch()
    expect(states(later.items())).toEqual(['waiting'])
    await later.flush()
    expect(phone.arrived).toHaveLength(1)
    later.settle(requestId, { state: 'sent', at: village.clock.now() })
    expect(stored(phone)).toEqual([])
  })

  it('says why it was not recorded, until it was read or tried again', async () => {
    village.clock.set('2026-11-25', '08:00')
    const outbox = phone.launch()
    const { requestId } = outbox.put(draftOf('张大爷'), tapped(0))
    await outbox.flush()
    const [refused] = phone.launch().items()
    expect(refused).toMatchObject({ state: 'refused', code: 'NOT_OPEN', message: '还没到时间，今天上午 8 点半开始签到' })
    village.clock.set('2026-11-25', '08:40')
    outbox.retry(requestId)
    await outbox.flush()
    expect(states(outbox.items())).toEqual(['sent'])
    expect(await present()).toHaveLength(1)

    outbox.dismiss(requestId)
    expect(outbox.items()).toEqual([])
  })

  it('is what was wanted when the name was called meanwhile', async () => {
    phone.faults.push('lost before')
    const outbox = phone.launch()
    outbox.put(draftOf('张大爷'), tapped(0))
    await outbox.flush()
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [village.person('张大爷').memberId] }))
    await outbox.flush()
    expect(states(outbox.items())).toEqual(['sent'])
    expect(await present()).toMatchObject([{ source: 'rollCall' }])
  })

  it('counts by the server’s clock when the phone’s is three days off, and waits for a nod where nothing says when it was tapped', async () => {
    const day = 24 * 60 * 60_000
    for (const [name, off] of [
      ['张大爷', 3 * day],
      ['刘桂兰', -3 * day],
      ['李强', undefined],
    ] as const) {
      const other = newPhone(village.browser(name))
      const outbox = other.launch()
      // With no answer ever, not even the corrected time is right.
      const at = off === undefined ? village.clock.now() - 3 * day : village.clock.now()
      const moment = off === undefined ? { at } : { at, clockOffMs: off }
      outbox.put(draftOf(name, moment), moment)
      await outbox.flush()
      const expected = off === undefined ? { state: 'waiting' } : { state: 'sent', at: village.clock.now() }
      expect(outbox.items()[0]).toMatchObject(expected)
    }
  })

  it('is told apart by person on a household’s phone', async () => {
    const browser = village.browser('刘桂兰')
    const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
    dataOf(await browser.api.claims.bind({ code }))
    const shared = newPhone(browser)
    const outbox = shared.launch()
    shared.faults.push('lost before', 'lost before')
    for (const name of ['刘桂兰', '赵大娘']) outbox.put(draftOf(name), tapped(0))
    await outbox.flush()
    await outbox.flush()
    await outbox.flush()
    expect((await present()).map(({ name }) => name).sort()).toEqual(['刘桂兰', '赵玉珍'].sort())
  })

  it('is kept with the person’s reason when this phone no longer knows them', async () => {
    const stranger = newPhone(village.newcomer())
    const outbox = stranger.launch()
    outbox.put(draftOf('张大爷'), tapped(0))
    await outbox.flush()
    expect(outbox.items()[0]).toMatchObject({ state: 'refused', code: 'SIGN_IN_FIRST' })
    expect(stored(stranger)).toHaveLength(1)
  })
})

describe('an outbox', () => {
  const person = { personId: 'p1', name: '张建国' }
  const draft = (subject: string): Draft => ({ action: 'themeday.checkIn', input: {}, person, subject, title: '11月主题党日' })
  const counting = { ok: true, data: { state: 'counted', at: 1 } } as const

  it('of two hundred items is sent in the order of the taps, each once, whatever fails in between', async () => {
    const phone = newPhone({ raw: async () => counting })
    const first = phone.launch()
    phone.faults.push('lost before')
    for (let place = 0; place < 200; place += 1) first.put(draft(`day-${place}`), { at: 1_000 + place })
    await first.flush()
    expect(stored(phone)).toHaveLength(200)
    // Every tenth question is lost, on one side or the other, and the app is killed there.
    for (let rounds = 0; stored(phone).length > 0 && rounds < 60; rounds += 1) {
      phone.faults.push(...Array.from({ length: 9 }, (): Fault => 'none'), rounds % 2 === 0 ? 'lost after' : 'lost before')
      await phone.launch().flush()
    }
    expect(stored(phone)).toEqual([])
    const subjects = phone.arrived.map((envelope) => JSON.parse(envelope).requestId)
    expect(new Set(subjects).size).toBe(200)
  })

  it('says honestly that a full phone keeps nothing, and sends it all the same', async () => {
    const phone = newPhone({ raw: async () => counting })
    phone.capacity = 0
    phone.faults.push('lost before')
    const outbox = phone.launch()
    outbox.put(draft('day'), { at: 1 })
    await outbox.flush()
    expect(outbox.items()).toMatchObject([{ state: 'queued', isLoose: true }])
    expect(phone.launch().items()).toEqual([])
    await outbox.flush()
    expect(states(outbox.items())).toEqual(['sent'])
  })

  it('makes room for itself before it gives up', () => {
    const phone = newPhone({ raw: async () => counting }, () => phone.storage.delete('lianxin.answer.p1.themeday.list'))
    phone.storage.set('lianxin.answer.p1.themeday.list', { data: {}, at: 1 })
    phone.capacity = 1
    phone.faults.push('lost before')
    const item = phone.launch().put(draft('day'), { at: 1 })
    expect(stored(phone)).toEqual([`lianxin.outbox.${item.requestId}`])
    expect(phone.launch().items()[0]?.isLoose).toBeUndefined()
  })

  it.each(['BUSY', 'TOO_FAST', 'UPGRADE_NEEDED', 'UNAVAILABLE'])('keeps what was answered with %s for later', async (code) => {
    let isBusy = true
    const phone = newPhone({ raw: async () => (isBusy ? { ok: false, code, message: '' } : counting) })
    const outbox = phone.launch()
    outbox.put(draft('day'), { at: 1 })
    await outbox.flush()
    expect([states(outbox.items()), stored(phone).length]).toEqual([['queued'], 1])
    isBusy = false
    await outbox.flush()
    expect(states(outbox.items())).toEqual(['sent'])
  })

  it('does not let one item the server stumbles over hold up those behind it', async () => {
    const phone = newPhone({
      raw: async (envelope) => {
        const { input } = JSON.parse(JSON.stringify(envelope))
        return input.isBad ? { ok: false, code: 'UNAVAILABLE', message: '' } : counting
      },
    })
    const outbox = phone.launch()
    outbox.put({ ...draft('bad'), input: { isBad: true } }, { at: 1 })
    outbox.put(draft('good'), { at: 2 })
    await outbox.flush()
    expect(states(outbox.items())).toEqual(['queued', 'sent'])
  })

  it('leaves alone what is not an item of its own', () => {
    const phone = newPhone({ raw: async () => counting })
    for (const [place, strange] of [
      null,
      'text',
      { requestId: 'x' },
      { ...draft('day'), requestId: 'x', state: 'lost', tapped: { at: 1 } },
    ].entries())
      phone.storage.set(`lianxin.outbox.${place}`, strange)
    expect(phone.launch().items()).toEqual([])
  })
})
