/** What was done for a member stands on their own phone, and can be said to be wrong. */
import { checkInFor } from '../assists/help'
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('a member reads who helped and who looked', () => {
  let village: Village
  let phone: Phone
  beforeAll(async () => {
    village = await newVillage()
    const { themeDayId } = await village.themeDay('09:02')
    dataOf(await checkInFor(village, { who: '老王', whom: '阿强', themeDayId }))
    const { memberId } = village.person('阿强')
    dataOf(await village.as('老王').members.update({ memberId, version: 1, phone: '13800000002' }))
    dataOf(await village.as('老王').members.revealPhone({ memberId }))
    phone = openPhone(village.browser('阿强'))
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it('with the reason, and says once that it was not so', async () => {
    const me = await phone.open('main/me/index')
    await me.tap(/^谁看过我的信息/)
    const page = await phone.follow()
    for (const word of ['别人替我办的', '王志强替您点的', '没有智能手机', '谁看过我的号码和党费', '王志强'])
      expect(page.words()).toContain(word)
    await page.tap('不是我')
    await page.tap('我那天没到')
    await page.tap('说出来')
    expect(page.words()).toContain('等回话')
    expect(dataOf(await village.as('方敏').assists.listObjections({})).rows).toMatchObject([{ memberName: '李强', reason: 'notThere' }])
  })
})
