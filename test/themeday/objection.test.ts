import { nothing } from '#shared/kernel/organisation'
import { checkInFor, objectTo } from '../assists/help'
import { dataOf, newVillage, type Village } from '../village/village'

let village: Village
let themeDayId: string
beforeEach(async () => {
  village = await newVillage()
  themeDayId = (await village.themeDay('09:02')).themeDayId
})
afterEach(() => village.close())

const wang = () => village.as('老王').themeday
const zhao = () => ({ themeDayId, memberId: village.person('赵大娘').memberId })
const present = async () => dataOf(await wang().countAttendance({ themeDayId })).present
const answer = (assistId: string, verdict: 'undone' | 'stands', who = '方敏') =>
  village.as(who).assists.answerObjection({ assistId, verdict })

/** 赵大娘 was checked in by the secretary, and says that it was not her. */
async function objected() {
  dataOf(await checkInFor(village, { who: '老王', whom: '赵大娘', themeDayId }))
  return objectTo(village, '赵大娘')
}

async function said() {
  const entries = await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)
  return entries.map(({ kind, made }) => ({ kind, by: made.by }))
}

describe('不是我 about a check-in somebody made for a member', () => {
  it('changes nothing while it waits', async () => {
    await objected()
    expect(await present()).toBe(1)
  })

  it('takes it back with the answer of the town, and the book says so', async () => {
    const { api, assistId, goesTo } = await objected()
    expect(goesTo).toBe('town')
    dataOf(await answer(assistId, 'undone'))
    expect(await present()).toBe(0)
    expect(dataOf(await api.themeday.get({ themeDayId })).mine).toBeUndefined()
    expect((await said()).map(({ kind }) => kind)).toEqual(['attendance', 'reversal'])
    expect(dataOf(await wang().getBook({ themeDayId })).corrections).toMatchObject([{ name: '赵玉珍', by: '方敏', reason: 'objection' }])
  })

  it('takes it back together with the answer, or not at all', async () => {
    const { assistId } = await objected()
    const taking = jest.spyOn(village.house.stores.themeDays, 'takeBackIn').mockRejectedValue(new Error('the disk is full'))
    expect(await answer(assistId, 'undone')).toMatchObject({ code: 'UNAVAILABLE' })
    taking.mockRestore()
    expect(await present()).toBe(1)
    expect(dataOf(await village.as('方敏').assists.listObjections({})).rows).toHaveLength(1)
    dataOf(await answer(assistId, 'undone'))
    expect(await present()).toBe(0)
    expect(dataOf(await village.as('方敏').assists.listObjections({})).rows).toEqual([])
  })

  it('takes it back once, whoever answers again', async () => {
    const { assistId } = await objected()
    const ask = () => village.as('方敏').assists.answerObjection({ assistId, verdict: 'undone' }, { requestId: 'fang-answers' })
    dataOf(await ask())
    expect(await ask()).toMatchObject({ ok: true, repeated: true })
    expect(await answer(assistId, 'undone')).toMatchObject({ code: 'ALREADY_ANSWERED' })
    expect(await said()).toHaveLength(2)
  })

  it('leaves it where the answer is that it stands', async () => {
    const { assistId } = await objected()
    dataOf(await answer(assistId, 'stands'))
    expect(await present()).toBe(1)
    expect(await said()).toHaveLength(1)
  })

  it('goes into a closed book as well', async () => {
    const { assistId } = await objected()
    village.clock.forward(60_000)
    dataOf(await wang().close({ themeDayId }))
    village.clock.forward(60_000)
    dataOf(await answer(assistId, 'undone'))
    const { tally, corrections } = dataOf(await wang().getBook({ themeDayId }))
    expect(tally.present).toBe(0)
    expect(corrections).toMatchObject([{ isAfterClosing: true }])
  })

  it('takes nothing back that the secretary has taken back already', async () => {
    const { assistId } = await objected()
    dataOf(await wang().reverse({ ...zhao(), reason: 'notThere' }))
    dataOf(await answer(assistId, 'undone'))
    expect((await said()).map(({ kind }) => kind)).toEqual(['attendance', 'reversal'])
    expect(await present()).toBe(0)
  })

  it('leaves alone what somebody else has said since', async () => {
    const { assistId } = await objected()
    dataOf(await wang().reverse({ ...zhao(), reason: 'notThere' }))
    dataOf(await wang().rollCall({ themeDayId, memberIds: [zhao().memberId] }))
    dataOf(await answer(assistId, 'undone'))
    expect((await said()).map(({ kind }) => kind)).toEqual(['attendance', 'reversal', 'attendance'])
    expect(await present()).toBe(1)
  })

  it('leaves alone the member’s own check-in that was there first', async () => {
    const { api } = await village.claim('赵大娘')
    dataOf(await api.themeday.checkIn({ themeDayId, via: 'code' }))
    expect(await checkInFor(village, { who: '老王', whom: '赵大娘', themeDayId })).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    expect(dataOf(await api.assists.list({})).rows).toEqual([])
    expect(await present()).toBe(1)
  })

  it('about a group leader is answered by the secretary, in the same way', async () => {
    dataOf(await checkInFor(village, { who: '徐大勇', whom: '林树根', themeDayId }))
    const { assistId, goesTo } = await objectTo(village, '林树根')
    expect(goesTo).toBe('secretary')
    dataOf(await answer(assistId, 'undone', '老王'))
    expect(await present()).toBe(0)
  })

  it('about leave that was asked for a member takes no attendance back', async () => {
    village.clock.set('2026-11-25', '08:40')
    const help = { for: { memberId: zhao().memberId, reason: 'noPhone' } }
    dataOf(await wang().askLeave({ themeDayId }, help))
    const { api, assistId } = await objectTo(village, '赵大娘')
    dataOf(await api.themeday.checkIn({ themeDayId, via: 'code' }))
    dataOf(await answer(assistId, 'undone'))
    expect(await present()).toBe(1)
  })
})
