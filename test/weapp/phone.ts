/** A phone with the built mini-program on it: WeChat's own functions are played, and behind its cloud call stands a real village. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { quietMs, watchAsking } from '../setup/quiet'
import type { Browser } from '../village/village'
import { type PhoneOptions, type PlayedWechat, playWechat } from './wechat'

export const weapp = join(__dirname, '../../dist/client/weapp')

/** Every page of the build, as WeChat names it. */
export function routesOfBuild(): readonly string[] {
  const app: {
    readonly pages: readonly string[]
    readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
  } = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8'))
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}

/** What is used of miniprogram-simulate. Its own types declare WeChat's globals, and with them another `require`. */
interface Player {
  load(path: string, tag: string, options: { readonly rootPath: string }): string
  render(id: string): Drawn & { attach(parent: Element): void; detach(): void }
  sleep(ms: number): Promise<void>
}

interface Drawn {
  readonly dom?: HTMLElement
  readonly instance: object
  querySelectorAll(selector: string): readonly Drawn[]
  dispatchEvent(name: string, given?: { readonly detail: object }): void
}

const simulate: Player = require('miniprogram-simulate')

type Options = Readonly<Record<string, string>>

/** What Taro hands to `Page` and `App`: data, and functions WeChat calls. */
type Given = Readonly<Record<string, unknown>>

export interface Phone {
  /** The addresses the mini-program asked WeChat to open. */
  readonly went: string[]
  /** What lies in WeChat's storage, by key. */
  readonly stored: ReadonlyMap<string, unknown>
  /** What WeChat was asked for besides: `vibrateShort`, `makePhoneCall 138…`. */
  readonly did: string[]
  /** Opens a page as WeChat does and lets it settle. */
  open(route: string, options?: Options): Promise<Screen>
  /** Opens what the mini-program asked for last. */
  follow(): Promise<Screen>
  /** The network goes, or comes back; the pages hear of it and settle. */
  network(isThere: boolean): Promise<void>
  /** Everything has come and nobody touches it for three seconds: since the last tap each of its pages may ask twice. */
  leaveAlone(): Promise<void>
  /** After it was left alone every page is closed: their clocks stop. */
  close(): Promise<void>
}

export interface Screen {
  words(): string
  /** Waits for words that come by themselves: what was sent anew has to come back first. */
  until(words: string): Promise<void>
  /** Attributes and styles stand in here as they are drawn. */
  html(): string
  /** What is told to those who listen, one line an element; the player does not draw it. */
  aria(): readonly string[]
  /** Taps the first that says exactly these words, or what fits the pattern. */
  tap(words: string | RegExp): Promise<void>
  /** Types into the first field to be typed into. */
  type(value: string): Promise<void>
  /** What WeChat's own menu sends on from here; undefined where it offers nothing. */
  share(): unknown
}

/** Once a test file: the mini-program keeps its session as long as it lives. */
export function openPhone(browser: Browser, options: PhoneOptions = {}): Phone {
  if (!existsSync(join(weapp, 'app.json'))) throw new Error('no mini-program: npm run build:weapp makes it')
  const played = playWechat(browser, options, asking.asked)
  Object.assign(wechat(), played.functions)
  const drawn: ReturnType<Player['render']>[] = []
  let app: Given = {}
  const begin = (given: Given) => {
    app = given
  }
  const page = ({ data, ...methods }: Given) => playComponent({ data, methods, options: { addGlobalClass: true } })
  Object.assign(
    globalThis,
    Object.fromEntries([
      ['App', begin],
      ['Page', page],
      ['getApp', () => app],
      ['getCurrentPages', () => pages],
    ]),
  )
  require(join(weapp, 'app.js'))
  callBy(app, 'onLaunch', { path: 'main/home/index', query: {} })
  callBy(app, 'onShow', { path: 'main/home/index', query: {} })

  const { went } = played
  const loaded = new Map<string, string>()
  const phone: Phone = {
    went,
    did: played.did,
    stored: played.stored,
    async open(route, options = {}) {
      asking.touched()
      const id = loaded.get(route) ?? simulate.load(join(weapp, route), 'page', { rootPath: weapp })
      loaded.set(route, id)
      const page = simulate.render(id)
      page.attach(document.body.appendChild(document.createElement('div')))
      const instance: object = Object.assign(page.instance, { route, options })
      pages.push(instance)
      drawn.push(page)
      callBy(instance, 'onLoad', options)
      callBy(instance, 'onShow')
      callBy(instance, 'onReady')
      await settled(played)
      return screenOf(page, instance, played)
    },
    follow() {
      const [route = '', query = ''] = (went.at(-1) ?? '').replace(/^\//, '').split('?')
      // As WeChat hands them over: still encoded.
      const options = Object.fromEntries(
        query === '' ? [] : query.split('&').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      )
      return phone.open(route, options)
    },
    async network(isThere) {
      asking.touched()
      played.network(isThere)
      await settled(played)
    },
    async leaveAlone() {
      await settled(played)
      await simulate.sleep(quietMs)
      asking.wasQuiet()
    },
    async close() {
      await settled(played)
      asking.touched()
      await phone.leaveAlone()
      played.sleep()
      for (const page of pages) callBy(page, 'onUnload')
      for (const page of drawn) page.detach()
      window.close()
    },
  }
  return phone
}

/** The pages of this phone, none of which the player ever hides: each may ask for itself. */
const pages: object[] = []

/** Whether it asks without an end. */
const asking = watchAsking(() => pages.length)

/** Looks before it is believed that nothing more will come. */
const mostLooks = 200

/** Every question is answered, and what came of it is drawn: no skeleton stands any more. */
async function settled({ waiting }: PlayedWechat): Promise<void> {
  let quiet = 0
  for (let looks = 0; quiet < 6 && looks < mostLooks; looks += 1) {
    await simulate.sleep(50)
    const isWaiting = document.body.lastElementChild?.innerHTML.includes('skeleton-line') ?? false
    quiet = waiting() === 0 && !isWaiting ? quiet + 1 : 0
  }
}

function screenOf(page: Drawn, instance: object, played: PlayedWechat): Screen {
  const words = () => (page.dom?.textContent ?? '').replace(/\s+/g, ' ')
  return {
    words,
    async until(wanted) {
      for (let looks = 0; !words().includes(wanted); looks += 1) {
        if (looks === mostLooks) throw new Error(`${wanted} never came; there stands: ${words()}`)
        await simulate.sleep(50)
      }
    },
    html: () => page.dom?.outerHTML ?? '',
    aria: () => ariaOf(Reflect.get(instance, 'data')),
    async tap(words) {
      const fits = (said: string) => (typeof words === 'string' ? said === words : words.test(said))
      const target = page.querySelectorAll('.tappable').find(({ dom }) => fits(dom?.textContent?.trim() ?? ''))
      if (target === undefined) throw new Error(`nothing to tap says ${words}`)
      asking.touched()
      target.dispatchEvent('tap')
      await settled(played)
    },
    async type(value) {
      const [field] = page.querySelectorAll('.entry-text, .entry-code, .entry-number, .entry-yuan')
      if (field === undefined) throw new Error('nothing to type into')
      asking.touched()
      field.dispatchEvent('input', { detail: { value } })
      await settled(played)
    },
    share: () => callBy(instance, 'onShareAppMessage', { from: 'menu' }),
  }
}

/** Which attribute of which template reads which field: Taro names them `p5` and the like, each kind of element its own. */
const told = [...readFileSync(join(weapp, 'base.wxml'), 'utf8').matchAll(/<template name="tmpl_0_(\d+)(?:_blur)?">\s*<[^>]*>/g)].flatMap(
  ([opening, node]) => [...opening.matchAll(/(aria-\w+)="\{\{i\.(\w+)\}\}"/g)].map(([, attribute, field]) => ({ node, attribute, field })),
)

/** `aria-role=button aria-disabled=false`, one line an element. */
function ariaOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(ariaOf)
  if (typeof node !== 'object' || node === null) return []
  const values = new Map<string, unknown>(Object.entries(node))
  const mine = told.filter((one) => one.node === values.get('nn') && values.has(one.field ?? ''))
  const line = mine.map(({ attribute, field }) => `${attribute}=${values.get(field ?? '')}`).join(' ')
  return [...(line === '' ? [] : [line]), ...ariaOf(values.get('root') ?? values.get('cn'))]
}

/** What miniprogram-simulate has put in place under this name. */
function globalOf(name: 'wx' | 'Component'): unknown {
  return Object.getOwnPropertyDescriptor(globalThis, name)?.value
}

function wechat(): object {
  const wx = globalOf('wx')
  if (typeof wx !== 'object' || wx === null) throw new Error('miniprogram-simulate made no wx')
  return wx
}

function playComponent(definition: object): void {
  const component = globalOf('Component')
  if (typeof component !== 'function') throw new Error('miniprogram-simulate made no Component')
  component(definition)
}

function callBy(owner: object, name: string, ...given: readonly unknown[]): unknown {
  const work: unknown = Reflect.get(owner, name)
  return typeof work === 'function' ? work.apply(owner, given) : undefined
}
