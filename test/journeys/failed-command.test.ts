/** What goes wrong is said where it was tapped, and leaves room for what was being written. */
import { problemsOf } from './checks'
import { button, openStage, settled } from './stage'

it('a failed command leaves half of the screen to read, and its button within reach', async () => {
  const small = { width: 320, height: 568 }
  const stage = await openStage()
  const page = await stage.open('/#/themeday/plan/index', '田有福', small)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await page.reload()
  await settled(page)
  await page.getByLabel('哪一天').fill('2026-11-28')
  await page.getByLabel('办什么').fill('学习')
  await page.getByLabel('在哪里').fill('会议室')
  await page.context().setOffline(true)
  await button(page, '发布').click()
  await page.getByRole('alert').waitFor()
  expect(await page.locator('.page-foot').evaluate((foot) => foot.clientHeight)).toBeGreaterThan(small.height / 2)
  expect(await problemsOf(page)).toEqual([])
  await button(page, '发布').scrollIntoViewIfNeeded()
  const box = await button(page, '发布').boundingBox()
  expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(small.height)
  await stage.close()
})
