/**
 * Every page in an engine that lacks what came after the oldest browsers README promises: it is taken away before the page's first
 * script runs. Asked over the browser's own protocol, since the driver's words in a page need what was taken away.
 */
import { type Browser, type BrowserContext, type CDPSession, chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/ensure-browser'
import { leastBrowsers, newerInBrowser, newerScripts, takeAway } from '../setup/newer'
import { often } from '../setup/often'
import { newVillage, type Village } from '../village/village'
import { afternoon, morning } from './every-page'
import { afterTheDay, type Opened, ofMembers, ofSecretaries, ofTownAndCounty } from './pages'
import { duesWentUp, ofDuesAbove } from './pages-dues-above'
import { duesApproved, ofDuesApprovals } from './pages-dues-approvals'
import { duesComeIn, ofDuesCollectors } from './pages-dues-collectors'
import { duesOfMembers, ofDuesMembers } from './pages-dues-members'
import { flags, h5 } from './stage'

const missing = [...newerScripts(leastBrowsers), ...newerInBrowser(leastBrowsers)]

type Places = Readonly<Record<string, string>>
type Lay = (village: Village) => Promise<Places>

const villages: readonly (readonly [string, Lay, readonly Opened[]])[] = [
  ['on the morning of the theme day', morning, [...ofMembers, ...ofSecretaries, ...ofTownAndCounty]],
  ['after the day', afternoon, afterTheDay],
  ['with dues to approve', duesApproved, ofDuesApprovals],
  ['with dues to pay', duesOfMembers, ofDuesMembers],
  ['with dues coming in', duesComeIn, ofDuesCollectors],
  ['with dues that went up', duesWentUp, ofDuesAbove],
]

const byEverybody = often(0, 1) === 1

/** Each page by somebody who may read it, and when it is proved by everybody; what is tapped on it runs on the same scripts. */
const onceEach = (pages: readonly Opened[]) => {
  const all = pages
    .filter(([name]) => byEverybody || !name.endsWith('no right'))
    .map(([, who, path]) => ({ who, path, key: `${path.split('?')[0]}${byEverybody ? ` ${who}` : ''}` }))
  return all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index)
}

/** Whether the page stands, as soon as it does; no, when it takes too long. */
const stands = `new Promise((tell) => {
  const look = () => {
    if (document.querySelector('#app .page') !== null && document.querySelector('.skeleton') === null) tell(true)
    else if (performance.now() > 30000) tell(false)
    else requestAnimationFrame(look)
  }
  look()
})`

/** What no page brings with it: of the language, of documents, of the window. */
const newer = '[typeof [].findLast, typeof document.body.replaceChildren, typeof window.structuredClone]'

const ask = async (engine: CDPSession, expression: string): Promise<unknown> =>
  (await engine.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })).result.value

/** All that a page says went wrong, whether it was caught there or not. */
async function listen(engine: CDPSession): Promise<readonly string[]> {
  const errors: string[] = []
  engine.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => errors.push(exception?.description ?? text))
  engine.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') errors.push(args.map(({ description, value }) => String(description ?? value)).join(' '))
  })
  await engine.send('Runtime.enable')
  return errors
}

let browser: Browser
beforeAll(async () => {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no browser: npm test gets one')
  browser = await chromium.launch({ executablePath, args: [...flags] })
})
afterAll(() => browser.close())

describe.each(villages)('in an old engine, %s', (_, lay, pages) => {
  let village: Village
  let phone: BrowserContext
  let places: Places

  beforeAll(async () => {
    village = await newVillage({ h5 })
    phone = await browser.newContext({ viewport: { width: 375, height: 667 } })
    places = await lay(village)
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it.each(onceEach(pages))('$path is read by $who', async ({ who, path }) => {
    const page = await phone.newPage()
    const engine = await phone.newCDPSession(page)
    const errors = await listen(engine)
    const token = who === undefined ? '' : `localStorage.setItem('lianxin.token', '${village.browser(who).token}')`
    // One phone that read the scripts once; on it nothing but who opens the page.
    const source = `(${takeAway.toString()})(${JSON.stringify(missing)});localStorage.clear();${token}`
    await engine.send('Page.enable')
    await engine.send('Page.addScriptToEvaluateOnNewDocument', { source })
    const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => places[name] ?? '')
    await engine.send('Page.navigate', { url: `${village.url}${filled}` })
    const seen = { stands: await ask(engine, stands), newer: await ask(engine, newer), errors }
    expect(seen).toEqual({ stands: true, newer: ['undefined', 'undefined', 'undefined'], errors: [] })
    expect(String(await ask(engine, `document.querySelector('#app').innerText`)).trim()).not.toBe('')
    await page.close()
  })
})
