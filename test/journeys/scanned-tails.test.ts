/** What stands behind the code in a scanned address: a place, a moment, or somebody's check-in. */
import { sayScanned } from '#shared/themeday/scanned'
import { dataOf, publish, themeDayPlan } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage, words } from './stage'

const small = { width: 320, height: 690, k: 1.6 } as const

describe('an address that says more than a code', () => {
  let stage: Stage
  let day: { readonly themeDayId: string; readonly code: string }
  beforeAll(async () => {
    stage = await openStage()
    const secretary = stage.village.as('老王')
    dataOf(await secretary.themeday.setHabits({ ways: ['rollCall', 'wall', 'screen'] }))
    const venues = [{ kind: 'household' as const, name: '三组李家院子', organiser: '徐大勇' }]
    day = await publish(secretary, { ...themeDayPlan, venues })
    stage.village.clock.set('2026-11-25', '08:50')
  })
  afterAll(() => stage.close())

  const recordOf = async (name: string) => {
    const { rows } = dataOf(await stage.village.as('老王').themeday.listAttendance({ themeDayId: day.themeDayId, limit: 100 }))
    return rows.find((row) => row.name === name)?.attendance
  }

  it('the code of a further place chooses it, and another may be chosen', async () => {
    const page = await stage.open(`/s/${sayScanned({ code: day.code, venueId: '2' })}`, '刘桂兰', small)
    expect(await page.getByRole('radio', { name: /三组李家院子/ }).getAttribute('aria-checked')).toBe('true')
    expect(await problemsOf(page)).toEqual([])
    await button(page, '我到了，签到').click()
    await page.getByText('签到成功', { exact: true }).waitFor()
    expect(await recordOf('刘桂兰')).toMatchObject({ source: 'code', venueId: '2' })
  })

  it('a changing code counts by the moment it was read, however long the button took', async () => {
    const { village } = stage
    const readAt = village.clock.now()
    const link = `/s/${sayScanned({ code: day.code, shown: village.shownCode(day.themeDayId) })}`
    const page = await stage.open(link, '阿强', { ...small, clockAt: readAt })
    village.clock.forward(90_000)
    await page.clock.setFixedTime(village.clock.now())
    await button(page, '我到了，签到').click()
    await page.getByText('签到成功', { exact: true }).waitFor()
    expect(await recordOf('李强')).toMatchObject({ source: 'screen', at: readAt, isUploadedLate: true })
  })

  it('a check-in that could not be sent is held up, and the secretary’s phone takes it along', async () => {
    const { village } = stage
    const page = await stage.open(`/s/${day.code}`, '张大爷', { ...small, clockAt: village.clock.now() })
    await page.context().setOffline(true)
    await button(page, '我到了，签到').click()
    await button(page, '让支书扫我').waitFor()
    expect(await words(page)).toContain('还没传上去')
    await button(page, '让支书扫我').click()
    await page.getByText('支书扫了就算您传上去了').waitFor()
    expect(await problemsOf(page)).toEqual([])
    const link = (await page.locator('[data-code]').getAttribute('data-code')) ?? ''

    const neighbour = await stage.open(new URL(link).pathname, '刘桂兰', small)
    expect(await words(neighbour)).toContain('请给支书扫')
    expect(await problemsOf(neighbour)).toEqual([])

    const secretary = await stage.open(new URL(link).pathname, '老王', { clockAt: village.clock.now() })
    await button(secretary, '收下，替他传').click()
    await secretary.waitForLoadState('networkidle')
    expect(await recordOf('张建国')).toMatchObject({ source: 'carried' })

    // It comes by itself later and is the same one.
    await page.context().setOffline(false)
    await page
      .getByText(/已经签到|签到成功/)
      .first()
      .waitFor()
    const { present } = dataOf(await village.as('老王').themeday.countAttendance({ themeDayId: day.themeDayId }))
    expect(present).toBe(3)
  })
})
