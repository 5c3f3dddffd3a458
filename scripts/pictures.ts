/**
 * `npm run pictures -- FOLDER`: every page of the story as a picture, at 375 wide in standard and largest words. The two in
 * the README are copies of these.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openStage } from '../test/journeys/stage'
import { dataOf } from '../test/village/village'

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
  const group = village.person('张大爷').groupId ?? ''
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
    ['people', '老王', '/#/claims/people/index'],
    ['sheet', '老王', `/#/claims/sheet/index?groupId=${group}`],
    ['branches-county', '沈文', '/#/organisation/branches/index'],
    ['branches-town', '方敏', '/#/organisation/branches/index'],
    ['found', '沈文', '/#/organisation/found/index'],
    ['no-right', '张大爷', '/#/themeday/month/index'],
  ]
  for (const [name, who, path, then] of pages) {
    for (const k of [1, 1.6]) {
      const page = await stage.open(path, who, { width: 375, height: 812, k })
      if (then !== undefined) await page.getByRole('button', { name: then }).click()
      await page.screenshot({ path: join(folder, `${name}${k === 1 ? '' : '-big'}.png`) })
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
