/** The secretary's theme day on a phone: planned, opened, shown, called by name, printed. */
import type { Page } from 'playwright-core'
import { dataOf } from '../village/village'
import { pagesIn, problemsOf } from './checks'
import { button, openStage, type Stage, words } from './stage'

describe('the secretary on the day', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const expectSound = async (page: Page) => expect(await problemsOf(page)).toEqual([])

  it('plans, opens, shows the code, calls a name and prints the sheet', async () => {
    const { village } = stage
    const page = await stage.open('/', '老王')
    await page.getByText('11月要办的事').waitFor()
    await button(page, '去办').click()

    await page.getByLabel('办什么').fill('学习乡村全面振兴规划')
    await page.getByLabel('在哪里').fill('村委会二楼会议室')
    await page.getByLabel('哪一天').fill('2026-11-25')
    await page.getByLabel('几点开始').fill('09:00')
    await page.getByLabel('几点结束').fill('08:00')
    await button(page, '发布').click()
    await page.getByText('结束要晚于开始').first().waitFor()
    await expectSound(page)
    await page.getByLabel('几点结束').fill('11:00')
    await button(page, '发布').click()

    await button(page, '去现场').click()
    await button(page, '现在开始签到').click()
    await page.getByText('没到 26').waitFor()
    const [planned] = dataOf(await village.as('张大爷').themeday.list({})).rows
    expect(planned).toMatchObject({ state: 'open', opensAt: village.clock.now(), topic: '学习乡村全面振兴规划' })

    await button(page, '亮码，让大家扫').click()
    await page.getByText(`/s/${planned?.code}`).waitFor()
    await expectSound(page)
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId: planned?.themeDayId ?? '', via: 'code' }))
    await page.getByText('刚到：张建国').waitFor()
    await button(page, '收起来').click()

    await page.getByRole('button', { name: /赵玉珍/ }).click()
    await page.getByText('赵玉珍').last().waitFor()
    await expectSound(page)
    await button(page, '到了，记上').dblclick()
    await page.getByText('没到 24').waitFor()
    await expectSound(page)

    await page.context().setOffline(true)
    await page.getByText('没有网，点的名先记在这部手机里').waitFor()
    await page.getByRole('button', { name: /孙桂英/ }).click()
    await button(page, '到了，记上').click()
    await page.getByText('待上传').waitFor()
    await expectSound(page)
    await page.context().setOffline(false)
    await page.getByText('孙桂英，记上了').waitFor()
    await page.getByText('没到 23').waitFor()
    await page.getByRole('tab', { name: /到了 3/ }).click()
    await page.getByRole('button', { name: /孙桂英/ }).click()
    await page.getByRole('radio', { name: '点错人了' }).click()
    await button(page, '撤销这次签到').click()
    await page.getByRole('tab', { name: /没到 24/ }).waitFor()
    await expectSound(page)

    await button(page, '打印签到表').click()
    await page.getByText(/应到/).first().waitFor()
    const sheet = await page.locator('body').innerText()
    expect(sheet).toMatch(/应到\s*26，到会\s*2/)
    await page.emulateMedia({ media: 'print' })
    const printed = await words(page)
    for (const word of ['主题党日签到表', '示范村支部', '2026年11月25日', '扫码 6:00', '点名 王志强', '（盖章）'])
      expect(printed).toContain(word)
    // What was put right stands behind the names, on a sheet of its own.
    for (const word of ['更正', '王志强撤销孙桂英的到会，点错人了']) expect(printed).toContain(word)
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(2)

    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId: planned?.themeDayId ?? '', limit: 100 }))
    const present = rows.flatMap(({ name, attendance }) => (attendance === undefined ? [] : [`${name} ${attendance.source}`]))
    expect(present).toEqual(['张建国 code', '赵玉珍 rollCall'])
  })

  it('shows a group leader the own group, and nobody else’s names', async () => {
    const page = await stage.open('/', '徐大勇')
    await page.getByText('给本组点名').click()
    await page.getByRole('heading', { name: '我的组' }).waitFor()
    await button(page, '去点名').click()
    await page.getByText('没到 8').waitFor()
    const shown = await words(page)
    expect(shown).toContain('林树根')
    expect(shown).not.toMatch(/赵玉珍|刘桂兰|王志强/)
  })

  it('gives a member a code, and eight slips fit one page of paper', async () => {
    const { village } = stage
    const page = await stage.open('/#/claims/people/index', '老王')
    await page.getByRole('button', { name: /给?宋秋菊.*发认领码|发认领码.*宋秋菊/ }).click()
    await page.getByText('只能用一次').waitFor()
    expect(await words(page)).toContain('宋秋菊')
    await expectSound(page)
    const sheet = await stage.open(`/#/claims/sheet/index?groupId=${village.person('张大爷').groupId}`, '老王')
    await sheet.getByText('用到').first().waitFor()
    expect(pagesIn(await sheet.pdf({ preferCSSPageSize: true }))).toBe(1)
  })

  it('tells a member whose page this is', async () => {
    const page = await stage.open('/#/themeday/month/index', '张大爷')
    expect(await words(page)).toContain('这里只有支书能看')
  })
})

/** Pages of a PDF, as its page tree counts them. */
