/** T7: the county turns a system off by a paper and a day; nobody sees it any more, and it comes back as it was. */
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage, settled, words } from './stage'

describe('a system the county turns off', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.village.themeDay('08:50')
  })
  afterAll(() => stage.close())

  it('is gone for member and secretary, and comes back with all that was recorded', async () => {
    const clockAt = stage.village.clock.now()
    const county = await stage.open('/', '沈文', { clockAt })
    await county.getByText('开通', { exact: true }).click()
    await county.getByText('主题党日').waitFor()
    expect(await words(county)).toContain('开着')
    expect(await problemsOf(county)).toEqual([])
    await county.getByText('主题党日').click()
    await button(county, '停用').click()
    await county.getByText('请写上文号，或者哪次会定的').waitFor()
    expect(await problemsOf(county)).toEqual([])
    await county.getByLabel('依据哪份文件').fill('青组发〔2026〕3号')
    await button(county, '停用').click()
    await county.getByText('2026年11月25日起停用，青组发〔2026〕3号').waitFor()

    const member = await stage.open('/', '张大爷')
    expect(await words(member)).toContain('这里现在没有要办的事')
    expect(await words(member)).not.toContain('主题党日')
    expect(await problemsOf(member)).toEqual([])
    const secretary = await stage.open('/', '老王')
    // The month still holds the dues; without them it asks for nothing.
    expect(await words(secretary)).toContain('党费')
    expect(await words(secretary)).not.toContain('主题党日')
    const off = { system: 'dues', isOn: false, since: '2026-11-25', document: '青组发〔2026〕3号' } as const
    dataOf(await stage.village.as('沈文').systems.turn(off))
    const again = await stage.open('/', '老王')
    await again.getByText('党员 26 人').waitFor()
    expect(await words(again)).not.toMatch(/本月|党费/)

    await county.getByText('主题党日').click()
    await county.getByLabel('依据哪份文件').fill('青组发〔2026〕4号')
    await button(county, '开通').click()
    await county.getByText('开着', { exact: true }).waitFor()
    await member.reload()
    await settled(member)
    await button(member, '我到了，签到').waitFor()
  })
})
