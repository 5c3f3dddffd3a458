/** A household on one phone: each has a record of their own, and the roll says that it was the same phone. */
import { dataOf, newVillage, themeDayPlan, type Village } from '../village/village'

describe('a household on one phone', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const couple = async () => {
    const phone = await village.claim('赵大娘')
    const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person('唐双喜').personId }))
    dataOf(await phone.api.claims.bind({ code }))
    return phone
  }
  const roll = async (themeDayId: string, by = '老王') => {
    const { rows } = dataOf(await village.as(by).themeday.listAttendance({ themeDayId, limit: 100 }))
    return rows.flatMap(({ name, attendance }) => (attendance === undefined ? [] : [[name, attendance.samePhone ?? false]]))
  }

  it('two check-ins are two records, marked as of the same phone; others are not', async () => {
    const phone = await couple()
    const { themeDayId } = await village.themeDay('08:50')
    for (const name of ['赵大娘', '唐双喜']) {
      dataOf(await phone.api.themeday.checkIn({ themeDayId, via: 'code' }, { as: village.person(name).personId }))
    }
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [village.person('陈芳').memberId] }))
    expect((await roll(themeDayId)).sort()).toEqual(
      [
        ['赵玉珍', true],
        ['唐双喜', true],
        ['张建国', false],
        ['陈芳', false],
      ].sort(),
    )
  })

  it('one of them alone is marked with nobody', async () => {
    const phone = await couple()
    const { themeDayId } = await village.themeDay('08:50')
    dataOf(await phone.api.themeday.checkIn({ themeDayId, via: 'code' }, { as: village.person('唐双喜').personId }))
    expect(await roll(themeDayId)).toEqual([['唐双喜', false]])
  })

  it('keeps the mark when both arrive after the day and are approved', async () => {
    const phone = await couple()
    const { themeDayId } = await village.themeDay('09:30')
    const tapped = { at: village.clock.now(), clockOffMs: 0 }
    village.clock.set(themeDayPlan.day, '12:00')
    for (const name of ['赵大娘', '唐双喜']) {
      const { personId, memberId } = village.person(name)
      dataOf(await phone.api.themeday.checkIn({ themeDayId, via: 'home', tapped }, { as: personId }))
      dataOf(await village.as('老王').themeday.approveLate({ themeDayId, memberId }))
    }
    expect((await roll(themeDayId)).map(([, same]) => same)).toEqual([true, true])
  })

  it('cannot be followed from one month to the next: the stored marks differ', async () => {
    const { phoneMark } = village.house.stores.themeDays
    const { device = '' } = village.browser('张大爷').caller
    expect(phoneMark('branch_2026-11', device)).toBe(phoneMark('branch_2026-11', device))
    expect(phoneMark('branch_2026-11', device)).not.toBe(phoneMark('branch_2026-12', device))
  })
})
