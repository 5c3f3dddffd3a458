/** 先练一练 looks like the check-in, and leaves no trace anywhere. */
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage, words } from './stage'

describe('practising the check-in', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('walks from the code to 签到成功, asks the server nothing and keeps nothing', async () => {
    const { village } = stage
    const { themeDayId } = await village.themeDay('08:50')
    const page = await stage.open('/#/main/me/index', '张大爷', { width: 320, height: 690, k: 1.6 })
    const kept = () => page.evaluate(() => JSON.stringify(localStorage))
    const before = await kept()
    const asked: string[] = []
    page.on('request', (request) => request.url().endsWith('/api') && asked.push(request.postData() ?? ''))

    await page.getByText('先练一练').click()
    for (const label of ['扫一扫', '我到了，签到']) {
      await button(page, label).waitFor()
      expect(await words(page)).toContain('这是练习，不会记下来')
      expect(await problemsOf(page)).toEqual([])
      await button(page, label).click()
    }
    await page.getByText('签到成功', { exact: true }).waitFor()
    expect(await words(page)).toContain('这是练习，不会记下来')
    expect(await problemsOf(page)).toEqual([])
    await page.waitForTimeout(500)
    expect(asked).toEqual([])
    expect(await kept()).toBe(before)

    await button(page, '好了').click()
    await page.getByText('先练一练').waitFor()
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present).toBe(0)
  })
})
