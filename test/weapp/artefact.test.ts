/** The built mini-program as WeChat would take it: what is in it, how heavy it is, and what must never be in it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
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
  const pages = ['home', 'landing', 'claim', 'check-in', 'me', 'event', 'notices', 'practice']
  expect(app.pages).toEqual(pages.map((name) => `main/${name}/index`))
  const known =
    /^(main\/[\w-]+\/index\.\w+|(app|app-origin|base|common|comp|runtime|taro|vendors|utils|sitemap|project\.config)\.\w+(\.LICENSE\.txt)?)$/
  expect(ofMain.filter((file) => !known.test(file))).toEqual([])
  const bytes = bytesOf(ofMain)
  const heaviest = [...ofMain].sort((a, b) => bytesOf([b]) - bytesOf([a])).map((file) => `${Math.ceil(bytesOf([file]) / 1024)} KB ${file}`)
  process.stdout.write(`main package ${Math.ceil(bytes / 1024)} KB: ${heaviest.slice(0, 8).join(', ')}\n`)
  expect(bytes).toBeGreaterThan(100 * 1024)
  expect(bytes).toBeLessThanOrEqual(700 * 1024)
})

/** A script with its words as they are read: built, Chinese is written in numbers. */
const plain = (file: string) =>
  text(file).replace(/\\u([\da-f]{4})/gi, (_, letter: string) => String.fromCharCode(Number.parseInt(letter, 16)))

/** A sentence of each sub-package, as good as its name. */
const said: Readonly<Record<string, string>> = {
  themeday: '帮谁签到？',
  organisation: '看一眼再存',
  claims: '打印哪一组的？',
  members: '名字或首字母',
  roles: '书记换人，办交接',
  systems: '依据哪份文件',
  assists: '没有人替您办过事',
  dues: '数目对，我来关账',
}

it('what officers do is in the sub-packages, not in what a first scan has to wait for', () => {
  expect(Object.keys(said).sort()).toEqual([...rooms].sort())
  const says = (list: readonly string[], words: string) => list.some((file) => file.endsWith('.js') && plain(file).includes(words))
  expect(says(ofMain, '我到了，签到')).toBe(true)
  for (const [root, words] of Object.entries(said)) {
    expect([root, says(files.filter(isUnder(root)), words)]).toEqual([root, true])
    expect([root, says(ofMain, words)]).toEqual([root, false])
  }
})

it.each(rooms)('the sub-package %s weighs at most 200 KB and has all its pages', (root) => {
  const pages = app.subPackages.find((part) => part.root === root)?.pages ?? []
  for (const page of pages) expect(files).toContain(`${root}/${page}.js`)
  expect(bytesOf(files.filter(isUnder(root)))).toBeLessThanOrEqual(200 * 1024)
})

it('every script is written in the JavaScript of 2017: WeChat takes it as it is', () => {
  const scripts = files.filter((file) => file.endsWith('.js'))
  const problems = scripts.flatMap((file) => {
    try {
      parse(text(file), { ecmaVersion: 2017 })
      return []
    } catch (problem) {
      return [`${file}: ${problem}`]
    }
  })
  expect(scripts.length).toBeGreaterThan(60)
  expect(problems).toEqual([])
})

it('the declaration holds what WeChat knows and nothing of browsers', () => {
  const declared: { readonly window: Readonly<Record<string, unknown>>; readonly sitemapLocation?: string } = JSON.parse(text('app.json'))
  expect(Object.keys(declared).sort()).toEqual(
    ['__usePrivacyCheck__', 'lazyCodeLoading', 'pages', 'preloadRule', 'sitemapLocation', 'subPackages', 'window'].sort(),
  )
  expect(declared.window).toMatchObject({ navigationBarTextStyle: 'black' })
  expect(JSON.parse(text(declared.sitemapLocation ?? ''))).toMatchObject({ rules: [{ action: 'disallow', page: '*' }] })
})

it('its settings name no folder that is not there', () => {
  const settings: Readonly<Record<string, unknown>> = JSON.parse(text('project.config.json'))
  const folders = Object.entries(settings).filter(([name]) => name.endsWith('Root'))
  expect(folders).toEqual([['miniprogramRoot', './']])
  expect(Object.keys(settings).sort()).toEqual(
    ['appid', 'compileType', 'description', 'libVersion', 'miniprogramRoot', 'projectname', 'setting'].sort(),
  )
  expect(settings.setting).toMatchObject({ es6: false, enhance: false })
})

it('no style says what old web views do not know', () => {
  const styles = files.filter((file) => file.endsWith('.wxss'))
  expect(styles.filter((file) => /[{;\s]inset:|aspect-ratio:/.test(text(file)))).toEqual([])
})

it('no schema library reaches the phone', () => {
  expect(files.filter((file) => file.endsWith('.js') && /ZodError|safeParse/.test(text(file)))).toEqual([])
})

it('nothing of a browser reaches the phone', () => {
  expect(files.filter((file) => file.endsWith('.js') && /localStorage|navigator\.clipboard|h5\/0\.1\.0/.test(text(file)))).toEqual([])
})

it('what can be told to those who listen is in the templates', () => {
  const templates = text('base.wxml')
  for (const name of ['role', 'label', 'checked', 'selected', 'disabled', 'expanded', 'pressed', 'busy', 'modal', 'live'])
    expect(templates).toContain(`aria-${name}="{{`)
  expect(templates).toContain('tabIndex="{{')
  // An empty one may hide things on a phone.
  expect(templates).not.toContain('aria-hidden')
})

it('styles stay small, and words are never measured by the width of the screen', () => {
  const styles = files.filter((file) => file.endsWith('.wxss'))
  expect(styles.length).toBeGreaterThan(5)
  expect(styles.filter((file) => bytesOf([file]) >= 100 * 1024)).toEqual([])
  expect(styles.filter((file) => /\drpx/.test(text(file)))).toEqual([])
})

/** Where words keep the size they were given: the row of tools. Everything else grows with --k; paper is measured in points. */
const keepTheirSize = /^\.(page-owner|page-back|press-chip-face)$/

it('words grow with the reader: only the row of tools keeps its size', () => {
  const fixed = files
    .filter((file) => file.endsWith('.wxss'))
    .flatMap((file) => [...text(file).matchAll(/([^{}]+)\{[^{}]*font-size:\s*[\d.]+px[^{}]*\}/g)])
    .flatMap(([, selectors = '']) => selectors.split(',').map((selector) => selector.trim()))
  expect(fixed.length).toBeGreaterThan(0)
  expect(fixed.filter((selector) => !keepTheirSize.test(selector))).toEqual([])
})

/** WeChat's functions that touch what is personal; the first part only works once the guide on the platform names it. */
const personal = [
  ...['getUserInfo', 'getUserProfile', 'getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground'],
  ...['onLocationChange', 'choosePoi', 'chooseLocation', 'chooseAddress', 'chooseInvoice', 'chooseInvoiceTitle', 'getWeRunData'],
  ...['chooseLicensePlate', 'chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile', 'startRecord', 'getRecorderManager'],
  ...['joinVoIPChat', 'createVKSession', 'createCameraContext', 'openBluetoothAdapter', 'createBLEPeripheralServer'],
  ...['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'addPhoneContact', 'addPhoneCalendar', 'addPhoneRepeatCalendar'],
  ...['startAccelerometer', 'startCompass', 'startGyroscope', 'startDeviceMotionListening', 'setClipboardData', 'getClipboardData'],
  ...['getPhoneNumber', 'getRealtimePhoneNumber', 'chooseContact', 'authorize', 'requestSubscribeMessage'],
  ...['scanCode', 'makePhoneCall'],
] as const

it('what is personal and used stands in the manual, where its owner copies it from, and nothing else does', () => {
  const scripts = files.filter((file) => file.endsWith('.js')).map(text)
  const isCalled = (name: string) => scripts.some((script) => new RegExp(`\\.${name}\\)?\\(`).test(script))
  const manual = readFileSync(join(__dirname, '../../docs/manual/隐私声明.md'), 'utf8')
  const declared = [...manual.matchAll(/^\| `wx\.(\w+)` \|/gm)].map(([, name]) => name)
  expect(personal.filter(isCalled).sort()).toEqual(declared.sort())
})

it('no element asks for what is personal by itself', () => {
  const templates = text('base.wxml')
  expect(templates).toContain('<template name="tmpl_0_')
  expect(templates).not.toMatch(/<(camera|live-pusher|live-player|voip-room|map|open-data)\b/)
  const scripts = files.filter((file) => file.endsWith('.js')).map(text)
  expect(scripts.filter((script) => /openType:\s*"(getPhoneNumber|getRealtimePhoneNumber|chooseAvatar|getUserInfo)"/.test(script))).toEqual(
    [],
  )
})
