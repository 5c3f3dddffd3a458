/** A hand for 赵大娘, who left her phone at home: she reads of it later, says that it was not so, and the town answers. */
import type { Page } from 'playwright-core'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage, words } from './stage'

describe('a helping hand', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const expectSound = async (page: Page) => expect(await problemsOf(page)).toEqual([])
  const row = (page: Page, name: RegExp) => page.getByRole('button', { name }).and(page.locator(':visible'))

  it('is lent by the secretary, read by the member, and judged by the town', async () => {
    const { village } = stage
    const { themeDayId } = await village.themeDay('09:02')
    const secretary = await stage.open(`/#/themeday/on-site/index?themeDayId=${themeDayId}`, '老王')
    await button(secretary, '帮他签').click()
    for (const name of [/林树根/, /孙桂英/, /赵玉珍/]) await secretary.getByRole('checkbox', { name }).click()
    await button(secretary, '请先选为什么').waitFor()
    await secretary.getByRole('radio', { name: '没有智能手机' }).click()
    await button(secretary, '请先看见本人').waitFor()
    await secretary.getByRole('checkbox', { name: '我看见他们本人到场了' }).click()
    await expectSound(secretary)
    // Somebody is quicker: the others are helped all the same.
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [village.person('孙桂英').memberId] }))
    await button(secretary, '确认签到（3 人）').dblclick()
    await secretary.getByText('林树根、赵玉珍，签上了').waitFor()
    await secretary.getByText('孙桂英，没签上').waitFor()
    await expectSound(secretary)
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    const present = rows.filter(({ attendance }) => attendance !== undefined)
    expect(present.map(({ name, attendance }) => `${name} ${attendance?.source} ${attendance?.isProxy ?? false}`)).toEqual([
      '孙桂英 rollCall false',
      '林树根 home true',
      '赵玉珍 home true',
    ])

    await secretary.goBack()
    await secretary.getByRole('tab', { name: /到了 3/ }).click()
    await row(secretary, /林树根/).click()
    await secretary.getByRole('radio', { name: '本人没到场' }).click()
    await expectSound(secretary)
    await button(secretary, '撤销这次签到').click()
    await secretary.getByRole('tab', { name: /到了 2/ }).waitFor()

    await secretary.goto(`${village.url}/#/themeday/register/index?themeDayId=${themeDayId}`)
    await secretary.getByText('代 王志强').first().waitFor()

    const { personId, memberId } = village.person('赵大娘')
    const { members } = village.as('老王')
    dataOf(await members.update({ memberId, version: dataOf(await members.get({ memberId })).version, phone: '13800000001' }))
    dataOf(await members.revealPhone({ memberId }))
    const { code } = dataOf(await village.as('老王').claims.issue({ personId }))
    const member = await stage.open(`/s/${code}`)
    await button(member, '是我').click()
    await member.getByText('赵玉珍，您好').waitFor()
    await member.goto(`${village.url}/#/main/me/index`)
    await row(member, /谁看过我的信息/).click()
    await member.getByText('王志强替您点的').waitFor()
    expect(await words(member)).toMatch(/谁看过我的号码和党费[\s\S]*王志强[\s\S]*看了您的号码/)
    await expectSound(member)
    await row(member, /不是我/).click()
    await member.getByRole('radio', { name: '我那天没到' }).click()
    await expectSound(member)
    await button(member, '说出来').click()
    await member.getByText('等回话').waitFor()

    expect(dataOf(await village.as('老王').assists.listObjections({})).rows).toEqual([])
    const town = await stage.open('/#/main/me/index', '方敏')
    await town.getByText('有 1 件等您回话').waitFor()
    await row(town, /党员说不对的/).click()
    await row(town, /赵玉珍/).click()
    await town.getByRole('radio', { name: '他说得对，不该记' }).click()
    await town.getByLabel('再说一句（可不写）').fill('支书记错了人')
    await expectSound(town)
    await button(town, '回话').click()
    await town.getByText('没有等您回话的了').waitFor()

    await member.reload()
    await member.getByText('回话：您说得对，这次不该记').waitFor()
    expect(await words(member)).toContain('支书记错了人')
    await expectSound(member)
  })
})
