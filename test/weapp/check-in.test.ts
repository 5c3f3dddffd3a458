/** A1 on WeChat: an elder scans the code on the wall and is checked in by one tap, in the large words of care mode. */
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('an elder scans the code with WeChat', () => {
  let village: Village
  let phone: Phone
  let planned: { readonly themeDayId: string; readonly code: string }
  beforeAll(async () => {
    village = await newVillage()
    planned = await village.themeDay('08:50')
    phone = openPhone(village.browser('张大爷'), { fontSizeScaleFactor: 1.6 })
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it('is led from the link rule to the check-in of that code', async () => {
    await phone.open('main/landing/index', {
      q: encodeURIComponent(`https://village.example/s/${planned.code}`),
      scancode_time: '1795568400',
    })
    expect(phone.went).toEqual([`/main/check-in/index?code=${planned.code}`])
  })

  it('is checked in by one tap, in words as large as WeChat wants them', async () => {
    const before = await phone.follow()
    for (const word of ['11月主题党日', '今天上午 9 点', '张建国', '我到了，签到']) expect(before.words()).toContain(word)
    expect(before.html()).toMatch(/style="--k: 1\.6;/)
    expect(before.html()).toContain('is-big')
    expect(before.aria()).toContain('aria-role=heading')
    expect(before.aria()).toContain('aria-role=button aria-disabled=false')

    await before.tap('我到了，签到')
    expect(before.words()).toContain('签到成功8:50 已记下')
    expect(phone.did).toContain('vibrateShort')
    await phone.leaveAlone()
    expect(before.words()).toContain('签到成功8:50 已记下')
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId: planned.themeDayId, limit: 100 }))
    expect(rows.filter(({ attendance }) => attendance !== undefined)).toMatchObject([{ name: '张建国', attendance: { source: 'code' } }])
  })

  it('goes home afterwards, where it stands written', async () => {
    const before = phone.went.length
    const page = await phone.open('main/home/index')
    expect(page.words()).toContain('已签到 8:50')
    expect(phone.went.length).toBe(before)
  })
})
