/** Where `gap` in rows and columns is unknown, margins keep things apart as far as it would. */
import type { Page } from 'playwright-core'
import { morning } from './every-page'
import { openStage, type Stage, settled } from './stage'

/** The condition that only browsers without `gap` fulfil (config/flex-gap.js), wherever it stands in a style. */
const onlyOld = /@supports not \(\(inset-block:\s?0\) or \(ruby-position:\s?over\)\)/g

/** A style as the others read it: fulfilled by all. */
async function withMargins(page: Page): Promise<void> {
  await page.route(/\.css$/, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replace(onlyOld, '@media all') })
  })
}

/** Neighbours that stand closer than the row or column wants them, once `gap` itself is gone. */
function tooClose(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.taro_page:last-of-type *')].flatMap((box) => {
      const { display, flexDirection, columnGap, rowGap } = getComputedStyle(box)
      if (!display.endsWith('flex')) return []
      const isColumn = flexDirection.startsWith('column')
      const gap = Number.parseFloat(isColumn ? rowGap : columnGap) || 0
      return gap === 0 ? [] : [{ box, isColumn, gap }]
    })
    for (const { box } of boxes) box.style.gap = '0'
    return boxes.flatMap(({ box, isColumn, gap }) => {
      const children = [...box.children].filter((child) => {
        const { position, display } = getComputedStyle(child)
        return position !== 'absolute' && position !== 'fixed' && display !== 'none' && child.getBoundingClientRect().height > 0
      })
      return children.flatMap((child, index) => {
        const before = children[index - 1]?.getBoundingClientRect()
        const here = child.getBoundingClientRect()
        if (before === undefined || (!isColumn && here.top >= before.bottom)) return []
        const between = isColumn ? here.top - before.bottom : here.left - before.right
        return between >= gap - 0.6 ? [] : [`${box.className} > ${child.className || child.tagName}: ${between.toFixed(1)} of ${gap}`]
      })
    })
  })
}

describe('without gap', () => {
  let stage: Stage
  let places: Readonly<Record<string, string>>
  beforeAll(async () => {
    stage = await openStage()
    places = await morning(stage.village)
  })
  afterAll(() => stage.close())

  it.each([
    ['home', '张大爷', '/'],
    ['check-in', '张大爷', '/s/{wall}'],
    ['me', '张大爷', '/#/main/me/index'],
    ['home, a secretary', '老王', '/'],
    ['the month', '老王', '/#/themeday/month/index'],
    ['planning', '田有福', '/#/themeday/plan/index'],
    ['on site', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}'],
    ['the register', '老王', '/#/themeday/register/index?themeDayId={themeDay}'],
    ['a member', '老王', '/#/members/member/index?memberId={member}'],
    ['the roster', '老王', '/#/members/roster/index'],
    ['handing over', '方敏', '/#/roles/hand-over/index?unitId={branch}'],
    ['dues of mine', '张大爷', '/#/dues/mine/index'],
  ])('%s', async (_, who, path) => {
    const phone = await stage.phone(who)
    const page = await phone.newPage()
    await withMargins(page)
    const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => places[name] ?? '')
    await page.goto(`${stage.village.url}${filled}`)
    await settled(page)
    expect(await tooClose(page)).toEqual([])
    await phone.close()
  })
})
