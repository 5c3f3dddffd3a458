/** What every page must hold for old eyes and unsteady fingers, whatever its story (STYLE.md, "Screens"). */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface AxeRun {
  run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** Rules of WCAG 2.0 to 2.2, levels A and AA. */
async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: AxeRun }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      // What holds need not be listed, and there is nothing to be fetched.
      resultTypes: ['violations'],
      preload: false,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  })
}

/** Things to tap that are too small for a thumb, or cannot be reached by the keyboard. */
function tapProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('[role=button],[role=tab],[role=radio],[role=link],a[href],input,textarea,select'),
    ]
    const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
    return shown.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const name = (element.getAttribute('aria-label') ?? element.textContent ?? element.className).slice(0, 30)
      const isLarge = /press-primary|press-row|row-press/.test(element.className) && !element.className.includes('press-small')
      const least = isLarge ? 59.5 : 43.5
      const small = height < least || width < 43.5 ? [`${name}: ${Math.round(width)}×${Math.round(height)}`] : []
      const unreachable =
        element.tabIndex < 0 && element.getAttribute('aria-disabled') !== 'true' ? [`${name}: not reachable by keyboard`] : []
      return [...small, ...unreachable]
    })
  })
}

/** Anything wider than the screen, and any text that is cut. */
function reflowProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const wide = root.scrollWidth > root.clientWidth ? [`page ${root.scrollWidth} > ${root.clientWidth}`] : []
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.t-aside, .scrolls') !== null) return []
      const style = getComputedStyle(element)
      const name = `${element.className} "${element.textContent?.slice(0, 20)}"`
      const right = element.getBoundingClientRect().right
      const beyond = element.children.length === 0 && right > root.clientWidth + 1 ? [`beyond the edge: ${name}`] : []
      const hides =
        style.overflow === 'hidden' &&
        element.textContent !== '' &&
        element.scrollHeight > element.clientHeight + 2 &&
        element.clientHeight > 0
      return [...beyond, ...(hides ? [`cut: ${name}`] : []), ...(style.textOverflow === 'ellipsis' ? [`abbreviated: ${name}`] : [])]
    })
    return [...wide, ...cut]
  })
}

/** An example in a field that is longer than the field: it cannot be scrolled, so its end is never read. */
function exampleProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')
    const empty = [...document.querySelectorAll<HTMLInputElement>('input[placeholder]')].filter(({ value }) => value === '')
    return empty.flatMap((field) => {
      if (pen === null || field.getClientRects().length === 0) return []
      const { paddingLeft, paddingRight } = getComputedStyle(field)
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      pen.font = getComputedStyle(field, '::placeholder').font
      return pen.measureText(field.placeholder).width > room + 1 ? [`cut example: ${field.placeholder}`] : []
    })
  })
}

/** Less than half of the screen left for what stands above the foot, or a foot that cannot be reached. */
function footProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const [frame] = [...document.querySelectorAll<HTMLElement>('.page')].filter((one) => one.getClientRects().length > 0)
    const scroll = frame?.querySelector('.page-scroll')
    if (frame === undefined || !scroll) return ['no page']
    const isShort = scroll.clientHeight < innerHeight / 2 - 1
    const end = scroll.getBoundingClientRect().bottom - frame.getBoundingClientRect().top + frame.scrollTop
    const isLost = frame.scrollHeight < end + (frame.querySelector('.page-foot')?.clientHeight ?? 0) - 1
    return [...(isShort ? [`only ${scroll.clientHeight} of ${innerHeight} to read`] : []), ...(isLost ? ['the foot is out of reach'] : [])]
  })
}

/** Text smaller than sixteen. */
function fontProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (element === null || node.textContent?.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue
      if (/^(SCRIPT|STYLE|NOSCRIPT)$/.test(element.tagName)) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size < 16) small.push(`${size}: ${node.textContent?.trim().slice(0, 20)}`)
    }
    return small
  })
}

/** More than one red button is none: red means "do it". What a sheet covers does not count while it is open. */
async function redProblems(page: Page): Promise<string[]> {
  const sheet = page.locator('[role=dialog]:visible')
  const within = (await sheet.count()) > 0 ? sheet : page.locator('body')
  const reds = await within.locator('.press-primary:visible').count()
  return reds > 1 ? [`${reds} primary buttons`] : []
}

/** What the width of a screen can change. */
export async function layoutProblems(page: Page): Promise<string[]> {
  const found = [
    await reflowProblems(page),
    await exampleProblems(page),
    await footProblems(page),
    await fontProblems(page),
    await tapProblems(page),
    await redProblems(page),
  ]
  return found.flat()
}

/** Names, roles and contrast as well: no style of a screen asks how narrow it is, so one width tells for all. */
export async function problemsOf(page: Page): Promise<string[]> {
  return [...(await layoutProblems(page)), ...(await axeViolations(page))]
}

/** How many sheets a print is. */
export function pagesIn(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}
