/** What a scanner would read off a page: the dark modules as they are drawn, which must be those of the address. */
import type { Page } from 'playwright-core'
import { encode } from 'uqr'

/** Level Q, four modules of white: what every code here is made with. */
export const modulesOf = (text: string) => encode(text, { ecc: 'Q', border: 4, boostEcc: false }).data

/** The dark modules of the nth code shown on the page, row by row. */
export async function drawn(page: Page, nth = 0): Promise<boolean[][]> {
  const picture = await page
    .locator('.code-view:visible')
    .nth(nth)
    .evaluate((element) => getComputedStyle(element).backgroundImage)
  const svg = decodeURIComponent(picture)
  const size = Number(/viewBox='0 0 (\d+) /.exec(svg)?.[1])
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  return modules
}

/** The address a code says it leads to; that it is drawn as said is for the caller to compare. */
export async function addressOf(page: Page): Promise<string> {
  return (await page.locator('.code-view:visible').first().getAttribute('data-code')) ?? ''
}
