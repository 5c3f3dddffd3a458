/** A browser before the built pages, and a village behind them: what an acceptance story is played on. */
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/ensure-browser'
import { newVillage, type Village } from '../village/village'
import { atRest, countAsking, leaveAllAlone } from './asking'

export const h5 = join(__dirname, '../../dist/client/h5')

export const flags: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Eyes {
  readonly width?: number
  readonly height?: number
  /** how large words are: 1, 1.3, 1.6 */
  readonly k?: number
  /** what the phone's own clock says (ms); this machine's time when absent, days away from the village's */
  readonly clockAt?: number
}

export interface Stage {
  readonly village: Village
  /** A phone in somebody's hands (or nobody's), with the page open and settled. */
  open(path: string, who?: string, eyes?: Eyes): Promise<Page>
  /** A phone of somebody's that opens one page after the other, and reads the scripts of all of them once. */
  phone(who?: string): Promise<BrowserContext>
  openOn(phone: BrowserContext, path: string, clockAt?: number): Promise<Page>
  close(): Promise<void>
}

export async function openStage(options: { readonly isDemonstration?: boolean } = {}): Promise<Stage> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no browser: npm test gets one')
  const [village, browser] = await Promise.all([newVillage({ h5, ...options }), chromium.launch({ executablePath, args: [...flags] })])
  const contexts: BrowserContext[] = []
  const errors: string[] = []
  const phone = async (who?: string, eyes: Eyes = {}) => {
    const context = await phoneOf(browser, village, who, eyes)
    contexts.push(context)
    return context
  }
  const openOn = async (context: BrowserContext, path: string, clockAt?: number) => {
    const page = await context.newPage()
    page.setDefaultTimeout(45_000)
    listenForErrors(page, errors)
    if (clockAt !== undefined) await page.clock.setFixedTime(clockAt)
    await page.goto(`${village.url}${path}`)
    await settled(page)
    return page
  }
  return {
    village,
    phone,
    openOn,
    open: async (path, who, eyes = {}) => openOn(await phone(who, eyes), path, eyes.clockAt),
    async close() {
      errors.push(...(await leaveAllAlone(browser)))
      await Promise.all(contexts.map((context) => context.close()))
      await browser.close()
      await village.close()
      if (errors.length > 0) throw new Error(`in the browser: ${[...new Set(errors)].join('\n')}`)
    },
  }
}

async function phoneOf(
  browser: Browser,
  village: Village,
  who: string | undefined,
  { width = 375, height = 812, k = 1 }: Eyes,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  })
  const kept = { 'lianxin.textSize': JSON.stringify(k), ...(who === undefined ? {} : { 'lianxin.token': village.browser(who).token }) }
  await countAsking(context)
  await context.addInitScript((items) => {
    // Only on a new phone: what the pages keep later stays.
    if (localStorage.getItem('lianxin.textSize') !== null) return
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value)
  }, kept)
  return context
}

/** A page that breaks in its script, or asks for what it may not have, fails the story at its end. */
function listenForErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const isOffline = message.text().includes('net::ERR_INTERNET_DISCONNECTED')
    if (message.type() === 'error' && !isOffline) errors.push(message.text().slice(0, 300))
  })
}

/** Two pictures were drawn: what was answered stands on the screen. */
const drawnTwice = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))

/** Nothing is on its way any more and no skeleton stands. A page opened by its hash alone asks after the load is over. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState()
  await atRest(page)
  await page.waitForFunction(
    () => document.querySelector('.skeleton') === null && (document.querySelector('#app')?.textContent ?? '').trim() !== '',
  )
  await drawnTwice(page)
}

/** The words on the page now open, as read. Taro keeps pages below in the document, hidden. */
export function words(page: Page): Promise<string> {
  return page.locator('body').innerText()
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).and(page.locator(':visible'))

/** None of it is there any more; while it goes, it may still be there more than once (in a row, and in the question about that row). */
export const gone = (what: Locator) => what.first().waitFor({ state: 'detached' })
