/** What the pages of a browser ask for: when they have come to rest, and whether they stay so while nobody touches them. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Asking, quietMs, watchAsking } from '../setup/quiet'

interface Counted {
  /** Requests so far, and how many of them have no answer yet. */
  made: number
  open: number
  readonly asking: Asking
}

const counts = new WeakMap<Page, Counted>()

/** What a person does, and the network that comes back to what was waiting for it. */
const touches = ['pointerdown', 'click', 'keydown', 'input', 'change', 'online']

/** Before its first page is opened. */
export async function countAsking(context: BrowserContext): Promise<void> {
  context.on('page', countOn)
  await context.exposeBinding('toldOfTouch', ({ page }) => counts.get(page)?.asking.touched())
  await context.addInitScript((events) => {
    const tell = () => Reflect.get(window, 'toldOfTouch')()
    for (const event of events) window.addEventListener(event, tell, { capture: true, passive: true })
  }, touches)
}

function countOn(page: Page): void {
  const counted: Counted = { made: 0, open: 0, asking: watchAsking() }
  counts.set(page, counted)
  const answered = () => {
    counted.open -= 1
  }
  page.on('request', (request) => {
    counted.made += 1
    counted.open += 1
    if (request.isNavigationRequest()) counted.asking.touched()
    else if (new URL(request.url()).pathname === '/api') counted.asking.asked(request.postDataJSON())
  })
  // Another page is opened within the same document, too.
  page.on('framenavigated', () => counted.asking.touched())
  page.on('requestfinished', answered)
  page.on('requestfailed', answered)
}

/** So much of the page's own time goes by: while its script runs, none passes. */
const pass = (page: Page, ms: number) => page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms)

/** So long nothing was asked for. */
const restMs = 150

/** Looks after which an answer is not waited for any longer: a story may have held it back for good. */
const mostLooks = 100

/** Nothing is on its way any more. A page that never comes to rest is not waited for. */
export async function atRest(page: Page, looks = Number.POSITIVE_INFINITY): Promise<void> {
  const counted = counts.get(page)
  let made: number | undefined
  let left = looks
  do {
    const storm = counted?.asking.storm()
    if (storm !== undefined) throw new Error(`${page.url()}: ${storm}`)
    made = counted?.made
    await pass(page, restMs)
    left -= 1
  } while (left > 0 && counted !== undefined && (counted.open > 0 || counted.made !== made))
}

/** Everything has come and nobody touches it for three seconds: since the last tap it may ask twice. */
export async function leaveAlone(page: Page): Promise<void> {
  await atRest(page, mostLooks)
  await pass(page, quietMs)
  counts.get(page)?.asking.wasQuiet()
}

/** However much the last tap has opened: once that is there, it is left alone. */
async function leaveAsItIs(page: Page): Promise<void> {
  await atRest(page, mostLooks)
  counts.get(page)?.asking.touched()
  await leaveAlone(page)
}

/** All that is still open, in the same three seconds; answers what went wrong, in words. */
export async function leaveAllAlone(browser: Browser): Promise<readonly string[]> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  const left = await Promise.allSettled(pages.map(leaveAsItIs))
  return left.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
}
