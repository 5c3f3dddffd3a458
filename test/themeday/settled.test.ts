/** What was settled stays settled: nobody comes back by what was said before, and a helper's hand is not forgotten on the way. */

import { nothing } from '#shared/kernel/organisation'
import { isOutdated } from '#shared/themeday/counting'
import { attendanceId, entryId, themeDayId as themeDayIdOf } from '#shared/themeday/ids'
import { serialOf } from '#shared/themeday/standing'
import { objectTo } from '../assists/help'
import { dataOf, newVillage, themeDayPlan, type Village } from '../village/village'

let village: Village
let themeDayId: string
beforeEach(async () => {
  village = await newVillage()
  themeDayId = (await village.themeDay('09:02')).themeDayId
})
afterEach(() => village.close())

const wang = () => village.as('老王').themeday
const idOf = (name: string) => village.person(name).memberId
const present = async () => dataOf(await wang().countAttendance({ themeDayId })).present
const at = (time: string) => village.clock.set(themeDayPlan.day, time)
const tapNow = () => ({ at: village.clock.now(), clockOffMs: 0 })
const takeBack = async (name: string) => dataOf(await wang().reverse({ themeDayId, memberId: idOf(name), reason: 'wrongPerson' }))

async function kindsOf(name: string) {
  const entries = await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)
  return entries.filter((entry) => entry.kind !== 'guest' && entry.memberId === idOf(name)).map(({ kind }) => kind)
}

describe('whoever was taken back', () => {
  const tick = (tapped?: ReturnType<typeof tapNow>) =>
    village.as('徐大勇').themeday.rollCall({ themeDayId, memberIds: [idOf('林树根')], ...(tapped && { tapped }) })

  it('does not come back by a tick from before that waited in a phone; it is kept beside', async () => {
    const tapped = tapNow()
    at('09:05')
    dataOf(await wang().rollCall({ themeDayId, memberIds: [idOf('林树根')] }))
    at('09:10')
    await takeBack('林树根')
    at('09:40')
    expect(dataOf(await tick(tapped))).toEqual({ recorded: [], already: [idOf('林树根')] })
    expect(await present()).toBe(0)
    expect(await kindsOf('林树根')).toEqual(['attendance', 'reversal', 'surplus'])
  })

  it('comes back by a tick from after it, however late it arrives, and by one of just now', async () => {
    dataOf(await wang().rollCall({ themeDayId, memberIds: [idOf('林树根')] }))
    await takeBack('林树根')
    village.clock.forward(1_000)
    const tapped = tapNow()
    at('09:40')
    expect(dataOf(await tick(tapped)).recorded).toEqual([idOf('林树根')])
    await takeBack('林树根')
    expect(dataOf(await tick()).recorded).toEqual([idOf('林树根')])
    expect(await present()).toBe(1)
  })

  it('does not come back when another phone carries the very tap', async () => {
    const [tapped, requestId] = [tapNow(), 'zhang-taps-once']
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home', tapped }, { requestId }))
    await takeBack('张大爷')
    expect(dataOf(await wang().carry({ themeDayId, memberId: idOf('张大爷'), requestId, tapped })).state).toBe('already')
    expect(await kindsOf('张大爷')).toEqual(['attendance', 'reversal'])
  })

  it.each([
    ['before it, hours ago', -7_200_000, true],
    ['before it, a minute ago', -60_000, false],
    ['in the same moment', 0, false],
  ])('hears what was said %s', (_, saidAgoMs, isOld) => {
    expect(isOutdated({ saidAt: saidAgoMs, takenBackAt: 0, now: 0 })).toBe(isOld)
  })
})

describe('a check-in somebody made for a member, and which waits', () => {
  const help = () => ({ for: { memberId: idOf('林树根'), reason: 'noPhone' } })
  const late = () => ({ themeDayId, memberId: idOf('林树根') })
  const ask = async () => {
    at('12:00')
    dataOf(await village.as('徐大勇').themeday.lateCheckIn({ themeDayId, why: 'noPhone' }, help()))
  }

  it('is still by their hand once it was approved, and may be objected to', async () => {
    await ask()
    dataOf(await wang().approveLate(late()))
    const { proxies, tally } = dataOf(await wang().getBook({ themeDayId }))
    expect(proxies).toMatchObject([{ name: '林树根', by: '徐大勇', reason: 'noPhone' }])
    expect(tally).toMatchObject({ present: 1, proxies: 1 })
    const { assistId } = await objectTo(village, '林树根')
    dataOf(await village.as('老王').assists.answerObjection({ assistId, verdict: 'undone' }))
    expect(await present()).toBe(0)
  })

  it('waits no more once the member was right that it was not so', async () => {
    await ask()
    const { assistId, api } = await objectTo(village, '林树根')
    dataOf(await village.as('老王').assists.answerObjection({ assistId, verdict: 'undone' }))
    expect(dataOf(await wang().listLate({})).rows).toEqual([])
    expect(dataOf(await api.themeday.getLate({ themeDayId }))).toMatchObject({ state: 'sentBack', reason: 'notThere' })
  })
})

it('a verdict that is sent again by a phone does not replace the one after it', async () => {
  at('12:00')
  dataOf(await village.as('张大爷').themeday.lateCheckIn({ themeDayId, why: 'forgot' }))
  const say = (reason: 'notThere' | 'unclear', requestId: string) =>
    wang().sendBackLate({ themeDayId, memberId: idOf('张大爷'), reason }, { requestId })
  dataOf(await say('notThere', 'wang-says-one'))
  dataOf(await say('unclear', 'wang-says-two'))
  expect(await say('notThere', 'wang-says-one')).toMatchObject({ ok: true, repeated: true })
  expect(dataOf(await village.as('张大爷').themeday.getLate({ themeDayId })).reason).toBe('unclear')
})

it('the line beside a leave is erased with the plan it was about', async () => {
  at('06:30')
  dataOf(await village.as('张大爷').themeday.askLeave({ themeDayId, note: '去县里看腿' }))
  dataOf(await wang().cancel({ themeDayId }))
  const entries = await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)
  expect(entries.map(({ kind }) => kind)).toEqual(['leave'])
  expect(JSON.stringify(entries)).not.toContain('看腿')
})

it('a guest under a request of somebody else’s is not answered as if written down', async () => {
  const options = { requestId: 'one-and-the-same' }
  const add = (who: string, name: string) => village.as(who).themeday.addGuest({ themeDayId, name, from: '柳树村支部' }, options)
  dataOf(await add('老王', '周一'))
  expect(await add('徐大勇', '周二')).toMatchObject({ code: 'REQUEST_REUSED' })
  expect(await add('老王', '周一')).toMatchObject({ ok: true, repeated: true })
})

it('a book names as many people as were there', async () => {
  const personIds = Array.from({ length: 250 }, (_, n) => `nobody${n}`)
  const { personId } = village.person('张大爷')
  const names = await village.house.stores.members.namesOf([...personIds, personId])
  expect([...names]).toEqual([[personId, '张建国']])
})

it.each(['2', '11', 'month'])('an entry’s number is read behind the member’s id %s, whatever else its id says', (memberId) => {
  const day = themeDayIdOf('branch', '2026-11')
  expect(serialOf({ _id: attendanceId(day, memberId), themeDayId: day, memberId })).toBe(1)
  expect(serialOf({ _id: entryId(day, memberId, 2), themeDayId: day, memberId })).toBe(2)
})
