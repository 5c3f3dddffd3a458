/** A2 on WeChat: a couple on one phone, two taps' worth of records, and a phone that is let go of. */
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('a couple shares a phone', () => {
  let village: Village
  let phone: Phone
  let themeDay: { readonly themeDayId: string; readonly code: string }
  beforeAll(async () => {
    village = await newVillage()
    themeDay = await village.themeDay('08:50')
    const couple = village.newcomer()
    for (const name of ['赵大娘', '唐双喜']) {
      const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person(name).personId }))
      dataOf(await couple.api.claims.bind({ code }))
    }
    phone = openPhone(couple)
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it('says who holds it', async () => {
    const page = await phone.open('main/claim/index')
    for (const word of ['您是哪位？', '赵玉珍', '唐双喜']) expect(page.words()).toContain(word)
    await page.tap(/^唐双喜/)
    expect(phone.went.at(-1)).toBe('/main/home/index')
    expect((await phone.follow()).words()).toContain('唐双喜，您好')
  })

  it('is checked in together: two records, each of the same phone', async () => {
    const page = await phone.open('main/check-in/index', { code: themeDay.code })
    await page.tap('我们都到了')
    expect(page.words()).toContain('哪几位到了？')
    expect(page.aria()).toContain('aria-role=checkbox aria-checked=true aria-disabled=false')
    await page.tap('这 2 位签到')
    expect(page.words()).toContain('签到成功8:50 已记下')
    expect(page.words()).toContain('已签到 8:50')
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId: themeDay.themeDayId, limit: 100 }))
    const present = rows.flatMap(({ name, attendance }) => (attendance === undefined ? [] : [[name, attendance.samePhone]]))
    expect(present.sort()).toEqual([
      ['唐双喜', true],
      ['赵玉珍', true],
    ])
  })

  it('finds under 我的 the others, the phones and what is kept', async () => {
    const me = await phone.open('main/me/index')
    for (const word of ['唐双喜', '这部手机还认得 1 位', '谁看过我的信息']) expect(me.words()).toContain(word)
    for (const [row, route] of [
      [/^换家里人用/, '/main/claim/index'],
      [/^隐私/, '/claims/privacy/index'],
      [/^我的手机/, '/claims/devices/index'],
    ] as const) {
      await me.tap(row)
      expect(phone.went.at(-1)).toBe(route)
    }
    expect((await phone.open('claims/privacy/index')).words()).toContain('记您什么')
  })

  it('lets go of this very phone, which then asks who one is', async () => {
    const devices = await phone.open('claims/devices/index')
    expect(devices.words()).toContain('这一部')
    await devices.tap(/这一部/)
    await devices.tap('退出')
    expect(phone.went.at(-1)).toBe('/main/claim/index')
    const asked = await phone.follow()
    expect(asked.words()).toContain('您是哪位？')
    expect(asked.words()).toContain('赵玉珍')
    expect(asked.words()).not.toContain('唐双喜')
  })
})
