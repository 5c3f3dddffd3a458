/** A3 and the beginning of A4: a check-in without a signal is kept, sent once, and where it comes too late waits for the secretary. */
import type { Page } from 'playwright-core'
import { nothing } from '#shared/kernel/organisation'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { addressOf, drawn, modulesOf } from './codes'
import { button, gone, openStage, type Stage, settled, words } from './stage'

/** Holds a phone's check-ins back until they are let go: a signal so weak that nothing comes through. */
async function holdCheckIns(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.context().route('**/api', async (route) => {
    if (route.request().postData()?.includes('themeday.checkIn')) await gate
    await route.continue()
  })
  return letGo
}

describe('a check-in without a signal', () => {
  let stage: Stage
  let themeDayId: string
  beforeAll(async () => {
    stage = await openStage()
    themeDayId = (await stage.village.themeDay('09:02')).themeDayId
  })
  afterAll(() => stage.close())

  const recordOf = async (name: string) => {
    const { rows } = dataOf(await stage.village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    return rows.find((row) => row.name === name)?.attendance
  }
  /** The phone's clock is as right as its network made it. */
  const open = async (who: string, eyes = {}) => {
    const page = await stage.open('/', who, { ...eyes, clockAt: stage.village.clock.now() })
    await button(page, '我到了，签到').waitFor()
    return page
  }
  /** The person opens the app again later. */
  const reopen = async (page: Page) => {
    const next = await page.context().newPage()
    await next.clock.setFixedTime(stage.village.clock.now())
    await page.close()
    await next.goto(`${stage.village.url}/`)
    return next
  }

  it('is written down, sent once when there is a network, and recorded with the time of the tap', async () => {
    const { village } = stage
    village.clock.set('2026-11-25', '09:02')
    const tappedAt = village.clock.now()
    const page = await open('张大爷', { width: 320, height: 690, k: 1.6 })
    await page.context().setOffline(true)
    await page.getByText('没有网。签到先记下，有网自动传').waitFor()
    await button(page, '我到了，签到').click()
    await page.getByText('已记在这部手机里').waitFor({ timeout: 4_000 })
    const kept = await words(page)
    await button(page, '让支书扫我').waitFor()
    for (const word of ['还没传上去', '张建国', '今天 9:02', '有网时会自动传，您不用再点', '没有网，签到先记在手机里'])
      expect(kept).toContain(word)
    expect(kept).not.toMatch(/分数|积分|签到成功/)
    expect(await problemsOf(page)).toEqual([])

    await button(page, '知道了，回首页').click()
    await page.getByText('9:02 记下的，有网时会自动传').waitFor()
    expect(await button(page, '我到了，签到').count()).toBe(0)
    expect(await problemsOf(page)).toEqual([])
    expect(await recordOf('张建国')).toBeUndefined()

    village.clock.set('2026-11-25', '09:40')
    const letGo = await holdCheckIns(page)
    await page.context().setOffline(false)
    const later = await reopen(page)
    await later.getByText('正在传签到…').waitFor()
    expect(await problemsOf(later)).toEqual([])
    letGo()
    await later.getByText('张建国签到成功 · 9:02 已记下').waitFor()
    await later.getByText('已签到 9:02').waitFor()
    expect(await problemsOf(later)).toEqual([])
    expect(await recordOf('张建国')).toMatchObject({ at: tappedAt, source: 'home' })

    // Read once, it is done with: nothing is left to be sent or said.
    await later.reload()
    await settled(later)
    expect(await words(later)).not.toContain('签到成功')
    expect(await later.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('lianxin.outbox.')))).toEqual([])
  })

  it('turns from waiting into done before one’s eyes when a weak signal comes through', async () => {
    const { village } = stage
    village.clock.set('2026-11-25', '09:10')
    const page = await open('刘桂兰')
    const letGo = await holdCheckIns(page)
    await button(page, '我到了，签到').dblclick()
    await page.getByText('正在签到…').waitFor()
    await page.clock.setFixedTime(village.clock.now() + 5_000)
    await page.getByText('已记在这部手机里').waitFor()
    letGo()
    await page.getByText('签到成功', { exact: true }).waitFor()
    expect(await words(page)).toContain('9:10 已记下')
    expect(await recordOf('刘桂兰')).toMatchObject({ source: 'home' })
  })

  it('is carried by the secretary’s phone, which reads it off the screen, and is there once when it comes by itself', async () => {
    const { village } = stage
    village.clock.set('2026-11-25', '09:20')
    await village.claim('周德福')
    const page = await open('周德福', { width: 320, height: 690, k: 1.6 })
    await page.context().setOffline(true)
    await button(page, '我到了，签到').click()
    await page.getByText('已记在这部手机里').waitFor()
    await button(page, '让支书扫我').click()
    await page.getByText('支书扫了就算您传上去了').waitFor()
    expect(await words(page)).toContain('周德福 · 9:20 记下的')
    expect(await problemsOf(page)).toEqual([])
    const address = await addressOf(page)
    expect(await drawn(page)).toEqual(modulesOf(address))
    expect(address).toMatch(/\/s\/[0-9A-Z]{8}\.c/)

    village.clock.set('2026-11-25', '09:35')
    const secretary = await stage.open(address.replace(/^https?:\/\/[^/]+/, ''), '老王', {
      width: 320,
      height: 690,
      k: 1.6,
      clockAt: village.clock.now(),
    })
    await secretary.getByText('周德福？').waitFor()
    expect(await problemsOf(secretary)).toEqual([])
    await button(secretary, '收下，替他传').click()
    await secretary.getByText('周德福，传上去了').waitFor()
    expect(await recordOf('周德福')).toMatchObject({ source: 'carried', recordedBy: '王志强' })

    await page.context().setOffline(false)
    const later = await reopen(page)
    await later.getByText('已签到 9:20').waitFor()
    const entries = await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)
    const { memberId } = village.person('周德福')
    expect(entries.filter((entry) => 'memberId' in entry && entry.memberId === memberId).map(({ kind }) => kind)).toEqual(['attendance'])
  })

  it('waits for the secretary when it comes after the end, and counts once approved', async () => {
    const { village } = stage
    village.clock.set('2026-11-25', '10:50')
    const tappedAt = village.clock.now()
    const member = await open('阿强')
    const leader = await open('徐大勇')
    for (const page of [member, leader]) {
      await page.context().setOffline(true)
      await button(page, '我到了，签到').click()
      await page.getByText('已记在这部手机里').waitFor()
    }
    village.clock.set('2026-11-25', '14:00')
    for (const page of [member, leader]) await page.context().setOffline(false)
    const [his, theirs] = [await reopen(member), await reopen(leader)]
    for (const page of [his, theirs]) await page.getByText('等支书点头').waitFor()
    expect(await problemsOf(his)).toEqual([])
    await button(his, '看一看').click()
    await his.getByText('晚到的签到').waitFor()
    expect(await words(his)).toContain('支书点了头就算')
    expect(await problemsOf(his)).toEqual([])
    expect(await recordOf('李强')).toBeUndefined()

    const secretary = await stage.open('/#/themeday/month/index', '老王', { width: 320, height: 568, k: 1.6, clockAt: village.clock.now() })
    expect(await words(secretary)).toContain('等您点头 2 件')
    expect(await problemsOf(secretary)).toEqual([])
    await button(secretary, '等您点头，去看').click()
    await secretary.getByText('李强').waitFor()
    expect(await problemsOf(secretary)).toEqual([])
    await secretary.getByText('李强').click()
    await button(secretary, '到了，认下').waitFor()
    expect(await words(secretary)).toContain('手机上 今天 10:50 点的签到')
    expect(await problemsOf(secretary)).toEqual([])
    await button(secretary, '到了，认下').click()
    await gone(secretary.getByText('李强'))
    await secretary.getByText('徐大勇').click()
    await button(secretary, '没到场，不认').click()
    await secretary.getByText('没有等您点头的了').waitFor()
    await button(secretary, '徐大勇，改成认下').waitFor()
    expect(await problemsOf(secretary)).toEqual([])
    expect(await recordOf('李强')).toMatchObject({ at: tappedAt, source: 'lateArrival' })

    const approved = await reopen(his)
    await approved.getByText('已签到 10:50').waitFor()
    const sentBack = await reopen(theirs)
    await button(sentBack, '看看为什么').click()
    await sentBack.getByText('支书说您那天没到场').waitFor()
    await button(sentBack, '打给支书').waitFor()
    expect(await problemsOf(sentBack)).toEqual([])
    await button(sentBack, '知道了，不传了').click()
    await sentBack.getByText('已经结束').waitFor()
    expect(await words(sentBack)).not.toContain('没记上')
  })
})
