/** A1: an elder scans the code on the wall and is checked in by one tap. */
import { dataOf, publish } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage, words } from './stage'

describe('an elder scans the code on the wall', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('is checked in by one tap, in the largest words on the narrowest phone', async () => {
    const { village } = stage
    const { code, themeDayId } = await village.themeDay('08:50')
    const page = await stage.open(`/s/${code}`, '张大爷', { width: 320, height: 690, k: 1.6 })
    const first = await words(page)
    for (const word of ['11月主题党日', '今天上午 9 点', '张建国', '我到了，签到']) expect(first).toContain(word)
    expect(first).not.toMatch(/积分|党费|超市/)
    expect(await problemsOf(page)).toEqual([])

    await button(page, '我到了，签到').click()
    await page.getByText('签到成功', { exact: true }).waitFor()
    for (const word of ['8:50 已记下', '听一听']) expect(await words(page)).toContain(word)
    expect(await problemsOf(page)).toEqual([])

    await button(page, '好了').click()
    await page.getByText('已签到 8:50').waitFor()
    expect(await problemsOf(page)).toEqual([])

    await page.goto(`${village.url}/s/${code}`)
    await page.getByText('您 8:50 已经签过了').waitFor()
    expect(await button(page, '我到了，签到').count()).toBe(0)

    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    const present = rows.filter(({ attendance }) => attendance !== undefined)
    expect(present).toMatchObject([{ name: '张建国', attendance: { source: 'code', at: village.clock.now() } }])
  })

  it('records once when the button is tapped twice', async () => {
    const { village } = stage
    const { rows } = dataOf(await village.as('刘桂兰').themeday.list({}))
    const page = await stage.open(`/s/${rows[0]?.code}`, '刘桂兰')
    await button(page, '我到了，签到').dblclick()
    await page.getByText('签到成功', { exact: true }).waitFor()
    expect(await words(page)).toContain('刘桂兰')
  })

  it('is done by one tap from home too, and by the keyboard alone', async () => {
    const page = await stage.open('/', '阿强')
    await button(page, '我到了，签到').focus()
    await page.keyboard.press('Enter')
    await page.getByText('签到成功', { exact: true }).waitFor()
  })

  it('is told when it begins, when it is over, and whose it is', async () => {
    const { village } = stage
    const plan = { day: '2026-11-25', from: '14:00', to: '16:00', topic: '学习', place: '晒谷场' }
    const { code } = await publish(village.as('田有福'), plan)
    const early = await stage.open(`/s/${code}`, '范玉梅')
    expect(await words(early)).toContain('1 点半开始签到')
    expect(await problemsOf(early)).toEqual([])
    const foreign = await stage.open(`/s/${code}`, '张大爷')
    expect(await words(foreign)).toContain('这是柳树村支部的党日')
    expect(await problemsOf(foreign)).toEqual([])
    village.clock.set('2026-11-25', '16:00')
    const late = await stage.open(`/s/${code}`, '范玉梅')
    expect(await words(late)).toContain('签到已经结束了')
    expect(await problemsOf(late)).toEqual([])
  })

  it('says what an unknown code is, and never shows an empty page', async () => {
    const page = await stage.open('/s/ZZZZ9999', '张大爷')
    expect(await words(page)).toContain('这个码不认识，可能旧了')
    expect(await problemsOf(page)).toEqual([])
  })
})
