/** The county shapes its tree, and a secretary the groups of the own branch. */
import type { Page } from 'playwright-core'
import { countyId } from '#shared/organisation/ids'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage } from './stage'

describe('the tree of a county', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const row = (page: Page, name: string) => page.locator('.row-target:visible', { hasText: name }).first()
  const said = (page: Page, text: string) => page.getByText(text).and(page.locator(':visible')).first()
  const below = async (parentId: string) =>
    dataOf(await stage.village.as('沈文').organisation.listUnits({ parentId, limit: 100 })).rows.map(({ name }) => name)

  it('gets a general branch, a branch below it that is moved and renamed, and keeps what still has members', async () => {
    const { village } = stage
    const page = await stage.open('/#/organisation/branches/index', '沈文')
    await row(page, '机构').click()
    await row(page, '清溪镇').click()
    await row(page, '示范村支部').waitFor()

    await button(page, '建一个党总支').click()
    await page.getByLabel('叫什么').fill('示范村支部')
    await button(page, '建').click()
    await said(page, '这里已经有“示范村支部”了').waitFor()
    await page.getByLabel('叫什么').fill('河东党总支')
    await button(page, '建').click()
    await row(page, '河东党总支').click()

    await said(page, '下面还没有').waitFor()
    await button(page, '建一个党支部').click()
    await said(page, '建在哪里').waitFor()
    await page.getByLabel('支部叫什么').fill('河东一支部')
    await page.getByLabel('党员名单').fill('周一 一组 书记\n周二 一组')
    await button(page, '看一眼再存').click()
    await button(page, '就这样，建支部').click()
    await said(page, '支部建好了').waitFor()
    await button(page, '好了').click()

    await row(page, '河东一支部').click()
    await row(page, '一组').or(said(page, '一组')).first().waitFor()
    await button(page, '改动').click()
    await row(page, '搬到别处').click()
    await page.getByRole('radio', { name: '直接归乡镇党委' }).click()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '搬过去').click()
    await button(page, '改动').click()
    await row(page, '改名').click()
    await page.getByLabel('叫什么').fill('河东村支部')
    await button(page, '改好了').click()
    await page.getByRole('heading', { name: '河东村支部' }).waitFor()
    expect(await below(village.committeeId)).toEqual(expect.arrayContaining(['河东村支部', '河东党总支']))

    await button(page, '改动').click()
    await row(page, '撤掉').click()
    await button(page, '撤掉').click()
    await said(page, '“河东村支部”还有 2 名党员，请先把他们转走').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await button(page, '先不撤').click()
    expect(await below(countyId)).toEqual(['清溪镇'])
  })

  it('a secretary makes a group, gives it another kind, and closes it while it is empty', async () => {
    const page = await stage.open('/#/organisation/groups/index', '老王')
    await button(page, '建一个党小组').click()
    await page.getByLabel('叫什么').fill('外出组')
    await page.getByRole('radio', { name: '外出' }).click()
    await button(page, '建').click()
    await row(page, '外出组').click()
    await row(page, '改名、改类别').click()
    await page.getByRole('radio', { name: '务工经商' }).click()
    await button(page, '改好了').click()
    await page.locator('.row-target:visible', { hasText: '外出组务工经商' }).click()
    await row(page, '撤掉').click()
    await button(page, '撤掉').click()
    await said(page, '已撤').waitFor()
    expect(await problemsOf(page)).toEqual([])
  })

  it('a group with members says so and stays', async () => {
    const page = await stage.open('/#/organisation/groups/index', '老王', { width: 320, height: 568, k: 1.6 })
    await row(page, '二组').click()
    await row(page, '撤掉').click()
    await button(page, '撤掉').click()
    await said(page, '名党员，请先把他们转走').waitFor()
    expect(await problemsOf(page)).toEqual([])
  })
})
