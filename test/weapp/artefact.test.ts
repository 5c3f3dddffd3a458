/** The built mini-program as WeChat would take it: what is in it, how heavy it is, and what must never be in it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { weapp } from './phone'

const files = readdirSync(weapp, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(weapp, file)).isFile())
const text = (file: string) => readFileSync(join(weapp, file), 'utf8')
const bytesOf = (list: readonly string[]) => list.reduce((sum, file) => sum + statSync(join(weapp, file)).size, 0)

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}
const app: AppJson = JSON.parse(text('app.json'))
const rooms = app.subPackages.map(({ root }) => root)
const isUnder = (root: string) => (file: string) => file.startsWith(`${root}/`)
const ofMain = files.filter((file) => !rooms.some((root) => isUnder(root)(file)))

it('the main package holds what a first scan needs and weighs at most 700 KB', () => {
  expect(app.pages).toEqual(['main/home/index', 'main/landing/index', 'main/claim/index', 'main/check-in/index', 'main/me/index'])
  const known =
    /^(main\/[\w-]+\/index\.\w+|(app|app-origin|base|common|comp|runtime|taro|vendors|utils|project\.config)\.\w+(\.LICENSE\.txt)?)$/
  expect(ofMain.filter((file) => !known.test(file))).toEqual([])
  const bytes = bytesOf(ofMain)
  const heaviest = [...ofMain].sort((a, b) => bytesOf([b]) - bytesOf([a])).map((file) => `${Math.ceil(bytesOf([file]) / 1024)} KB ${file}`)
  process.stdout.write(`main package ${Math.ceil(bytes / 1024)} KB: ${heaviest.slice(0, 8).join(', ')}\n`)
  expect(bytes).toBeGreaterThan(100 * 1024)
  expect(bytes).toBeLessThanOrEqual(700 * 1024)
})

it.each(rooms)('the sub-package %s weighs at most 200 KB and has all its pages', (root) => {
  const pages = app.subPackages.find((part) => part.root === root)?.pages ?? []
  for (const page of pages) expect(files).toContain(`${root}/${page}.js`)
  expect(bytesOf(files.filter(isUnder(root)))).toBeLessThanOrEqual(200 * 1024)
})

it('no schema library reaches the phone', () => {
  expect(files.filter((file) => file.endsWith('.js') && /ZodError|safeParse/.test(text(file)))).toEqual([])
})

it('nothing of a browser reaches the phone', () => {
  expect(files.filter((file) => file.endsWith('.js') && /localStorage|navigator\.clipboard|h5\/0\.1\.0/.test(text(file)))).toEqual([])
})

it('what can be told to those who listen is in the templates', () => {
  const templates = text('base.wxml')
  for (const name of ['role', 'label', 'checked', 'selected', 'disabled', 'expanded', 'live'])
    expect(templates).toContain(`aria-${name}="{{`)
  // An empty one may hide things on a phone.
  expect(templates).not.toContain('aria-hidden')
})

it('styles stay small, and words are never measured by the width of the screen', () => {
  const styles = files.filter((file) => file.endsWith('.wxss'))
  expect(styles.length).toBeGreaterThan(5)
  expect(styles.filter((file) => bytesOf([file]) >= 100 * 1024)).toEqual([])
  expect(styles.filter((file) => /\drpx/.test(text(file)))).toEqual([])
})

it('asks for nothing of a person but a code to scan', () => {
  const asked = /getLocation|chooseLocation|getUserProfile|getPhoneNumber|chooseImage|chooseMedia|requiredPrivateInfos/
  const pages = files.filter((file) => /^(main|themeday|claims|organisation|common|app)\b.*\.js(on)?$/.test(file))
  expect(pages.filter((file) => asked.test(text(file)))).toEqual([])
})
