/** The code on the organiser's screen: made in the browser, and taken by the server for what its own key makes of the moment. */
import { ways } from '#shared/themeday/ids'
import { readScanned } from '#shared/themeday/scanned'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage } from './stage'

describe('the code that changes', () => {
  let stage: Stage
  let themeDayId: string
  beforeAll(async () => {
    stage = await openStage()
    dataOf(await stage.village.as('老王').themeday.setHabits({ ways: [...ways] }))
    themeDayId = (await stage.village.themeDay('09:02')).themeDayId
  })
  afterAll(() => stage.close())

  it('counts whoever scans it, fills a projector, and stands still for nobody', async () => {
    const { village } = stage
    const clockAt = village.clock.now()
    const page = await stage.open(`/#/themeday/on-site/index?themeDayId=${themeDayId}`, '老王', { width: 1280, height: 800, clockAt })
    await button(page, '亮码，让大家扫').click()
    await page.getByText('秒后换新码').waitFor()
    expect(await problemsOf(page)).toEqual([])
    const picture = page.locator('[data-code]:visible')
    expect((await picture.boundingBox())?.height).toBeGreaterThan(480)

    const link = (await picture.getAttribute('data-code')) ?? ''
    const proof = readScanned(link.slice(link.lastIndexOf('/') + 1))?.shown
    expect(proof).toEqual(village.shownCode(themeDayId))
    const scanned = await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'screen', ...(proof === undefined ? {} : { proof }) })
    expect(scanned).toMatchObject({ ok: true, data: { state: 'counted' } })

    await page.clock.setFixedTime(clockAt + 15_000)
    await page.waitForFunction((old) => document.querySelector('[data-code]')?.getAttribute('data-code') !== old, link)
  })
})
