/** Words twice as large as usual, as a phone of HarmonyOS may want them: the pages of a first scan are laid out for it. */
import { newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('a phone whose words are twice as large', () => {
  let village: Village
  let phone: Phone
  let code: string
  beforeAll(async () => {
    village = await newVillage()
    code = (await village.themeDay('08:50')).code
    phone = openPhone(village.browser('张大爷'), { fontSizeScaleFactor: 3.2 })
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it.each([
    ['home', 'main/home/index', '张建国，您好'],
    ['a code to be typed', 'main/landing/index', '图下面的码'],
    ['who are you', 'main/claim/index', '支书给的认领码'],
    ['me', 'main/me/index', '手机里的字调得更大，这里跟着它'],
  ])('%s', async (_, route, words) => {
    const page = await phone.open(route)
    expect(page.words()).toContain(words)
    expect(page.html()).toContain('--k: 2;')
    expect(page.html()).toContain('is-big')
  })

  it('the check-in leaves out what only adds, and keeps its button', async () => {
    const page = await phone.open('main/check-in/index', { code })
    expect(page.html()).toContain('--k: 2;')
    for (const word of ['11月主题党日', '张建国', '我到了，签到']) expect(page.words()).toContain(word)
    expect(page.aria().join('\n')).toContain('aria-role=button')
  })
})
