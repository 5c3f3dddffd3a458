import { dataOf, newVillage, type Village } from '../village/village'

describe('a system the county turns off', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const turn = (isOn: boolean, since: string) =>
    village.as('沈文').systems.turn({ system: 'themeday', isOn, since, document: '青组发〔2026〕3号' })

  const untouched = [
    { system: 'dues', isOn: true },
    { system: 'registerFields', isOn: false },
  ]

  it('looks like not there, to everybody and in every action, from its day on', async () => {
    const { themeDayId, code } = await village.themeDay('08:50')
    expect((await village.newcomer().api.codes.resolve({ code })).ok).toBe(true)
    expect(dataOf(await village.as('沈文').systems.list({})).rows).toEqual([{ system: 'themeday', isOn: true }, ...untouched])
    dataOf(await turn(false, '2026-11-26'))
    expect((await village.as('张大爷').themeday.get({ themeDayId })).ok).toBe(true)
    dataOf(await turn(true, '2026-11-26'))
    expect(await turn(false, '2026-11-25')).toMatchObject({ code: 'BEFORE_LAST' })

    dataOf(await turn(false, '2026-11-26'))
    village.clock.set('2026-11-26', '00:00')
    const nothing = { ok: false, code: 'NOT_FOUND' }
    expect(await village.as('张大爷').themeday.get({ themeDayId })).toMatchObject(nothing)
    expect(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home' })).toMatchObject(nothing)
    expect(await village.as('徐大勇').themeday.countAttendance({ themeDayId })).toMatchObject(nothing)
    expect(await village.newcomer().api.themeday.list({})).toMatchObject(nothing)
    expect(await village.newcomer().api.codes.resolve({ code })).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(dataOf(await village.as('张大爷').session.who({})).systems).toEqual(['dues'])
  })

  it('takes no other with it: without the dues there are theme days', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    dataOf(await village.as('老王').dues.start({ startMonth: '2026-10', farmerFen: 50 }))
    const document = '青组发〔2026〕4号'
    dataOf(await village.as('沈文').systems.turn({ system: 'dues', isOn: false, since: '2026-11-25', document }))
    const nothing = { ok: false, code: 'NOT_FOUND' }
    expect(await village.as('张大爷').dues.getMine({})).toMatchObject(nothing)
    expect(await village.as('老王').dues.countMonth({ month: '2026-11' })).toMatchObject(nothing)
    expect(await village.as('方敏').dues.listBranches({ month: '2026-11' })).toMatchObject(nothing)
    expect((await village.as('张大爷').themeday.get({ themeDayId })).ok).toBe(true)
    expect(dataOf(await village.as('张大爷').session.who({})).systems).toEqual(['themeday'])
  })

  it('is as it was when it is turned on again: nothing recorded is lost', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home' }))
    dataOf(await turn(false, '2026-11-25'))
    expect(await village.as('张大爷').themeday.get({ themeDayId })).toMatchObject({ code: 'NOT_FOUND' })
    dataOf(await turn(true, '2026-11-25'))
    expect(dataOf(await village.as('张大爷').themeday.get({ themeDayId })).mine).toMatchObject({ source: 'home' })
    const { rows } = dataOf(await village.as('沈文').systems.list({}))
    const last = { isOn: true, since: '2026-11-25', document: '青组发〔2026〕3号' }
    expect(rows).toEqual([{ system: 'themeday', isOn: true, last }, ...untouched])
  })

  it('is the county’s to turn, and nobody else’s to see', async () => {
    for (const who of ['老王', '张大爷', '方敏']) {
      expect(await village.as(who).systems.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await village.as(who).systems.turn({ system: 'themeday', isOn: false, since: '2026-11-25', document: '没有' })).toMatchObject({
        code: 'NOT_ALLOWED',
      })
    }
  })
})
