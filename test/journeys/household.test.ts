/** A2 for a couple, and how a phone stops knowing somebody: let go from another phone, or taken for the wrong person. */
import type { Page } from 'playwright-core'
import { audits } from '../../cloudfunctions/runtime/audit'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, gone, openStage, type Stage, settled, words } from './stage'

describe('a household and its phones', () => {
  let stage: Stage
  let event: { readonly code: string; readonly themeDayId: string }
  beforeAll(async () => {
    stage = await openStage()
    event = await stage.village.themeDay('08:50')
  })
  afterAll(() => stage.close())

  const codeFor = async (name: string) => {
    const { village } = stage
    return dataOf(await village.as('老王').claims.issue({ personId: village.person(name).personId })).code
  }
  const claimOn = async (page: Page, name: string) => {
    await page.locator('input:visible').fill(await codeFor(name))
    await button(page, '认一下我').click()
    await button(page, '是我').click()
    await button(page, '我到了，签到').waitFor()
  }

  it('two claim one phone, say once that both are there, and are two records of the same phone', async () => {
    const { village } = stage
    const page = await stage.open(`/s/${event.code}`, undefined, { width: 320, height: 690, k: 1.6 })
    await claimOn(page, '赵大娘')
    await button(page, '不是我').click()
    await claimOn(page, '唐双喜')
    expect(await words(page)).toContain('唐双喜')
    expect(await problemsOf(page)).toEqual([])

    await button(page, '我们都到了').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('checkbox', { name: /赵玉珍/ }).waitFor()
    expect(await problemsOf(page)).toEqual([])
    await sheet.getByRole('checkbox', { name: /赵玉珍/ }).click()
    await button(page, '这 1 位签到').waitFor()
    await sheet.getByRole('checkbox', { name: /赵玉珍/ }).click()
    await button(page, '这 2 位签到').click()
    await page.getByText('签到成功', { exact: true }).waitFor()
    await page.getByText('已签到 8:50').waitFor()
    expect(await words(page)).toContain('赵玉珍')
    expect(await problemsOf(page)).toEqual([])

    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId: event.themeDayId, limit: 100 }))
    const present = rows.flatMap(({ name, attendance }) => (attendance === undefined ? [] : [{ name, samePhone: attendance.samePhone }]))
    expect(present.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: '唐双喜', samePhone: true },
      { name: '赵玉珍', samePhone: true },
    ])

    const officer = await stage.open(`/#/themeday/register/index?themeDayId=${event.themeDayId}`, '老王')
    expect(await words(officer)).toContain('同一部手机')
    expect(await problemsOf(officer)).toEqual([])
  })

  it('a code that was used is refused on another phone, and the claim stands in the records', async () => {
    const { village } = stage
    const code = await codeFor('罗喆')
    const requestId = 'luo-claims-phone'
    const phone = village.newcomer()
    dataOf(await phone.api.claims.bind({ code }, { requestId }))
    const page = await stage.open(`/s/${code}`)
    await page.getByText('这个码用过了，请支书再发一个').waitFor()
    expect(await problemsOf(page)).toEqual([])
    const row = await village.db.get(audits, `${phone.caller.device}_${requestId}`)
    expect(row?.made).toMatchObject({ action: 'claims.bind', at: village.clock.now() })
  })

  it('a phone let go from another one asks who one is, and what waited in it is sent once it is known again', async () => {
    const { village } = stage
    const page = await stage.open(`/#/main/check-in/index?themeDayId=${event.themeDayId}`, '阿强')
    await button(page, '我到了，签到').waitFor()
    await page.context().setOffline(true)
    await button(page, '我到了，签到').click()
    await page.getByText('还没传上去').waitFor()

    const second = await village.claim('阿强')
    const other = dataOf(await second.api.session.devices({})).rows.find(({ isThis }) => !isThis)
    dataOf(await second.api.session.letGo({ deviceKey: other?.deviceKey ?? '' }))
    await page.context().setOffline(false)
    await page.goto(`${village.url}/#/main/home/index`)
    await page.getByText('您是哪位？').and(page.locator(':visible')).first().waitFor()
    expect(await problemsOf(page)).toEqual([])

    await page.locator('input:visible').fill(await codeFor('阿强'))
    await button(page, '认一下我').click()
    await button(page, '是我').click()
    await page
      .getByText(/签到成功|已签到/)
      .first()
      .waitFor()
    const { mine } = dataOf(await second.api.themeday.get({ themeDayId: event.themeDayId }))
    expect(mine).toMatchObject({ source: 'home' })
  })

  it('one lets go of this phone on 我的手机, and is asked who one is', async () => {
    const page = await stage.open('/#/main/me/index', '刘桂兰')
    await page.getByText('我的手机').click()
    await page.getByText('这一部').click()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '退出').click()
    await page.getByText('您是哪位？').waitFor()
    expect(dataOf(await stage.village.as('刘桂兰').session.who({})).persons).toEqual([])
  })

  it('a phone taken for somebody else is free of them by two taps, and the secretary sees it', async () => {
    const page = await stage.open(`/s/${await codeFor('梁小军')}`)
    await button(page, '是我').click()
    await page.getByText('梁小军，您好').waitFor()
    await page.goto(`${stage.village.url}/#/main/claim/index`)
    await button(page, '手机认错了人，或者有人不用它了').click()
    await page.getByRole('dialog').getByText('梁小军').click()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '认错了，我不是梁小军').click()
    await gone(page.getByRole('dialog'))
    await settled(page)
    expect(dataOf(await stage.village.as('老王').claims.listReports({})).rows).toMatchObject([{ name: '梁小军' }])

    const officer = await stage.open('/#/claims/people/index', '老王')
    expect(await words(officer)).toContain('有人说认错了：梁小军')
    expect(await problemsOf(officer)).toEqual([])
    await button(officer, '知道了').click()
    await gone(officer.getByText('有人说认错了'))
  })

  it('a fifth person is shown who the four are', async () => {
    const { village } = stage
    for (const name of ['周德福', '吴小燕', '李秀兰']) {
      dataOf(await village.as('徐大勇').claims.bind({ code: await codeFor(name) }))
    }
    const page = await stage.open(`/s/${await codeFor('陈芳')}`, '徐大勇')
    await button(page, '是我').click()
    await page.getByText('这部手机已经认了四个人，先去掉一个再认').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '看看认了哪四位').click()
    for (const name of ['徐大勇', '周德福', '吴小燕', '李秀兰']) await page.getByText(name, { exact: true }).waitFor()
    expect(await problemsOf(page)).toEqual([])
  })

  it('the secretary gives a code for a new phone, or lets go of all of them', async () => {
    const { village } = stage
    const officer = await stage.open('/#/claims/people/index', '老王', { width: 320, height: 690, k: 1.6 })
    await officer.getByRole('tab', { name: /已认领/ }).click()
    await officer.locator('.tappable:visible', { hasText: '张建国' }).click()
    await officer.getByText('解绑', { exact: true }).waitFor()
    expect(await problemsOf(officer)).toEqual([])
    await officer.getByText('解绑', { exact: true }).click()
    expect(await problemsOf(officer)).toEqual([])
    await button(officer, '解绑').click()
    await gone(officer.getByRole('dialog'))
    expect(dataOf(await village.as('张大爷').session.who({})).persons).toEqual([])
  })
})
