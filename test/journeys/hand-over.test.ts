/** The town hands a branch over: the old secretary's open browser, the successor's phone, and the slip for three hands. */
import type { Page } from 'playwright-core'
import { dataOf } from '../village/village'
import { pagesIn, problemsOf } from './checks'
import { button, gone, openStage, type Stage, settled, words } from './stage'

describe('a branch is handed over', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.village.themeDay()
  })
  afterAll(() => stage.close())
  const expectSound = async (page: Page) => expect(await problemsOf(page)).toEqual([])
  const choose = (page: Page, name: string) =>
    page
      .getByRole('radio', { name: new RegExp(name) })
      .and(page.locator(':visible'))
      .click()

  it('the secretary gives an office to somebody of no roster, and takes it back', async () => {
    const page = await stage.open('/#/roles/officers/index', '老王')
    await page.getByText('王志强').waitFor()
    await button(page, '定一个身份').click()
    await choose(page, '超市保管')
    await page.getByLabel('叫什么').fill('郭玉兰')
    await choose(page, '郭玉兰')
    await expectSound(page)
    await button(page, '定下来').click()
    await button(page, '发认领码').click()
    await page.getByText('郭玉兰的认领码').first().waitFor()
    await page.getByText('只能用一次').waitFor()
    await expectSound(page)
    await page.context().close()

    const again = await stage.open('/#/roles/officers/index', '老王')
    await again.locator('.tappable:visible', { hasText: '郭玉兰' }).click()
    await button(again, '收回这个身份').click()
    await expectSound(again)
    await button(again, '收回').click()
    await gone(again.getByText('郭玉兰'))
    await again.context().close()
  })

  it('the town appoints the successor and gives the code that opens the office; the old one is out with the next call', async () => {
    const { village } = stage
    const old = await stage.open('/', '老王')
    await old.getByText('11月').first().waitFor()

    const page = await stage.open(`/#/roles/officers/index?unitId=${village.branchId}`, '方敏')
    await button(page, '书记换人，办交接').click()
    await page.getByText('现在是王志强').waitFor()
    await page.getByLabel('谁来接').fill('张建')
    await choose(page, '张建国')
    await expectSound(page)
    await button(page, '看看有什么没办完').click()
    await page.getByText('没办完的，一起交过去').waitFor()
    expect(await words(page)).toMatch(/11月主题党日.*学习乡村全面振兴规划/)
    await expectSound(page)
    await button(page, '交接').click()
    await page.getByText('党支部书记交接单').waitFor()
    await expectSound(page)
    // The successor's phone came by the old secretary's code: it is made known anew, by one from above.
    await button(page, '给张建国发认领码').click()
    await page.getByText('张建国的认领码').first().waitFor()
    await expectSound(page)
    const code = (await page.locator('.code-ticket-letters:visible').innerText()).replace(/\s/g, '')
    await button(page, '关闭').click()
    await page.emulateMedia({ media: 'print' })
    const printed = await words(page)
    for (const word of ['示范村支部', '王志强', '张建国', '2026年11月25日', '移交人：', '接任人：', '监交人：'])
      expect(printed).toContain(word)
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await page.context().close()

    await old.getByText('党员', { exact: true }).first().click()
    await old.getByText('这里不归您管').waitFor()
    await old.reload()
    await settled(old)
    expect(await words(old)).not.toContain('发认领码')
    await old.context().close()
    expect(dataOf(await village.as('老王').session.who({})).persons[0]?.roles.map(({ role }) => role)).toEqual(['member'])

    const successor = await stage.open(`/s/${code}`, '张大爷')
    await button(successor, '是我').click()
    await successor.getByText('11月要办的事').waitFor()
    await successor.context().close()
  })
})
