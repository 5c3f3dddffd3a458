/** A card sent on from WeChat's menu opens the theme day for the secretary's group, and else the home page; it names nobody. */
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

const home = { title: '先锋连心', path: '/main/home/index' }

describe('the secretary sends a page on', () => {
  let village: Village
  let phone: Phone
  let planned: { readonly themeDayId: string; readonly code: string }
  beforeAll(async () => {
    village = await newVillage()
    planned = await village.themeDay('08:50')
    phone = openPhone(village.browser('老王'))
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it.each([
    ['me', 'main/me/index', {}],
    ['a code of one person, just scanned', 'main/landing/index', { code: 'ZZZZ9999' }],
    ['the month', 'themeday/month/index', {}],
    ['the members', 'claims/people/index', {}],
  ])('from %s: the home page', async (_, route, options) => {
    const page = await phone.open(route, options)
    expect(page.share()).toEqual(home)
  })

  it('from the scene: the theme day, without names and numbers of people', async () => {
    const { memberId } = village.person('陈芳')
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId: planned.themeDayId, memberIds: [memberId] }))
    const page = await phone.open('themeday/on-site/index', { themeDayId: planned.themeDayId })
    expect(page.words()).toContain('可以转发到群里')
    expect(page.share()).toEqual({ title: '11月主题党日，等您来', path: `/main/check-in/index?themeDayId=${planned.themeDayId}` })
    await page.tap('亮码，让大家扫')
    expect(page.share()).toEqual({ title: '11月主题党日，等您来', path: `/main/check-in/index?themeDayId=${planned.themeDayId}` })
  })

  it('from the scene once it is over: the home page', async () => {
    village.clock.set('2026-11-25', '18:00')
    // Back from where there was no signal, the phone asks what time it is.
    await phone.network(false)
    await phone.network(true)
    const page = await phone.open('themeday/on-site/index', { themeDayId: planned.themeDayId })
    expect(page.words()).toContain('已经结束')
    expect(page.words()).not.toContain('转发')
    expect(page.share()).toEqual(home)
  })
})
