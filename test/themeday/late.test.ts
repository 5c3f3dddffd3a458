import { dataOf, newVillage, type Village } from '../village/village'

describe('a check-in that arrives after the day', () => {
  let village: Village
  let themeDayId: string
  beforeEach(async () => {
    village = await newVillage()
    themeDayId = (await village.themeDay('09:02')).themeDayId
  })
  afterEach(() => village.close())

  const upload = async (who: string, requestId: string) => {
    const tapped = { at: village.clock.now(), clockOffMs: 0 }
    return () => village.as(who).themeday.checkIn({ themeDayId, via: 'home', tapped }, { requestId })
  }
  const count = async () => dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present
  const mine = async (who: string) => village.as(who).themeday.getLate({ themeDayId })
  const zhang = () => ({ themeDayId, memberId: village.person('张大爷').memberId })

  it('waits for the secretary, however often it arrives, and counts once approved', async () => {
    const send = await upload('张大爷', 'tapped-without-signal')
    const tappedAt = village.clock.now()
    village.clock.set('2026-11-25', '14:00')
    expect(await send()).toEqual({ ok: true, data: { state: 'waiting', at: tappedAt } })
    expect(await send()).toEqual({ ok: true, data: { state: 'waiting', at: tappedAt }, repeated: true })
    expect(await count()).toBe(0)
    const { rows } = dataOf(await village.as('老王').themeday.listLate({}))
    expect(rows).toEqual([{ ...zhang(), month: '2026-11', name: '张建国', at: tappedAt, isClockSure: true }])

    dataOf(await village.as('老王').themeday.approveLate(zhang()))
    dataOf(await village.as('老王').themeday.approveLate(zhang()))
    expect(await count()).toBe(1)
    expect(dataOf(await village.as('张大爷').themeday.get({ themeDayId })).mine).toEqual({ at: tappedAt, source: 'lateArrival' })
    expect(dataOf(await mine('张大爷')).state).toBe('approved')
    expect(dataOf(await village.as('老王').themeday.listLate({})).rows).toEqual([])
    expect(await send()).toMatchObject({ ok: false, code: 'ALREADY_CHECKED_IN' })
  })

  it('is one matter when it arrives from two phones', async () => {
    const [one, other] = [await upload('张大爷', 'from-his-phone'), await upload('张大爷', 'from-her-phone')]
    village.clock.set('2026-11-25', '14:00')
    const [first, second] = [dataOf(await one()), dataOf(await other())]
    expect(second).toEqual(first)
    expect(dataOf(await village.as('老王').themeday.listLate({})).rows).toHaveLength(1)
  })

  it('is told why it was sent back, and may be approved after all', async () => {
    const send = await upload('张大爷', 'tapped-without-signal')
    village.clock.set('2026-11-25', '14:00')
    dataOf(await send())
    dataOf(await village.as('老王').themeday.sendBackLate({ ...zhang(), reason: 'notThere' }))
    expect(dataOf(await mine('张大爷'))).toMatchObject({ state: 'sentBack', reason: 'notThere' })
    expect(await count()).toBe(0)
    dataOf(await village.as('老王').themeday.approveLate(zhang()))
    const approved = dataOf(await mine('张大爷'))
    expect(approved.state).toBe('approved')
    expect(approved.reason).toBeUndefined()
    expect(await count()).toBe(1)
  })

  it('says that it counts already when the name was called meanwhile', async () => {
    const send = await upload('张大爷', 'tapped-without-signal')
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [zhang().memberId] }))
    village.clock.set('2026-11-25', '14:00')
    expect(await send()).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    expect(dataOf(await village.as('老王').themeday.listLate({})).rows).toEqual([])
  })

  it('counts once when the name is called while it waits', async () => {
    const send = await upload('张大爷', 'tapped-without-signal')
    village.clock.set('2026-11-25', '14:00')
    dataOf(await send())
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [zhang().memberId] }))
    dataOf(await village.as('老王').themeday.approveLate(zhang()))
    expect(await count()).toBe(1)
    expect(dataOf(await village.as('张大爷').themeday.get({ themeDayId })).mine?.source).toBe('rollCall')
  })

  it('is seen by its member and the own secretary alone', async () => {
    const send = await upload('张大爷', 'tapped-without-signal')
    village.clock.set('2026-11-25', '14:00')
    dataOf(await send())
    expect(await mine('刘桂兰')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await mine('范玉梅')).toMatchObject({ code: 'NOT_FOUND' })
    expect(dataOf(await village.as('田有福').themeday.listLate({})).rows).toEqual([])
    expect(await village.as('田有福').themeday.approveLate(zhang())).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.as('田有福').themeday.sendBackLate({ ...zhang(), reason: 'unclear' })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('counts at once, with the time of the tap, when it arrives before the end', async () => {
    const send = await upload('张大爷', 'tapped-without-signal')
    const tappedAt = village.clock.now()
    village.clock.set('2026-11-25', '10:30')
    expect(await send()).toEqual({ ok: true, data: { state: 'counted', at: tappedAt } })
    expect(dataOf(await village.as('张大爷').themeday.get({ themeDayId })).mine).toEqual({ at: tappedAt, source: 'home' })
  })
})
