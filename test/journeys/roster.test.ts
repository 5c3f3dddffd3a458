/** The secretary keeps the roster: finds a member by three letters, fills in a number, looks at it, adds somebody, notes how another takes part. */
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, gone, openStage, type Stage, settled, words } from './stage'

const phone = '13800000001'

describe('the secretary and the roster', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('finds, fills in, looks, adds and notes', async () => {
    const { village } = stage
    const { memberId } = village.person('张大爷')
    const page = await stage.open('/#/members/roster/index', '老王')
    await page.getByText('二组 9 人').waitFor()
    await page.getByLabel('找人').fill('zjg')
    await page.getByText('二组 1 人').waitFor()
    expect(await words(page)).not.toContain('王志强')
    expect(await problemsOf(page)).toEqual([])
    await page.getByRole('button', { name: '张建国' }).click()

    await button(page, '填号码').click()
    await page.getByLabel('手机号').fill('1380000000')
    await button(page, '存上').click()
    await page.getByText('手机号是 11 位数字').waitFor()
    await page.getByLabel('手机号').fill('138 0000 0001')
    await button(page, '存上').click()
    await page.getByText('138****0001').waitFor()
    await button(page, '看号码').click()
    await page.getByText('138 0000 0001').waitFor()
    expect(await words(page)).toContain('已经记下您看过')
    expect(await problemsOf(page)).toEqual([])
    const looks = await village.house.stores.members.listLooks({ ...nowhere, branchIds: [village.branchId] }, memberId)
    expect(looks.map(({ what, made }) => [what, made.by])).toEqual([['phone', village.person('老王').personId]])
    await button(page, '关闭').click()

    await page.getByRole('button', { name: /怎么参加/ }).click()
    await page.getByRole('radio', { name: '送学上门' }).click()
    await button(page, '存上').click()
    await gone(page.getByRole('dialog'))
    await page.getByRole('button', { name: /怎么参加.*送学上门/ }).waitFor()
    expect(dataOf(await village.as('老王').members.get({ memberId }))).toMatchObject({ participation: 'homeStudy' })

    await button(page, '返回').click()
    await button(page, '加一位党员').click()
    await page.getByLabel('姓名').fill('张建国')
    await button(page, '加上').click()
    await page.getByText('名单上已经有一位“张建国”').waitFor()
    await page.getByLabel('姓名').fill('单玉兰')
    await page.getByRole('radio', { name: '预备党员' }).click()
    await page.getByRole('radio', { name: '三组' }).click()
    await button(page, '加上').click()
    await button(page, '填号码').waitFor()
    await settled(page)
    expect(await words(page)).toContain('预备党员')
    expect(dataOf(await village.as('老王').members.search({ text: 'syl' })).rows).toMatchObject([{ name: '单玉兰', groupName: '三组' }])
  })

  it('a number that somebody else changed meanwhile is looked at again', async () => {
    const { village } = stage
    const { memberId } = village.person('刘桂兰')
    const page = await stage.open(`/#/members/member/index?memberId=${memberId}`, '老王')
    await button(page, '填号码').click()
    await page.getByLabel('手机号').fill(phone)
    dataOf(await village.as('老王').members.update({ memberId, version: 1, phone: '13800000009' }))
    await button(page, '存上').click()
    await page.getByText('刚才有人改过了').waitFor()
    await button(page, '看一眼').click()
    await page.getByText('138****0009').waitFor()
  })

  it('a category is shown to officers, and a group leader only looks', async () => {
    const { village } = stage
    const { memberId } = village.person('林树根')
    const path = `/#/members/member/index?memberId=${memberId}`
    const page = await stage.open(path, '老王')
    await page.getByRole('button', { name: /类别/ }).click()
    await page.getByRole('radio', { name: '年老体弱' }).click()
    await button(page, '存上').click()
    await page.getByText('类别怎么定的').waitFor()
    expect(await words(page)).toMatch(/年老体弱\s+2026年11月25日，王志强/)
    const leader = await stage.open(path, '徐大勇')
    expect(await words(leader)).not.toMatch(/类别|年老体弱|从名单上去掉/)
    const stranger = await stage.open(path, '张大爷')
    expect(await words(stranger)).toContain('这里不归您管')
  })

  it('what the county asks for beyond the roster is filled in and emptied on one sheet', async () => {
    const { village } = stage
    const { memberId } = village.person('林树根')
    const path = `/#/members/member/index?memberId=${memberId}`
    const page = await stage.open(path, '老王')
    expect(await words(page)).not.toMatch(/出生年月|学历/)
    const document = '青组发〔2026〕5号'
    dataOf(await village.as('沈文').systems.turn({ system: 'registerFields', isOn: true, since: '2026-11-01', document }))
    await page.reload()
    await page.getByRole('button', { name: /出生年月.*没填/ }).click()
    await page.getByLabel('出生年月').fill('19563')
    await button(page, '存上').click()
    await page.getByText('年四位、月两位').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await page.getByLabel('出生年月').fill('195603')
    await page.getByRole('radio', { name: '男' }).click()
    await page.getByRole('radio', { name: '初中' }).click()
    await button(page, '存上').click()
    await page.getByRole('button', { name: /出生年月.*1956年3月/ }).click()
    await page.getByLabel('出生年月').fill('')
    await button(page, '存上').click()
    await page.getByRole('button', { name: /出生年月.*没填/ }).waitFor()
    expect(dataOf(await village.as('老王').members.get({ memberId })).record?.register).toEqual({ sex: 'male', education: 'juniorMiddle' })
    expect(await words(await stage.open(path, '徐大勇'))).not.toMatch(/出生年月|学历|初中/)
  })

  it('who has left the roster is gone from the list', async () => {
    const { village } = stage
    const page = await stage.open('/#/members/roster/index', '老王')
    await page.getByRole('button', { name: '唐双喜' }).click()
    await button(page, '从名单上去掉').click()
    await button(page, '去掉').click()
    await page.getByText('请选一样').waitFor()
    await page.getByRole('radio', { name: '组织关系转走了' }).click()
    await button(page, '去掉').click()
    await page.getByText('找人').waitFor()
    await settled(page)
    expect(await words(page)).not.toContain('唐双喜')
    expect(dataOf(await village.as('老王').members.search({ text: 'tsx' })).rows).toEqual([])
  })
})

const nowhere = { all: false, branchIds: [], groups: [], memberIds: [], assigneeIds: [] }
