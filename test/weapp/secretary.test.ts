/** The secretary's people on WeChat: found by two letters, called, given a hand, and who holds which office. */
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('the secretary looks after people', () => {
  let village: Village
  let phone: Phone
  let themeDayId: string
  beforeAll(async () => {
    village = await newVillage()
    themeDayId = (await village.themeDay('09:02')).themeDayId
    const { memberId } = village.person('张大爷')
    dataOf(await village.as('老王').members.update({ memberId, version: 1, phone: '13800000001' }))
    phone = openPhone(village.browser('老王'))
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it('finds a member by the first letters of the name', async () => {
    const roster = await phone.open('members/roster/index')
    expect(roster.words()).toContain('党员 26 人')
    await roster.type('zjg')
    expect(roster.words()).toContain('张建国')
    expect(roster.words()).not.toContain('赵玉珍')
    await roster.tap(/^张建国/)
    expect(phone.went.at(-1)).toBe(`/members/member/index?memberId=${village.person('张大爷').memberId}`)
  })

  it('sees the number masked until asking for it, which the member reads later', async () => {
    const member = await phone.follow()
    expect(member.words()).toContain('138****0001')
    expect(member.html()).not.toContain('13800000001')
    await member.tap('看号码')
    expect(member.words()).toContain('138 0000 0001')
    await member.tap('打电话')
    expect(phone.did).toContain('makePhoneCall 13800000001')
    expect(dataOf(await village.as('张大爷').assists.listLooks({})).rows).toMatchObject([{ by: '王志强' }])
  })

  it('checks in a member who cannot do it, with the reason', async () => {
    const help = await phone.open('themeday/help/index', { themeDayId })
    await help.tap(/^赵玉珍/)
    expect(help.words()).toContain('请先选为什么')
    await help.tap('没有智能手机')
    expect(help.words()).toContain('请先看见本人')
    await help.tap('我看见他们本人到场了')
    await help.tap('确认签到（1 人）')
    expect(help.words()).toContain('赵玉珍，签上了')
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    expect(rows.find(({ name }) => name === '赵玉珍')?.attendance).toMatchObject({ recordedBy: '王志强' })
  })

  it('takes an office back, asked once more', async () => {
    const { branchId } = village
    const officers = await phone.open('roles/officers/index')
    for (const word of ['人员与权限', '王志强', '李明强', '三组小组长']) expect(officers.words()).toContain(word)
    await officers.tap(/^李明强/)
    await officers.tap('收回这个身份')
    await officers.tap('收回')
    expect(officers.words()).not.toContain('李明强')
    const { rows } = dataOf(await village.as('老王').roles.list({ unitId: branchId }))
    expect(rows.map(({ name }) => name)).not.toContain('李明强')
  })
})
