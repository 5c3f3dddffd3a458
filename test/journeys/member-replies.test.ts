/** What a member says about the theme day beside being there: leave, an opinion, that a notice was read, and that they had been there. */
import { dataOf, publish, themeDayPlan } from '../village/village'
import { problemsOf } from './checks'
import { button, gone, openStage, type Stage, settled, words } from './stage'

const small = { width: 320, height: 690, k: 1.6 } as const

describe('a member about the theme day', () => {
  let stage: Stage
  let themeDayId: string
  beforeAll(async () => {
    stage = await openStage()
    stage.village.clock.set('2026-11-24', '08:00')
    const plan = { ...themeDayPlan, parts: [{ part: 'study' as const, what: '读规划第三章', leader: '王志强' }] }
    themeDayId = (await publish(stage.village.as('老王'), plan)).themeDayId
  })
  afterAll(() => stage.close())

  const rollLineOf = async (name: string) => {
    const { rows } = dataOf(await stage.village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    return rows.find((row) => row.name === name)
  }

  it('asks leave with a line to the secretary or without, and takes it back', async () => {
    const page = await stage.open('/', '刘桂兰', small)
    await button(page, '来不了，请个假').click()
    expect(await problemsOf(page)).toEqual([])
    await page.getByLabel('给支书留句话，不写也行').fill('去县里看病')
    await button(page, '请假').click()
    await page.getByText('已请假').waitFor()
    expect(await problemsOf(page)).toEqual([])
    expect((await rollLineOf('刘桂兰'))?.leave).toMatchObject({ note: '去县里看病' })
    await button(page, '不请了').click()
    await button(page, '来不了，请个假').waitFor()
    expect((await rollLineOf('刘桂兰'))?.leave).toBeUndefined()
  })

  it('says that a notice was read, also without a signal', async () => {
    const page = await stage.open('/', '张大爷', { ...small, clockAt: stage.village.clock.now() })
    await page.getByText('有新通知').click()
    await button(page, '我知道了').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await page.context().setOffline(true)
    await button(page, '我知道了').click()
    await page.getByText('知道了', { exact: true }).waitFor()
    expect((await rollLineOf('张建国'))?.hasSeen).toBeUndefined()
    const told = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('themeday.acknowledge'))
    await page.context().setOffline(false)
    await told
    expect((await rollLineOf('张建国'))?.hasSeen).toBe(true)
    await page.goto(`${stage.village.url}/`)
    await page.reload()
    await settled(page)
    expect(await words(page)).not.toMatch(/有新通知|签到成功/)
  })

  it('reads what is done, and says a sentence that can be changed', async () => {
    const page = await stage.open('/', '阿强', small)
    await page.getByText('这次党日办什么').click()
    await page.getByText('读规划第三章，王志强带着').waitFor()
    expect(await problemsOf(page)).toEqual([])
    for (const words of ['水渠先修三组的', '水渠先修二组的']) {
      await page.getByText(/对议题说句话|我对议题说的/).click()
      await page.getByLabel(themeDayPlan.topic).fill(words)
      await button(page, '就说这句').click()
      await gone(button(page, '就说这句'))
      await page.getByText(words).waitFor()
    }
    const mine = dataOf(await stage.village.as('阿强').themeday.get({ themeDayId }))
    expect(mine.opinion).toBe('水渠先修二组的')
  })

  it('who was there and forgot asks afterwards, and the secretary nods', async () => {
    const { village } = stage
    village.clock.set('2026-11-25', '15:00')
    const page = await stage.open('/', '张大爷', { ...small, clockAt: village.clock.now() })
    await button(page, '到了没签上？补签').click()
    expect(await problemsOf(page)).toEqual([])
    await page.getByText('到了，忘了点').click()
    await button(page, '补签').click()
    await page.getByText('等支书点头').waitFor()
    expect(await problemsOf(page)).toEqual([])
    const { memberId } = village.person('张大爷')
    dataOf(await village.as('老王').themeday.approveLate({ themeDayId, memberId }))
    await page.reload()
    await page.getByText('已签到').waitFor()
    expect((await rollLineOf('张建国'))?.attendance).toMatchObject({ source: 'lateCheckIn' })
  })

  it('is told when it is cancelled, and has no button then', async () => {
    const { village } = stage
    const secretary = village.as('田有福')
    const plan = { day: '2026-11-28', from: '14:00', to: '16:00', topic: '学习', place: '晒谷场' }
    const { themeDayId: cancelled, code } = await publish(secretary, plan)
    dataOf(await secretary.themeday.cancel({ themeDayId: cancelled, words: '下大雨，改到下周' }))
    const page = await stage.open('/', '范玉梅', small)
    for (const word of ['取消了', '下大雨，改到下周']) expect(await words(page)).toContain(word)
    expect(await button(page, '来不了，请个假').count()).toBe(0)
    expect(await problemsOf(page)).toEqual([])
    const scanned = await stage.open(`/s/${code}`, '范玉梅', small)
    expect(await words(scanned)).toMatch(/这次党日取消了|这个码/)
    expect(await problemsOf(scanned)).toEqual([])
  })
})
