/** A5: the secretary checks in three members without phones, takes one back, and those helped read of it. */
import { nothing } from '#shared/kernel/organisation'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage, words } from './stage'

describe('the secretary checks in three members without phones', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('in one go, with one reason, and takes one of them back by a second entry', async () => {
    const { village } = stage
    const { themeDayId } = await village.themeDay('09:01')
    const { rows } = dataOf(await village.as('老王').members.list({ limit: 100 }))
    const helped = ['林树根', '孙桂英', '赵玉珍']
    const staying = ['李强', '郑海', '高梅', '黄丽', '罗喆']
    const there = rows.filter(({ name }) => ![...helped, ...staying].includes(name))
    expect(there).toHaveLength(18)
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: there.map(({ memberId }) => memberId) }))

    const page = await stage.open(`/#/themeday/on-site/index?themeDayId=${themeDayId}`, '老王', { width: 320, height: 690, k: 1.6 })
    await page.getByRole('tab', { name: '没到 8' }).waitFor()
    await button(page, '帮他签').click()
    for (const name of helped) await page.getByRole('checkbox', { name: new RegExp(name) }).click()
    await page.getByRole('radio', { name: '没有智能手机' }).click()
    await page.getByRole('checkbox', { name: '我看见他们本人到场了' }).click()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '确认签到（3 人）').dblclick()
    await page.getByText('签上了').waitFor()
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId }))).toMatchObject({
      present: 21,
      expected: 26,
      proxies: 3,
    })

    await page.goBack()
    await page.getByRole('tab', { name: '到了 21' }).click()
    expect((await words(page)).match(/代 王志强/g)).toHaveLength(3)
    const book = async () => dataOf(await village.as('老王').themeday.getBook({ themeDayId }))
    expect((await book()).proxies).toMatchObject(helped.map(() => ({ by: '王志强', reason: 'noPhone' })))
    expect((await book()).proxies.map(({ name }) => name).sort()).toEqual([...helped].sort())

    // Who leads one group learns no names of another.
    const leader = await stage.open(`/#/themeday/on-site/index?themeDayId=${themeDayId}`, '徐大勇')
    const seen = await words(leader)
    for (const { name } of rows.filter(({ groupName }) => groupName === '三组')) expect(seen).not.toContain(name)

    await page
      .getByRole('button', { name: /林树根/ })
      .and(page.locator(':visible'))
      .click()
    await page.getByRole('radio', { name: '本人没到场' }).click()
    await button(page, '撤销这次签到').click()
    await page.getByRole('tab', { name: '到了 20' }).waitFor()
    const { memberId } = village.person('林树根')
    const entries = await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)
    const kinds = entries.filter((entry) => 'memberId' in entry && entry.memberId === memberId).map(({ kind }) => kind)
    expect(kinds).toEqual(['attendance', 'reversal'])

    const { api } = await village.claim('赵大娘')
    expect(dataOf(await api.themeday.get({ themeDayId })).mine).toMatchObject({ recordedBy: '王志强' })
    const phone = await stage.open(`/#/main/check-in/index?themeDayId=${themeDayId}`, '赵大娘')
    expect(await words(phone)).toMatch(/帮您签的/)
    await phone.getByText('不是我').waitFor()
    expect(await problemsOf(phone)).toEqual([])
  })
})
