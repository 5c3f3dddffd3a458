/** The secretary's theme day on a phone: planned, opened, shown, called by name, printed. */
import { problemsOf } from './checks'
import { button, openStage, type Stage, settled, words } from './stage'

describe('the secretary on the day', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('plans, opens, shows the code, calls a name and prints the sheet', async () => {
    const { village } = stage
    const page = await stage.open('/', '老王')
    await page.getByText('11月要办的事').waitFor()
    await button(page, '去定').click()
    await page.getByText('定主题党日').waitFor()
    await settled(page)
    await page.getByLabel('主题', { exact: false }).last().fill('学习乡村全面振兴规划')
    await page.getByLabel('地点', { exact: false }).last().fill('村委会二楼会议室')
    expect(await problemsOf(page)).toEqual([])
    await button(page, '定下来').click()
    await page.getByText('11月要办的事').waitFor()
    await settled(page)
    expect(await problemsOf(page)).toEqual([])
    await page.screenshot({ path: '/tmp/logs/after-plan.png' })
    console.log(await words(page))
  })
})
