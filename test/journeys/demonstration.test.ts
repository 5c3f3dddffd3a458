/** What a newcomer does first: start it, scan the code on the wall, say who one is, tap once. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/ensure-browser'
import { countAsking, leaveAlone } from './asking'
import { problemsOf } from './checks'
import { command, readyUrl, start, stop } from './commands'
import { button, flags, settled, words } from './stage'

it('ends with npm, when npm is told to end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newcomer-'))
  const npm = spawn('npm', ['start', '--', '--demo', '--port', '0', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await readyUrl(npm)
  expect((await fetch(`${url}/health`)).status).toBe(200)
  npm.kill('SIGTERM')
  const isGone = async (): Promise<boolean> => {
    try {
      // A connection of its own each time: one that is kept open would be waited for.
      await (await fetch(`${url}/health`, { headers: { connection: 'close' } })).text()
      return isGone()
    } catch {
      return true
    }
  }
  expect(await isGone()).toBe(true)
  rmSync(folder, { recursive: true, force: true })
})

it('goes from the code to 签到成功 in one tap after choosing who one is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newcomer-'))
  // Late in the evening the demonstration's theme day is tomorrow's: the story is played in the morning, wherever the machine stands.
  const server = await start('--demo', '--port', '0', '--data', folder, '--now', '2026-11-25T08:50:00+08:00')
  const executablePath = findBrowser()
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: [...flags] })
  try {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 } })
    await countAsking(context)
    const page = await context.newPage()
    await page.goto(`${server.url}/s/DANGRI01`)
    await page.getByText('想当哪一位').waitFor()
    await settled(page)
    expect(await problemsOf(page)).toEqual([])
    await page.getByText('张建国').click()
    await button(page, '我到了，签到').click()
    await page.getByText('签到成功').waitFor()
    expect(await words(page)).toContain('8:50 已记下')
    await leaveAlone(page)
    for (const word of ['签到成功', '8:50 已记下']) expect(await words(page)).toContain(word)
    expect(() => command('found.ts', '--county', '青石县', '--admin', '沈文', '--data', folder)).toThrow('正被另一个程序使用')
  } finally {
    await browser.close()
    expect(await stop(server, 'SIGTERM')).toBe(0)
    expect(() => command('found.ts', '--county', '青石县', '--admin', '沈文', '--data', folder)).toThrow('示范村')
    rmSync(folder, { recursive: true, force: true })
  }
})
