/**
 * A real deployment from nothing, by the commands its operator types: county, branch from pasted names, theme day, some
 * scanned and some ticked, the printed sheet, a copy, a machine that dies, the copy brought back. The sheet is the same.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { dayOf, timeOf } from '#shared/kernel/day'
import { model } from '../../cloudfunctions/demo/rosters'
import { findBrowser } from '../../scripts/ensure-browser'
import { type Api, apiOf, dataOf, publish } from '../village/village'
import { countAsking, leaveAllAlone } from './asking'
import { command, type Server, start, stop } from './commands'
import { button, flags, settled, words } from './stage'

const codeIn = (text: string) => /([0-9A-Z]{3} [0-9A-Z]{3} [0-9A-Z]{4})/.exec(text)?.[1] ?? ''

/** The typed caller of whoever's token it is. */
function callerOf(url: string, token: string): Api {
  return apiOf(async (body) => {
    const response = await fetch(`${url}/api`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    return response.json()
  })
}

const tokenOf = (page: Page) => page.evaluate(() => localStorage.getItem('lianxin.token') ?? '')

describe('a county that founds itself', () => {
  let browser: Browser
  let place: string
  const servers: Server[] = []
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'founded-'))
    const executablePath = findBrowser()
    if (executablePath === undefined) throw new Error('no browser: npm test gets one')
    browser = await chromium.launch({ executablePath, args: [...flags] })
  })
  afterAll(async () => {
    const storms = await leaveAllAlone(browser)
    await browser.close()
    for (const { child } of servers) child.kill('SIGKILL')
    rmSync(place, { recursive: true, force: true })
    expect(storms).toEqual([])
  })

  const phone = async (token?: string): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 } })
    await countAsking(context)
    if (token !== undefined) await context.addInitScript((held) => localStorage.setItem('lianxin.token', held), token)
    return context
  }
  const claim = async (url: string, code: string): Promise<Page> => {
    const page = await (await phone()).newPage()
    await page.goto(`${url}/s/${code.replace(/ /g, '')}`)
    await button(page, '是我').click()
    return page
  }
  /** The sheet as it would be printed: every word of it, in order. */
  const sheetOf = async (url: string, token: string, themeDayId: string): Promise<string> => {
    const page = await (await phone(token)).newPage()
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${url}/#/themeday/register/index?themeDayId=${themeDayId}`)
    await page.getByText('（盖章）').and(page.locator(':visible')).first().waitFor()
    await settled(page)
    return words(page)
  }

  it('keeps its sheet through a copy, a kill and a restore', async () => {
    const folder = join(place, 'data')
    const founded = command('found.ts', '--county', '青石县', '--admin', '沈文', '--data', folder)
    expect(() => command('found.ts', '--county', '另县', '--admin', '某某', '--data', folder)).toThrow('已经建过县')
    const server = await start('--no-demo', '--port', '0', '--data', folder)
    servers.push(server)
    const { url } = server

    const admin = await claim(url, codeIn(founded))
    await button(admin, '建一个支部').click()
    await admin.getByLabel('乡镇党委叫什么').fill('清溪镇')
    await admin.getByLabel('支部叫什么').fill('示范村支部')
    await admin.getByLabel('党员名单').fill(model.pasted)
    await button(admin, '看一眼再存').click()
    await admin.getByText('还没有存，改好了再建').waitFor()
    expect(await words(admin)).toContain('26 人')
    await button(admin, '就这样，建支部').click()
    await admin.getByText('支部建好了').waitFor()
    await admin.getByText('只能用一次').waitFor()
    const secretaryCode = codeIn(await words(admin))

    const secretary = await claim(url, secretaryCode)
    await secretary.getByText('要办的事').waitFor()
    const wang = callerOf(url, await tokenOf(secretary))
    const now = Date.now()
    const late = dayOf(now + 2 * 3_600_000) === dayOf(now) ? timeOf(now + 2 * 3_600_000) : '23:59'
    const plan = { day: dayOf(now), from: timeOf(now), to: late, topic: '学习', place: '村委会二楼会议室' }
    const { themeDayId, code } = await publish(wang, plan)
    const people = dataOf(await wang.members.list({ limit: 100 })).rows
    const find = (name: string) => {
      const row = people.find((one) => one.name === name)
      if (row === undefined) throw new Error(`${name} is not on the roster`)
      return row
    }

    for (const name of ['张建国', '刘桂兰', '王秀英']) {
      const issued = dataOf(await wang.claims.issue({ personId: find(name).personId }))
      const member = await claim(url, issued.code)
      await member.getByText(`${name}，您好`).waitFor()
      await member.goto(`${url}/s/${code}`)
      await button(member, '我到了，签到').click()
      await member.getByText('签到成功').waitFor()
    }
    const ticked = ['赵玉珍', '林树根', '孙桂英', '王志强'].map((name) => find(name).memberId)
    expect(dataOf(await wang.themeday.rollCall({ themeDayId, memberIds: ticked })).recorded).toHaveLength(4)

    const before = await sheetOf(url, await tokenOf(secretary), themeDayId)
    expect(before).toMatch(/应到\s*26/)
    expect(before).toMatch(/到会\s*7/)
    for (const words of ['张建国', '扫码', '点名', '签名', '盖章', '村委会二楼会议室']) expect(before).toContain(words)

    const copy = join(place, 'copy.tar.gz')
    expect(command('backup.ts', '--to', copy, '--data', folder)).toContain('keys.json')
    await stop(server, 'SIGKILL')
    const restored = join(place, 'restored')
    expect(command('restore.ts', '--from', copy, '--data', restored, '--keys', join(folder, 'keys.json'))).toMatch(/26/)

    const again = await start('--no-demo', '--port', '0', '--data', restored)
    servers.push(again)
    expect(await sheetOf(again.url, await tokenOf(secretary), themeDayId)).toBe(before)
    expect(await stop(again, 'SIGTERM')).toBe(0)
  }, 480_000)
})
