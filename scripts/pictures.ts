/**
 * `npm run pictures -- FOLDER`: every page as a picture: 375 wide in standard and in large words (-big), and 320 wide in
 * words doubled by the browser itself (-double). Those in the README are copies of these.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { duesComeIn } from '../test/journeys/pages-dues-collectors'
import { type Eyes, openStage, settled } from '../test/journeys/stage'
import { dataOf } from '../test/village/village'

/** How a picture's name ends, whose eyes it is for, and what the browser was told about its words (px). */
const sizes: readonly (readonly [ending: string, eyes: Eyes, browser?: number])[] = [
  ['', { width: 375, height: 812 }],
  ['-big', { width: 375, height: 812, k: 1.6 }],
  ['-double', { width: 320, height: 690 }, 32],
]

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'dist/pictures')
  mkdirSync(folder, { recursive: true })
  const stage = await openStage({ isDemonstration: true })
  const { village } = stage
  const { themeDayId, code } = await village.themeDay('08:56')
  const issued = dataOf(await village.as('老王').claims.issue({ personId: village.person('宋秋菊').personId }))
  const called = ['李秀兰', '陈芳', '何国庆', '唐双喜', '吴小燕', '马建华', '黄丽'].map((name) => village.person(name).memberId)
  dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: called }))
  dataOf(await village.as('刘桂兰').themeday.checkIn({ themeDayId, via: 'code' }))
  const { memberId, groupId: group = '' } = village.person('张大爷')
  dataOf(await village.as('老王').members.update({ memberId, version: 1, phone: '13800000001' }))
  dataOf(await village.as('老王').members.revealPhone({ memberId }))
  const hers = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
  dataOf(await village.as('阿强').claims.bind({ code: hers.code }))
  const { branchId } = village
  const { owes = '' } = await duesComeIn(village)
  const pages: readonly (readonly [name: string, who: string | undefined, path: string, then?: string])[] = [
    ['claim', undefined, `/s/${code}`],
    ['is-it-you', undefined, `/s/${issued.code}`],
    ['member-home', '张大爷', '/'],
    ['check-in', '张大爷', `/s/${code}`],
    ['checked-in', '刘桂兰', `/s/${code}`],
    ['unknown-code', '张大爷', '/s/ZZZZ9999'],
    ['me', '张大爷', '/#/main/me/index'],
    ['secretary-month', '老王', '/#/themeday/month/index'],
    ['month-none-planned', '田有福', '/#/themeday/month/index'],
    ['plan', '田有福', '/#/themeday/plan/index'],
    ['on-site', '老王', `/#/themeday/on-site/index?themeDayId=${themeDayId}`],
    ['on-site-code', '老王', `/#/themeday/on-site/index?themeDayId=${themeDayId}`, '亮码，让大家扫'],
    ['register', '老王', `/#/themeday/register/index?themeDayId=${themeDayId}`],
    ['remind', '老王', `/#/themeday/remind/index?themeDayId=${themeDayId}`],
    ['poster', '老王', `/#/themeday/poster/index?themeDayId=${themeDayId}`],
    ['minutes', '老王', `/#/themeday/minutes/index?themeDayId=${themeDayId}`],
    ['close', '老王', `/#/themeday/close/index?themeDayId=${themeDayId}`],
    ['habits', '老王', '/#/themeday/habits/index'],
    ['group', '徐大勇', `/#/themeday/group/index?themeDayId=${themeDayId}`],
    ['event', '张大爷', `/#/main/event/index?themeDayId=${themeDayId}`],
    ['notices', '张大爷', '/#/main/notices/index'],
    ['practice', '张大爷', '/#/main/practice/index'],
    ['card', '张大爷', '/#/members/card/index'],
    ['town', '方敏', '/#/themeday/town/index'],
    ['people', '老王', '/#/claims/people/index'],
    ['sheet', '老王', `/#/claims/sheet/index?groupId=${group}`],
    ['branches-county', '沈文', '/#/organisation/branches/index'],
    ['branches-town', '方敏', '/#/organisation/branches/index'],
    ['found', '沈文', '/#/organisation/found/index'],
    ['no-right', '张大爷', '/#/themeday/month/index'],
    ['household', '阿强', '/#/main/claim/index'],
    ['household-check-in', '阿强', `/s/${code}`],
    ['household-together', '阿强', `/s/${code}`, '我们都到了'],
    ['household-me', '阿强', '/#/main/me/index'],
    ['devices', '张大爷', '/#/claims/devices/index'],
    ['privacy', '张大爷', '/#/claims/privacy/index'],
    ['who-looked', '张大爷', '/#/assists/mine/index'],
    ['objections', '方敏', '/#/assists/objections/index'],
    ['help', '老王', `/#/themeday/help/index?themeDayId=${themeDayId}`],
    ['late', '老王', '/#/themeday/late/index'],
    ['roster', '老王', '/#/members/roster/index'],
    ['member', '老王', `/#/members/member/index?memberId=${memberId}`],
    ['add-member', '老王', '/#/members/add/index'],
    ['groups', '老王', '/#/organisation/groups/index'],
    ['officers', '老王', '/#/roles/officers/index'],
    ['give', '方敏', `/#/roles/give/index?unitId=${branchId}`],
    ['hand-over', '方敏', `/#/roles/hand-over/index?unitId=${branchId}`],
    ['units-county', '沈文', '/#/organisation/units/index'],
    ['units-branch', '沈文', `/#/organisation/units/index?unitId=${branchId}`],
    ['switches', '沈文', '/#/systems/switches/index'],
    ['dues-mine', '张大爷', '/#/dues/mine/index'],
    ['dues-collect', '陈芳', '/#/dues/collect/index'],
    ['dues-payment', '陈芳', `/#/dues/payment/index?memberId=${owes}`],
    ['dues-day', '陈芳', '/#/dues/day/index?day=2026-11-25'],
    ['dues-check', '刘桂兰', '/#/dues/check/index'],
    ['dues-approvals', '老王', '/#/dues/approvals/index'],
    ['dues-approve', '老王', `/#/dues/approve/index?memberId=${owes}`],
    ['dues-settings', '老王', '/#/dues/settings/index'],
    ['dues-arrears', '老王', '/#/dues/arrears/index'],
    ['dues-hand-in', '老王', '/#/dues/hand-in/index'],
    ['dues-book', '李秀兰', '/#/dues/book/index'],
    ['dues-register', '老王', '/#/dues/register/index?year=2026'],
    ['dues-sheet', '老王', '/#/dues/year-sheet/index'],
    ['dues-town', '方敏', '/#/dues/town/index'],
    ['rounding', '沈文', '/#/dues/rounding/index'],
  ]
  for (const [name, who, path, then] of pages) {
    for (const [ending, eyes, standard] of sizes) {
      const page = await stage.open(path, who, eyes)
      if (standard !== undefined) {
        const browser = await page.context().newCDPSession(page)
        await browser.send('Page.setFontSizes', { fontSizes: { standard } })
        await page.reload()
        await settled(page)
      }
      if (then !== undefined) await page.getByRole('button', { name: then }).first().click()
      await page.screenshot({ path: join(folder, `${name}${ending}.png`) })
      await page.context().close()
    }
    process.stdout.write(`${name}\n`)
  }
  await stage.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
