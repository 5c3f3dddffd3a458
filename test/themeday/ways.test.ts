/** The ways to be counted, as an organiser uses them. */

import { nothing } from '#shared/kernel/organisation'
import { grantId } from '#shared/organisation/ids'
import { attendanceId } from '#shared/themeday/ids'
import { dataOf, newVillage, publish, themeDayPlan, type Village } from '../village/village'

describe('the ways to be counted', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const idOf = (name: string) => village.person(name).memberId
  const lineOf = async (themeDayId: string, name: string) => {
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    return rows.find((row) => row.memberId === idOf(name))
  }
  const entriesOf = async (themeDayId: string, name: string) => {
    const entries = await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)
    return entries.filter((entry) => 'memberId' in entry && entry.memberId === idOf(name))
  }

  it('a list on paper is one batch with two names under it', async () => {
    const { themeDayId } = await village.themeDay('12:00')
    const memberIds = ['赵大娘', '张大爷'].map(idOf)
    const entered = dataOf(await village.as('老王').themeday.enterPaper({ themeDayId, memberIds, witnessId: idOf('刘桂兰') }))
    expect(entered.recorded).toEqual(memberIds)
    expect(await lineOf(themeDayId, '赵大娘')).toMatchObject({ attendance: { source: 'paper', recordedBy: '王志强' } })
    expect(await entriesOf(themeDayId, '赵大娘')).toMatchObject([{ witnessId: idOf('刘桂兰') }])
    expect(await entriesOf(themeDayId, '刘桂兰')).toEqual([])
  })

  it('a card that was scanned is the member’s; the leader of another group scans it in vain', async () => {
    dataOf(await village.as('老王').themeday.setHabits({ ways: ['rollCall', 'wall', 'card'] }))
    const { themeDayId } = await village.themeDay('09:05')
    const { rows } = dataOf(await village.as('老王').members.printCards({ memberIds: [idOf('赵大娘'), idOf('林树根')] }))
    const codeOf = (name: string) => rows.find(({ memberId }) => memberId === idOf(name))?.code ?? ''
    expect(await village.as('徐大勇').themeday.scanCard({ themeDayId, code: codeOf('林树根') })).toMatchObject({
      data: { name: '林树根', state: 'recorded' },
    })
    const { groupId } = village.person('赵大娘')
    const isTheirs = groupId === village.person('徐大勇').groupId
    const scanned = await village.as('徐大勇').themeday.scanCard({ themeDayId, code: codeOf('赵大娘') })
    expect(isTheirs ? 'own group' : scanned).toMatchObject({ code: 'CARD_UNKNOWN' })
    expect(await village.as('老王').themeday.scanCard({ themeDayId, code: codeOf('林树根') })).toMatchObject({ data: { state: 'already' } })
  })

  it('a name tapped at the door is told apart from one that was called', async () => {
    dataOf(await village.as('老王').themeday.setHabits({ ways: ['rollCall', 'door'] }))
    const { themeDayId } = await village.themeDay('09:05')
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [idOf('赵大娘')], way: 'door' }))
    expect(await lineOf(themeDayId, '赵大娘')).toMatchObject({ attendance: { source: 'door', lateMinutes: 5 } })
  })

  it('whom an organiser’s phone carried is there once, when their own phone sends it as well', async () => {
    const { themeDayId } = await village.themeDay('09:02')
    const tapped = { at: village.clock.now(), clockOffMs: 0 }
    const request = 'zhang-taps-without-a-signal'
    village.clock.set(themeDayPlan.day, '09:30')
    const carried = await village.as('老王').themeday.carry({ themeDayId, memberId: idOf('张大爷'), requestId: request, tapped })
    expect(carried).toMatchObject({ data: { state: 'recorded', at: tapped.at } })
    const itself = await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home', tapped }, { requestId: request })
    expect(itself).toMatchObject({ code: 'ALREADY_CHECKED_IN', message: '您 9:02 已经签过了，不用再签' })
    expect(await entriesOf(themeDayId, '张大爷')).toHaveLength(1)
    expect(dataOf(await village.as('张大爷').themeday.get({ themeDayId })).mine).toEqual({
      at: tapped.at,
      source: 'carried',
      recordedBy: '王志强',
    })
  })

  it('of two sayings the first counts, and the other is kept beside it once', async () => {
    const { themeDayId } = await village.themeDay('09:02')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    const call = () => village.as('老王').themeday.rollCall({ themeDayId, memberIds: [idOf('张大爷')] })
    expect(dataOf(await call()).already).toEqual([idOf('张大爷')])
    dataOf(await call())
    expect((await entriesOf(themeDayId, '张大爷')).map(({ kind }) => kind)).toEqual(['attendance', 'surplus'])
    expect(await lineOf(themeDayId, '张大爷')).toMatchObject({ attendance: { source: 'code' }, surplus: 1 })
    // What the same person says twice is one saying.
    expect(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home' })).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    expect(await entriesOf(themeDayId, '张大爷')).toHaveLength(2)
    expect(dataOf(await village.as('老王').themeday.getBook({ themeDayId })).surplus).toMatchObject([
      { name: '张建国', source: 'rollCall' },
    ])
  })

  it('one person counts once over several places, each with its own organiser', async () => {
    const venues = [{ kind: 'household' as const, name: '李大爷家', organiser: '徐大勇' }]
    const { themeDayId } = await publish(village.as('老王'), { ...themeDayPlan, venues })
    village.clock.set(themeDayPlan.day, '09:05')
    dataOf(await village.as('徐大勇').themeday.rollCall({ themeDayId, memberIds: [idOf('林树根')], venueId: '2' }))
    const again = dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [idOf('林树根')] }))
    expect(again.already).toEqual([idOf('林树根')])
    expect(await lineOf(themeDayId, '林树根')).toMatchObject({ attendance: { venueId: '2' } })
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present).toBe(1)
  })

  it('study brought home counts in full, and is no vote', async () => {
    const { themeDayId } = await village.themeDay('09:05')
    dataOf(await village.as('老王').themeday.record({ themeDayId, memberId: idOf('赵大娘'), source: 'delivered' }))
    dataOf(
      await village
        .as('老王')
        .themeday.record({ themeDayId, memberId: idOf('阿强'), source: 'elsewhere', proof: '杭州西湖区支部，活动证' }),
    )
    const tally = dataOf(await village.as('老王').themeday.countAttendance({ themeDayId }))
    expect(tally).toMatchObject({ present: 2, votersPresent: 0 })
    expect(await lineOf(themeDayId, '阿强')).toMatchObject({ attendance: { source: 'elsewhere', proof: '杭州西湖区支部，活动证' } })
  })

  it('who loses the role in the middle writes nothing more, and what was written stays', async () => {
    const { themeDayId } = await village.themeDay('09:05')
    const leader = village.as('徐大勇')
    dataOf(await leader.themeday.rollCall({ themeDayId, memberIds: [idOf('林树根')] }))
    const { groupId = '', personId } = village.person('徐大勇')
    dataOf(await village.as('老王').roles.revoke({ grantId: grantId(groupId, 'groupLeader', personId) }))
    const tick = await leader.themeday.rollCall({
      themeDayId,
      memberIds: [idOf('林树根')],
      tapped: { at: village.clock.now(), clockOffMs: 0 },
    })
    expect(tick).toMatchObject({ code: 'NOT_ALLOWED', message: '这里不归您管，有事请打给支书' })
    expect(await lineOf(themeDayId, '林树根')).toMatchObject({ attendance: { source: 'rollCall' } })
  })

  it('whoever was taken back and comes all the same is written down anew behind it', async () => {
    const { themeDayId } = await village.themeDay('09:05')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    dataOf(await village.as('老王').themeday.reverse({ themeDayId, memberId: idOf('张大爷'), reason: 'wrongPerson' }))
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present).toBe(0)
    expect(dataOf(await village.as('张大爷').themeday.get({ themeDayId })).mine).toBeUndefined()
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [idOf('张大爷')] }))
    expect((await entriesOf(themeDayId, '张大爷')).map(({ kind }) => kind)).toEqual(['attendance', 'reversal', 'attendance'])
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present).toBe(1)
  })

  it('a check-in is one insert of the member’s own document, and touches nothing that anybody else writes', async () => {
    const { themeDayId } = await village.themeDay('09:05')
    const inserted = jest.spyOn(village.db, 'insertOnce')
    const transacted = jest.spyOn(village.db, 'transact')
    const names = ['张大爷', '刘桂兰', '阿强']
    for (const name of names) dataOf(await village.as(name).themeday.checkIn({ themeDayId, via: 'code' }))
    expect(inserted.mock.calls.map(([, { _id }]) => _id)).toEqual(names.map((name) => attendanceId(themeDayId, idOf(name))))
    expect(transacted).not.toHaveBeenCalled()
  })
})
