/** What is shipped to browsers is read by the least of them, and an older one is told in words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ecmaVersion, parse } from 'acorn'
import type { Page } from 'playwright-core'
import { h5, openStage, type Stage } from './stage'

const scripts = readdirSync(h5, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))

const problemsOf = (file: string, level: ecmaVersion) => {
  try {
    parse(readFileSync(join(h5, file), 'utf8'), { ecmaVersion: level })
    return []
  } catch (problem) {
    return [`${file}: ${problem}`]
  }
}

it('every script is written in the JavaScript of 2019, the one for older browsers in that of 2009', () => {
  expect(scripts.length).toBeGreaterThan(50)
  expect(scripts.flatMap((file) => problemsOf(file, 2019))).toEqual([])
  expect(problemsOf('old-browser.js', 5)).toEqual([])
})

describe('before the first page stands', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  /** A phone on which something is done to the page before it opens; what breaks there is meant to. */
  const opened = async (prepare: (page: Page) => Promise<unknown>) => {
    const page = await (await stage.phone()).newPage()
    await prepare(page)
    await page.goto(`${stage.village.url}/`, { waitUntil: 'commit' })
    return page
  }
  const app = /\/js\/app\.[^/]*\.js$/

  it('it says that it opens, for as long as its scripts are on their way', async () => {
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const page = await opened((one) =>
      one.route(app, async (route) => {
        await arrived
        await route.continue()
      }),
    )
    await page.getByText('正在打开').waitFor()
    arrive()
    await page.locator('#app .page').first().waitFor()
    await page.getByText('正在打开').waitFor({ state: 'hidden' })
  })

  it('a browser that cannot read the scripts says that it is too old, and what to do', async () => {
    const page = await opened((one) => one.route(app, (route) => route.fulfill({ contentType: 'text/javascript', body: 'let = ?;' })))
    await page.getByText('这个浏览器太旧').waitFor()
    expect(await page.getByText('正在打开').isVisible()).toBe(false)
  })

  it('so does one that reads them but lacks what they take as given', async () => {
    const page = await opened((one) => one.addInitScript(() => Reflect.deleteProperty(window, 'Map')))
    await page.getByText('这个浏览器太旧').waitFor()
    // Nothing can be asked of it any more, by whoever closes the stage either.
    await page.close()
  })

  it('a script that never came is the network, and not the browser', async () => {
    const page = await opened((one) => one.route(app, (route) => route.abort()))
    await page.getByText('网络不好').waitFor()
  })
})
