/** A3 on the built mini-program: what is tapped without a signal is kept by WeChat's storage and sent once there is one. */
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('a check-in without a signal', () => {
  let village: Village
  let phone: Phone
  let themeDayId: string
  beforeAll(async () => {
    village = await newVillage()
    themeDayId = (await village.themeDay('09:02')).themeDayId
    phone = openPhone(village.browser('刘桂兰'))
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  const present = async () => dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present
  const kept = () => [...phone.stored.keys()].filter((key) => key.startsWith('lianxin.outbox.'))

  it('is written down in the phone, and says so', async () => {
    const home = await phone.open('main/home/index')
    await phone.network(false)
    expect(home.words()).toContain('没有网。签到先记下，有网自动传')
    await home.tap('我到了，签到')
    const pending = await phone.follow()
    for (const word of ['已记在这部手机里', '还没传上去', '刘桂兰', '有网时会自动传，您不用再点']) expect(pending.words()).toContain(word)
    expect(pending.words()).not.toContain('签到成功')
    expect(kept()).toHaveLength(1)
    expect(await present()).toBe(0)
  })

  it('is sent once the network is back', async () => {
    await phone.network(true)
    const home = await phone.open('main/home/index')
    await home.until('刘桂兰签到成功')
    expect(kept()).toEqual([])
    expect(await present()).toBe(1)
  })
})
