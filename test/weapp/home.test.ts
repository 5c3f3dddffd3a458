/** What a member finds on the mini-program without having scanned: the theme day, the code to be typed or scanned, and no net. */
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('a member opens the mini-program', () => {
  let village: Village
  let phone: Phone
  let code: string
  beforeAll(async () => {
    village = await newVillage()
    code = (await village.themeDay('08:50')).code
    phone = openPhone(village.browser('刘桂兰'), { scans: `https://village.example/s/${code}` })
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it('sees the theme day at home, below WeChat’s own bar and beside its menu', async () => {
    const home = await phone.open('main/home/index')
    for (const word of ['刘桂兰，您好', '11月主题党日', '村委会二楼会议室', '我到了，签到']) expect(home.words()).toContain(word)
    expect(home.html()).toContain('--k: 1; --height: 100vh; --above: 36px; --menu: 102px;')
    expect(phone.did).toContain('cloud api')
  })

  it('is checked in from home by one tap', async () => {
    const home = await phone.open('main/home/index')
    await home.tap('我到了，签到')
    const { rows } = dataOf(await village.as('刘桂兰').themeday.list({}))
    expect(phone.went).toEqual([`/main/check-in/index?themeDayId=${rows[0]?.themeDayId}`])
    const checkIn = await phone.follow()
    for (const word of ['签到成功8:50 已记下', '刘桂兰']) expect(checkIn.words()).toContain(word)
  })

  it('scans a code from within', async () => {
    const landing = await phone.open('main/landing/index')
    await landing.tap('扫一扫')
    expect(phone.went.at(-1)).toBe(`/main/check-in/index?code=${code}`)
  })

  it('is told when a scanned address is not one of ours', async () => {
    const landing = await phone.open('main/landing/index', { q: encodeURIComponent('https://elsewhere.example/buy') })
    expect(landing.words()).toContain('扫到的码')
  })
})
