/** A page for whoever opens it, at both ends of width and of word size: nothing cut, too small, unreachable or red twice. */
import type { BrowserContext, Page } from 'playwright-core'
import { ways } from '#shared/themeday/ids'
import { checkInFor } from '../assists/help'
import { dataOf, type Village } from '../village/village'
import { layoutProblems, problemsOf } from './checks'
import type { Opened } from './pages'
import { openStage, type Stage, settled } from './stage'

/** Small phones: what fits there fits everywhere. */
const wide = { width: 375, height: 667 } as const
const narrow = { width: 320, height: 568 } as const

interface Size {
  readonly k: number
  readonly chosen: number
  readonly browser: number
}

/** As a phone is handed over, as large as can be chosen here, and for a person who has told the browser itself to double its words. */
const standard: Size = { k: 1, chosen: 1, browser: 16 }
const large: Size = { k: 1.6, chosen: 1.6, browser: 16 }
const doubled: Size = { k: 2, chosen: 1, browser: 32 }

/** What fits at both ends fits between them; large words were made for members, so theirs are looked at as well. */
const ends: readonly Size[] = [standard, doubled]
export const everySize: readonly Size[] = [standard, large, doubled]

/** What WeChat draws over a page: the status bar above it, its menu at the right of the row of tools. */
const frameOfWeChat = '.page { --above: 36px; --menu: 102px; --below: 84px }'

/** What a path may leave open. */
type Places = Readonly<Record<string, string>>

/** The morning of the theme day: some have come, one was helped and says no, two share a phone. */
export async function morning(village: Village): Promise<Places> {
  const secretary = village.as('老王')
  dataOf(await secretary.themeday.setHabits({ ways: [...ways] }))
  const { themeDayId, code: wall } = await village.themeDay('08:56')
  const memberIds = ['李秀兰', '陈芳', '何国庆', '唐双喜'].map((name) => village.person(name).memberId)
  dataOf(await secretary.themeday.rollCall({ themeDayId, memberIds }))
  dataOf(await secretary.themeday.checkIn({ themeDayId, via: 'code' }))
  for (const whom of ['阿强', '徐大勇']) dataOf(await checkInFor(village, { who: '老王', whom, themeDayId }))
  const [deed] = dataOf(await village.as('阿强').assists.list({})).rows
  dataOf(await village.as('阿强').assists.object({ assistId: deed?.assistId ?? '', reason: 'notThere' }))
  const { code } = dataOf(await secretary.claims.issue({ personId: village.person('赵大娘').personId }))
  dataOf(await village.as('刘桂兰').claims.bind({ code }))
  const { memberId, groupId = '' } = village.person('张大爷')
  dataOf(await secretary.members.update({ memberId, version: 1, phone: '13800000001' }))
  const document = '青组发〔2026〕5号'
  dataOf(await village.as('沈文').systems.turn({ system: 'registerFields', isOn: true, since: '2026-11-01', document }))
  const card = dataOf(await village.as('张大爷').members.getCard({})).code
  return { member: memberId, card, wall, town: village.committeeId, branch: village.branchId, themeDay: themeDayId, group: groupId }
}

/** The afternoon: what 张大爷 tapped without a signal has only now arrived. */
export async function afternoon(village: Village): Promise<Places> {
  const { themeDayId } = await village.themeDay('09:02')
  const tapped = { at: village.clock.now(), clockOffMs: 0 }
  village.clock.set('2026-11-25', '14:00')
  dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home', tapped }))
  return { themeDay: themeDayId }
}

/** One test a page; each file of them has a stage of its own, so that files can be looked at side by side. */
export function seeEvery(title: string, pages: readonly Opened[], lay: (village: Village) => Promise<Places>, sizes = ends): void {
  describe(title, () => {
    let stage: Stage
    let places: Places
    const phones = new Map<string, Promise<BrowserContext>>()
    /** Everybody keeps one phone, and on it nothing but who they are: each page is met as if it were the first. */
    const phoneOf = (who = '') => {
      const phone = phones.get(who) ?? stage.phone(who === '' ? undefined : who)
      phones.set(who, phone)
      return phone
    }
    beforeAll(async () => {
      stage = await openStage()
      places = await lay(stage.village)
    })
    afterAll(() => stage.close())

    it.each(pages.map(([name, who, path, press = '']) => [name, who, path, press] as const))('%s (%s)', async (_, who, path, press) => {
      const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => places[name] ?? '')
      const page = await stage.openOn(await phoneOf(who), filled)
      try {
        expect(await see(page, press, sizes)).toEqual([])
      } finally {
        await page.evaluate(() => localStorage.clear())
        await page.close()
      }
    })
  })
}

async function see(page: Page, press: string, sizes: readonly Size[]): Promise<readonly string[]> {
  const problems: string[] = []
  const browser = await page.context().newCDPSession(page)
  for (const { k, chosen, browser: words } of sizes) {
    // A phone is handed over in standard words.
    if (k !== 1) {
      await page.evaluate((size) => localStorage.setItem('lianxin.textSize', String(size)), chosen)
      await browser.send('Page.setFontSizes', { fontSizes: { standard: words } })
      await page.reload()
      await settled(page)
    }
    if (press !== '') {
      await page.locator('.tappable:visible', { hasText: press }).first().click()
      await settled(page)
    }
    expect(await page.locator('.page:visible').evaluate((frame) => getComputedStyle(frame).getPropertyValue('--k'))).toBe(String(k))
    const found = [...(await look(page, wide, layoutProblems)), ...(await look(page, narrow, problemsOf))]
    problems.push(...found.map((problem) => `k ${k}, ${problem}`))
  }
  await page.addStyleTag({ content: frameOfWeChat })
  problems.push(...(await look(page, narrow, layoutProblems)).map((problem) => `as WeChat frames it, ${problem}`))
  return problems
}

async function look(page: Page, screen: typeof wide | typeof narrow, problems: typeof problemsOf): Promise<readonly string[]> {
  await page.setViewportSize(screen)
  return (await problems(page)).map((problem) => `${screen.width} wide: ${problem}`)
}
