/** A masked number hides four figures: whoever has ten thousand questions has the number, so nobody has, and who is found is told. */
import { decideAsking, mostAsked, mostWritten } from '#shared/members/numbers'
import { dataOf, newVillage, type Village } from '../village/village'

const phone = '13800004321'
const guess = (place: number) => `1380000${String(place).padStart(4, '0')}`

describe('a masked number', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
    dataOf(await village.as('田有福').members.update({ memberId: village.person('范玉梅').memberId, version: 1, phone }))
    dataOf(await village.as('老王').members.update({ memberId: village.person('张大爷').memberId, version: 1, phone }))
  })
  afterEach(() => village.close())

  const officer = () => village.as('老王').members
  const looksAt = async (name: string) => dataOf(await village.as(name).assists.listLooks({})).rows.map(({ what, by }) => ({ what, by }))
  const told = [{ what: 'match', by: '王志强' }]

  /** Ways to hold a number against the roster, each so that nothing is written: about the own branch, and about another's. */
  const ways: Readonly<Record<string, (whole: string) => Promise<{ ok: boolean; code?: string }>>> = {
    'asking whose it is': (whole) => officer().matchPhone({ phone: whole }),
    'adding a namesake': (whole) => officer().add({ name: '张建国', membership: 'full', phone: whole }),
    'editing an older record to another branch’s name': (whole) =>
      officer().update({ memberId: village.person('刘桂兰').memberId, version: 9, name: '范玉梅', phone: whole }),
  }

  it('is not found by search, whole or in part', async () => {
    for (const text of [phone, '138 0000 4321', '4321', '138****4321']) expect(dataOf(await officer().search({ text })).rows).toEqual([])
  })

  it('is matched by a command, and the one whose it is hears of it, once for one request', async () => {
    const ask = () => officer().matchPhone({ phone }, { requestId: 'who-rings' })
    expect(dataOf(await ask()).rows.map(({ name }) => name)).toEqual(['张建国'])
    dataOf(await ask())
    expect(await looksAt('张大爷')).toEqual(told)
    // Out of reach nobody is found, and nobody was looked at.
    expect(await looksAt('范玉梅')).toEqual([])
    expect(dataOf(await village.as('徐大勇').members.matchPhone({ phone })).rows.map(({ name }) => name)).toEqual(['张建国'])
    expect(await looksAt('张大爷')).toContainEqual({ what: 'match', by: '徐大勇' })
  })

  it.each([
    ['add', '张建国', 'ON_ROSTER', '张大爷'],
    ['add', '范玉梅', 'ON_ANOTHER_ROSTER', '范玉梅'],
  ] as const)('%s says of %s %s, and tells the one who stands there', async (_, name, code, who) => {
    expect(await officer().add({ name, membership: 'full', phone, isNamesake: true })).toMatchObject({ code })
    expect(await looksAt(who)).toEqual(told)
  })

  it('an edit that meets a twin tells the twin, in whatever branch', async () => {
    const edit = { memberId: village.person('刘桂兰').memberId, version: 1, name: '范玉梅', phone }
    expect(await officer().update(edit)).toMatchObject({ code: 'ON_ANOTHER_ROSTER' })
    expect(await looksAt('范玉梅')).toEqual(told)
    expect(await looksAt('张大爷')).toEqual([])
  })

  it('a new name beside the number that is there is the same question: counted, and told to whom it meets', async () => {
    const { memberId } = village.person('刘桂兰')
    const rename = (name: string, version: number) => officer().update({ memberId, version, name })
    dataOf(await officer().update({ memberId, version: 1, phone }))
    dataOf(await rename('甲一', 2))
    expect(await rename('范玉梅', 3)).toMatchObject({ code: 'ON_ANOTHER_ROSTER' })
    expect(await looksAt('范玉梅')).toEqual(told)
    const names = Array.from({ length: mostAsked }, (_, place) => `乙${String.fromCodePoint(0x4e00 + place)}`)
    let version = 3
    const codes: string[] = []
    for (const name of names) {
      const reply = await rename(name, version)
      codes.push(reply.ok ? 'ok' : reply.code)
      if (reply.ok) version = reply.data.version
    }
    expect(codes).toContain('TOO_MANY_NUMBERS')
  })

  it.each(Object.keys(ways))('is not to be guessed by %s', async (way) => {
    const ask = ways[way]
    if (ask === undefined) throw new Error('no such way')
    for (let asked = 0; asked < mostAsked; asked += 1) expect(await ask(guess(asked))).not.toMatchObject({ code: 'TOO_MANY_NUMBERS' })
    // Right or wrong, the answer is the same, and by every way: there is one count for all.
    for (const other of Object.values(ways)) {
      for (const whole of [guess(5555), phone]) expect(await other(whole)).toMatchObject({ code: 'TOO_MANY_NUMBERS' })
    }
    expect(await looksAt('张大爷')).toEqual([])
    expect(await looksAt('范玉梅')).toEqual([])
  })

  it('is not to be guessed by many at once', async () => {
    const all = Array.from({ length: 3 * mostAsked }, (_, place) => ways['asking whose it is']?.(guess(place)))
    const replies = await Promise.all(all)
    expect(replies.filter((reply) => reply?.ok)).toHaveLength(mostAsked)
  })

  it('may be asked about again tomorrow, and by somebody else today', async () => {
    village.clock.set('2026-11-25', '17:00')
    for (let asked = 0; asked < mostAsked; asked += 1) dataOf(await officer().matchPhone({ phone: guess(asked) }))
    expect(await officer().matchPhone({ phone })).toMatchObject({ code: 'TOO_MANY_NUMBERS' })
    expect(await village.as('徐大勇').members.matchPhone({ phone })).toMatchObject({ ok: true })
    village.clock.set('2026-11-26', '00:00')
    expect(await officer().matchPhone({ phone })).toMatchObject({ ok: true })
  })

  it('does not keep anybody from writing the numbers of a whole branch', async () => {
    const { rows } = dataOf(await officer().list({ limit: 100 }))
    const others = rows.filter(({ name }) => name !== '张建国')
    expect(others.length).toBeGreaterThan(mostAsked)
    for (const [place, { memberId }] of others.entries()) dataOf(await officer().update({ memberId, version: 1, phone: guess(place) }))
    for (let place = 0; place < mostAsked; place += 1) {
      dataOf(await officer().add({ name: '孟晓', membership: 'full', phone: guess(1000 + place), isNamesake: true }))
    }
    expect(dataOf(await officer().matchPhone({ phone: guess(0) })).rows).toHaveLength(1)
  })
})

describe('what a day allows', () => {
  const day = '2026-11-25'
  it.each([
    [undefined, { asked: 1, written: 0 }],
    [
      { day, asked: 3, written: 4 },
      { asked: 4, written: 4 },
    ],
    [
      { day: '2026-11-24', asked: mostAsked, written: mostWritten },
      { asked: 1, written: 0 },
    ],
    [
      { day, asked: mostAsked - 1, written: mostWritten - 1 },
      { asked: mostAsked, written: mostWritten - 1 },
    ],
  ])('after %j one more is asked: %j', (before, after) => {
    expect(decideAsking(before, day)).toEqual({ ok: true, data: { day, ...after } })
  })

  it.each([
    { day, asked: mostAsked, written: 0 },
    { day, asked: 0, written: mostWritten },
  ])('after %j no more', (before) => {
    expect(decideAsking(before, day)).toEqual({ ok: false, code: 'TOO_MANY_NUMBERS' })
  })
})
