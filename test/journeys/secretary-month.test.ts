/** A10: the secretary's month on a phone, from open to done, and what the town sees of it. */
import type { Page } from 'playwright-core'
import { dataOf, publish, themeDayPlan } from '../village/village'
import { pagesIn, problemsOf } from './checks'
import { drawn, modulesOf } from './codes'
import { button, openStage, type Stage, words } from './stage'

describe('a month, from open to done', () => {
  let stage: Stage
  let themeDayId = ''
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const expectSound = async (page: Page) => expect(await problemsOf(page)).toEqual([])

  it('is published by three taps, with the topic the town suggests and everything else as last month', async () => {
    const { village } = stage
    const [topic, materials] = ['学习党的二十届四中全会精神', ['全会公报']]
    village.clock.set('2026-10-25', '06:00')
    await publish(village.as('老王'), { ...themeDayPlan, day: '2026-10-25', parts: [{ part: 'study', leader: '王志强' }] })
    village.clock.set('2026-11-25', '06:10')
    dataOf(await village.as('方敏').themeday.suggest({ month: '2026-11', topic, materials }))

    const page = await stage.open('/', '老王', { clockAt: village.clock.now() })
    expect(await words(page)).toContain('未定')
    await button(page, '去办').click()
    await button(page, '用这个').click()
    await button(page, '发布').click()
    await button(page, '去现场').waitFor()
    const [planned] = dataOf(await village.as('老王').themeday.list({})).rows
    expect(planned).toMatchObject({ stage: 'published', topic, materials, place: themeDayPlan.place, month: '2026-11' })
    expect(planned?.parts).toEqual([{ part: 'study', leader: '王志强' }])
    themeDayId = planned?.themeDayId ?? ''
  })

  it('is made known: by words for the group, by telephone, on the wall', async () => {
    const { village } = stage
    const { code } = dataOf(await village.as('老王').themeday.get({ themeDayId }))
    dataOf(await village.as('张大爷').themeday.acknowledge({ themeDayId, number: 1 }))
    const remind = await stage.open(`/#/themeday/remind/index?themeDayId=${themeDayId}`, '老王')
    for (const word of ['主题：学习党的二十届四中全会精神', `/s/${code}`, '25 位还没说知道了']) expect(await words(remind)).toContain(word)
    expect(pagesIn(await remind.pdf({ preferCSSPageSize: true }))).toBe(2)
    const poster = await stage.open(`/#/themeday/poster/index?themeDayId=${themeDayId}`, '老王')
    for (const word of ['没有信号？', '11月25日 星期三', '上午 9 点到 11 点', village.phone]) expect(await words(poster)).toContain(word)
    expect(await drawn(poster)).toEqual(modulesOf(`${village.url}/s/${code}`))
    expect(pagesIn(await poster.pdf({ preferCSSPageSize: true }))).toBe(1)
    await poster.emulateMedia({ media: 'print' })
    // 8 cm of code at 96 PX an inch, the white of four modules on either side not counted.
    const width = await poster.locator('.code-view').evaluate((picture) => picture.clientWidth)
    expect((width * 33) / 41).toBeGreaterThan((8 / 2.54) * 96)
  })

  it('is written down and confirmed', async () => {
    const { village } = stage
    village.clock.set('2026-11-25', '09:10')
    const { rows } = dataOf(await village.as('老王').members.list({ limit: 100 }))
    const memberIds = rows.slice(0, 20).map(({ memberId }) => memberId)
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds }))
    village.clock.set('2026-11-25', '10:30')
    dataOf(await village.as('老王').themeday.get({ themeDayId }))

    const page = await stage.open(`/#/themeday/minutes/index?themeDayId=${themeDayId}`, '老王', { clockAt: village.clock.now() })
    await page.getByText('过半数，可以表决').waitFor()
    await page.getByRole('checkbox', { name: '学习，做了' }).click()
    await page.getByLabel('学习做了什么').fill('读了全会公报')
    await button(page, '加一条决议').click()
    await page.getByLabel('议的什么').fill('村口装路灯')
    await button(page, '存下来').click()
    await page.getByText('请写结论').waitFor()
    await expectSound(page)
    await page.getByLabel('结论').fill('装 6 盏')
    await button(page, '存下来').click()
    await page.getByText('“村口装路灯”还没写票数').waitFor()
    await page.getByLabel('同意').fill('18')
    await button(page, '存下来').click()
    await page.getByText('要办的事').or(page.getByText('我到了')).first().waitFor()
    expect(dataOf(await village.as('老王').themeday.getMinutes({ themeDayId })).decisions).toMatchObject([{ for: 18, against: 0 }])

    village.clock.set('2026-11-25', '11:05')
    const closing = await stage.open('/#/themeday/month/index', '老王', { clockAt: village.clock.now() })
    await button(closing, '去归档').click()
    await closing.getByText('77%').waitFor()
    await expectSound(closing)
    await button(closing, '确认归档').click()
    await button(closing, '看登记表').click()
    await closing.getByText('1. 村口装路灯：同意 18，反对 0，弃权 0。装 6 盏').waitFor()
    for (const word of ['应到 26，到会 20，请假 0，缺席 6', '读了全会公报，王志强主持']) expect(await words(closing)).toContain(word)
    await expectSound(closing)
    expect(pagesIn(await closing.pdf({ preferCSSPageSize: true }))).toBe(2)
    const [download] = await Promise.all([closing.waitForEvent('download'), button(closing, '存成 Excel').click()])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)

    const month = await stage.open('/#/themeday/month/index', '老王', { clockAt: village.clock.now() })
    expect(await words(month)).toContain('本月都办完了')
  })

  it('is seen by the town, which may open it again and says why', async () => {
    const { village } = stage
    const page = await stage.open('/#/themeday/town/index', '方敏', { clockAt: village.clock.now() })
    expect(await words(page)).toContain('到会 20/26，77%')
    await page.getByRole('button', { name: /示范村支部/ }).click()
    await page.getByLabel('为什么打开？').fill('漏了两位')
    await button(page, '打开，让支部改').click()
    await page.getByText('待归档').waitFor()
    await expectSound(page)
    const { reopened } = dataOf(await village.as('老王').themeday.getBook({ themeDayId }))
    expect(reopened).toMatchObject([{ by: '方敏', reason: '漏了两位' }])
  })
})

/** Pages of a PDF, as its page tree counts them. */
