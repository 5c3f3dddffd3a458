/** Every page, for every role that opens it, at both ends of width and of word size: nothing cut, too small, unreachable or red twice. */
import type { Page } from 'playwright-core'
import { checkInFor } from '../assists/help'
import { dataOf } from '../village/village'
import { problemsOf } from './checks'
import { button, openStage, type Stage, settled } from './stage'

/** Small phones: what fits there fits everywhere. */
const screens = [
  { width: 375, height: 667 },
  { width: 320, height: 568 },
] as const

/** Chosen here, and (the last) by a person who has told the browser itself to double its words. */
const sizes = [
  { k: 1, chosen: 1, browser: 16 },
  { k: 1.6, chosen: 1.6, browser: 16 },
  { k: 2, chosen: 1, browser: 32 },
] as const

/** What WeChat draws over a page: the status bar above it, its menu at the right of the row of tools. */
const frameOfWeChat = '.page { --above: 36px; --menu: 102px; --below: 84px }'

/** `press`: what is tapped before looking, so that what opens is looked at as well. */
const pages: readonly (readonly [name: string, who: string | undefined, path: string, press?: string])[] = [
  ['who are you', undefined, '/#/main/claim/index'],
  ['home of a member', '张大爷', '/'],
  ['home of a group leader', '徐大勇', '/#/main/home/index'],
  ['check-in', '张大爷', '/#/main/check-in/index?themeDayId={themeDay}'],
  ['me, a member', '张大爷', '/#/main/me/index'],
  ['me, a secretary', '老王', '/#/main/me/index'],
  ['my phones', '张大爷', '/#/claims/devices/index'],
  ['leaving this phone', '张大爷', '/#/claims/devices/index', '这一部'],
  ['what is kept about me', '张大爷', '/#/claims/privacy/index'],
  ['the month', '老王', '/#/themeday/month/index'],
  ['the month, none planned', '田有福', '/#/themeday/month/index'],
  ['planning', '田有福', '/#/themeday/plan/index'],
  ['on site', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}'],
  ['on site, a group leader', '徐大勇', '/#/themeday/on-site/index?themeDayId={themeDay}'],
  ['the code held up', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}', '亮码，让大家扫'],
  ['calling a name', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}', '点名'],
  ['who needs a hand', '老王', '/#/themeday/help/index?themeDayId={themeDay}'],
  ['lending a hand', '老王', '/#/themeday/help/index?themeDayId={themeDay}', '赵玉珍'],
  ['who helped and looked', '阿强', '/#/assists/mine/index'],
  ['who helped and looked, nobody', '张大爷', '/#/assists/mine/index'],
  ['what is wrong', '徐大勇', '/#/assists/mine/index', '不是我'],
  ['objections, the town', '方敏', '/#/assists/objections/index'],
  ['answering an objection', '方敏', '/#/assists/objections/index', '我那天没到'],
  ['objections, none', '老王', '/#/assists/objections/index'],
  ['the register', '老王', '/#/themeday/register/index?themeDayId={themeDay}'],
  ['no right', '张大爷', '/#/themeday/month/index'],
  ['handing out codes', '老王', '/#/claims/people/index'],
  ['one code', '老王', '/#/claims/people/index', '发认领码'],
  ['which group to print', '老王', '/#/claims/people/index', '认领码'],
  ['which role', '老王', '/#/main/me/index', '支书'],
  ['the roster', '老王', '/#/members/roster/index'],
  ['the roster, a group leader', '徐大勇', '/#/members/roster/index'],
  ['adding a member', '老王', '/#/members/add/index'],
  ['a member', '老王', '/#/members/member/index?memberId={member}'],
  ['the number of a member', '老王', '/#/members/member/index?memberId={member}', '看号码'],
  ['how a member takes part', '老王', '/#/members/member/index?memberId={member}', '怎么参加'],
  ['the category of a member', '老王', '/#/members/member/index?memberId={member}', '类别'],
  ['a member, a group leader', '徐大勇', '/#/members/member/index?memberId={member}'],
  ['the sheet of a group', '老王', '/#/claims/sheet/index?groupId={group}'],
  ['branches, the county', '沈文', '/#/organisation/branches/index'],
  ['branches, the town', '方敏', '/#/organisation/branches/index'],
  ['who holds what, a branch', '老王', '/#/roles/officers/index'],
  ['who holds what, the town', '方敏', '/#/roles/officers/index?unitId={branch}'],
  ['an office, what can be done', '老王', '/#/roles/officers/index', '李明强'],
  ['giving an office', '方敏', '/#/roles/give/index?unitId={branch}', '纪检委员'],
  ['handing over, who', '方敏', '/#/roles/hand-over/index?unitId={branch}'],
  ['founding', '沈文', '/#/organisation/found/index'],
  [
    'founding below a general branch',
    '沈文',
    '/#/organisation/found/index?committeeId={town}&generalBranchId=x&generalBranchName=河东党总支',
  ],
  ['the tree, the county', '沈文', '/#/organisation/units/index'],
  ['the tree, a town', '方敏', '/#/organisation/units/index'],
  ['the tree, a branch', '沈文', '/#/organisation/units/index?unitId={branch}'],
  ['changing a branch', '沈文', '/#/organisation/units/index?unitId={branch}', '改动'],
  ['a new general branch', '方敏', '/#/organisation/units/index', '建一个党总支'],
  ['groups', '老王', '/#/organisation/groups/index'],
  ['a new group', '老王', '/#/organisation/groups/index', '建一个党小组'],
  ['changing a group', '老王', '/#/organisation/groups/index', '一组'],
  ['groups, no right', '张大爷', '/#/organisation/groups/index'],
]

describe('every page', () => {
  let stage: Stage
  let places: Readonly<Record<string, string>>
  beforeAll(async () => {
    stage = await openStage()
    const { village } = stage
    const { themeDayId } = await village.themeDay('08:56')
    const memberIds = ['李秀兰', '陈芳', '何国庆', '唐双喜'].map((name) => village.person(name).memberId)
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds }))
    dataOf(await village.as('刘桂兰').themeday.checkIn({ themeDayId, via: 'code' }))
    for (const whom of ['阿强', '徐大勇']) dataOf(await checkInFor(village, { who: '老王', whom, themeDayId }))
    const [deed] = dataOf(await village.as('阿强').assists.list({})).rows
    dataOf(await village.as('阿强').assists.object({ assistId: deed?.assistId ?? '', reason: 'notThere' }))
    const { memberId } = village.person('张大爷')
    dataOf(await village.as('老王').members.update({ memberId, version: 1, phone: '13800000001' }))
    places = {
      member: memberId,
      town: village.committeeId,
      branch: village.branchId,
      themeDay: themeDayId,
      group: village.person('张大爷').groupId ?? '',
    }
  })
  afterAll(() => stage.close())

  const open = async (page: Page, press: string): Promise<void> => {
    await page.locator('.tappable:visible', { hasText: press }).first().click()
    await settled(page)
  }

  const look = async (page: Page, on: typeof screens | readonly [(typeof screens)[1]] = screens): Promise<readonly string[]> => {
    const problems: string[] = []
    for (const screen of on) {
      await page.setViewportSize(screen)
      problems.push(...(await problemsOf(page)).map((problem) => `${screen.width} wide: ${problem}`))
    }
    return problems
  }

  it.each(pages.map(([name, who, path, press = '']) => [name, who, path, press] as const))('%s (%s)', async (_, who, path, press) => {
    const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => places[name] ?? '')
    const problems: string[] = []
    const page = await stage.open(filled, who)
    const browser = await page.context().newCDPSession(page)
    for (const size of sizes) {
      await page.evaluate((chosen) => localStorage.setItem('lianxin.textSize', String(chosen)), size.chosen)
      await browser.send('Page.setFontSizes', { fontSizes: { standard: size.browser } })
      await page.reload()
      await settled(page)
      if (press !== '') await open(page, press)
      expect(await page.locator('.page:visible').evaluate((frame) => getComputedStyle(frame).getPropertyValue('--k'))).toBe(String(size.k))
      problems.push(...(await look(page)).map((problem) => `k ${size.k}, ${problem}`))
    }
    await page.addStyleTag({ content: frameOfWeChat })
    problems.push(...(await look(page, [screens[1]])).map((problem) => `as WeChat frames it, ${problem}`))
    await page.context().close()
    expect(problems).toEqual([])
  })

  it('a failed command leaves half of the screen to read, and its button within reach', async () => {
    const page = await stage.open('/#/themeday/plan/index', '田有福', screens[1])
    const browser = await page.context().newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
    await page.reload()
    await settled(page)
    await page.getByLabel('哪一天').fill('2026-11-28')
    await page.getByLabel('办什么').fill('学习')
    await page.getByLabel('在哪里').fill('会议室')
    await page.context().setOffline(true)
    await button(page, '定下来').click()
    await page.getByRole('alert').waitFor()
    expect(await page.locator('.page-foot').evaluate((foot) => foot.clientHeight)).toBeGreaterThan(screens[1].height / 2)
    expect(await problemsOf(page)).toEqual([])
    await button(page, '定下来').scrollIntoViewIfNeeded()
    const box = await button(page, '定下来').boundingBox()
    expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(screens[1].height)
    await page.context().close()
  })
})
