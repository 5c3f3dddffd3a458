/** First time on WeChat: who has no code yet is asked for one, types it, and is known from then on. */
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('somebody new opens the mini-program', () => {
  let village: Village
  let phone: Phone
  beforeAll(async () => {
    village = await newVillage()
    phone = openPhone(village.newcomer())
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it('is asked who they are', async () => {
    await phone.open('main/home/index')
    expect(phone.went).toEqual(['/main/claim/index'])
  })

  it('types the code, sees the own name, and is known', async () => {
    const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
    const page = await phone.follow()
    expect(page.words()).toContain('您是哪位？')
    expect(page.aria()).toContain('aria-label=支书给的认领码')
    await page.type(code.toLowerCase())
    await page.tap('认一下我')
    expect(page.words()).toContain('是您吗？')
    expect(page.words()).toContain('赵玉珍')
    await page.tap('是我')
    expect(phone.went.at(-1)).toBe('/main/home/index')
    expect((await phone.follow()).words()).toContain('赵玉珍，您好')
  })
})
