/**
 * The built mini-program on a phone of another make: its scripts run in a place of their own, which holds the JavaScript of 2017 and
 * nothing newer, and its templates are compiled and drawn by glass-easel, WeChat's own open framework of components.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createContext, runInContext, Script } from 'node:vm'
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  Component,
  CurrentWindowBackendContext,
  Element,
  type GeneralBackendElement,
  registerElement,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
  type template,
  triggerEvent,
} from 'glass-easel'
import { TmplGroup } from 'glass-easel-template-compiler'
import { es2017, newerScripts, takeAway } from '../setup/newer'
import type { Browser } from '../village/village'
import { weapp } from './phone'
import { type PhoneOptions, type PlayedWechat, playWechat } from './wechat'

const files = readdirSync(weapp, { recursive: true, encoding: 'utf8' })
const text = (file: string) => readFileSync(join(weapp, file), 'utf8')
const named = (ending: string) => files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))

export interface Compiled {
  /** What the compiler had to say about each template. */
  readonly complaints: readonly string[]
  templateOf(path: string): template.ComponentTemplate
}

type Groups = NonNullable<template.ComponentTemplate['groupList']>

/** All templates of the build, with the script they share. */
export function compileTemplates(): Compiled {
  const group = new TmplGroup()
  for (const path of named('.wxs')) group.addScript(path, text(`${path}.wxs`))
  const complaints = named('.wxml').flatMap((path) => {
    const said: readonly { readonly message: string }[] = group.addTmpl(path, text(`${path}.wxml`))
    return said.map(({ message }) => `${path}: ${message}`)
  })
  // Compiled templates are functions, told as text.
  const groupList: Groups = new Script(`(${group.getTmplGenObjectGroups()})`).runInThisContext()
  group.free()
  return {
    complaints,
    templateOf(path) {
      const content = groupList[path]
      if (content === undefined) throw new Error(`no template ${path}`)
      // `bindtap` as WeChat writes it; without this only `bind:tap` would be an event.
      return { groupList, content, fallbackListenerOnNativeNode: true }
    },
  }
}

type Work = (this: unknown, ...given: readonly unknown[]) => unknown
type Given = Readonly<Record<string, unknown>> & { readonly data?: object }

const worksOf = (given: object) => Object.entries(given).filter((entry): entry is [string, Work] => typeof entry[1] === 'function')

/** The scripts, each read once, in a place without anything newer. */
function openPlace(played: PlayedWechat, complain: (...words: readonly unknown[]) => void) {
  const given = new Map<string, Given>()
  const keep = (kind: string) => (one: Given) => void given.set(kind, one)
  const pages: object[] = []
  const place = createContext({
    ...{ App: keep('App'), Page: keep('Page'), Component: keep('Component') },
    ...{ getApp: () => given.get('App'), getCurrentPages: () => pages },
    console: { ...console, error: complain, warn: complain },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval },
  })
  runInContext(`(${takeAway})(${JSON.stringify(newerScripts(es2017))})`, place)
  // What is answered is made anew in here: a list from outside would bring its newer methods along.
  const answeredInside: (ask: (given: unknown, yes: (told: string) => void, no: (why: string) => void) => void) => Work = runInContext(
    '(ask) => (given) => new Promise((yes, no) => ask(given, (told) => yes(JSON.parse(told)), (why) => no(new Error(why))))',
    place,
  )
  const { cloud, ...functions } = played.functions
  const call: unknown = Reflect.get(Object(cloud), 'callFunction')
  const callFunction = answeredInside((asked, yes, no) => {
    if (typeof call !== 'function') throw new Error('no cloud is played')
    Promise.resolve(call(asked)).then(
      (told) => yes(JSON.stringify(told)),
      (why) => no(String(why)),
    )
  })
  Object.assign(place, { wx: { ...functions, cloud: { init: () => undefined, callFunction } } })

  const read = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const path = file.endsWith('.js') ? file : `${file}.js`
    const known = read.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    read.set(path, module)
    const run: Work = runInContext(`(function (require, module, exports) {${text(path)}\n})`, place, { filename: path })
    run((wanted: unknown) => load(join(dirname(path), String(wanted))), module, module.exports)
    return module.exports
  }
  return {
    pages,
    /** What the file handed to `App`, `Page` or `Component`. */
    given(file: string, kind: 'App' | 'Page' | 'Component'): Given {
      load(file)
      const one = given.get(kind)
      if (one === undefined) throw new Error(`${file} hands nothing to ${kind}`)
      return one
    },
  }
}

/** What a handler is told, as WeChat tells it: plain things and no elements. */
const plainOf = (at: unknown) => (at instanceof Element ? { id: at.id, dataset: { ...at.dataset } } : undefined)

export interface SecondPhone extends PlayedWechat {
  /** What scripts and renderer complained of. */
  readonly complaints: readonly string[]
  open(route: string, options?: Readonly<Record<string, string>>): Promise<SecondScreen>
  close(): void
}

export interface SecondScreen {
  words(): string
  /** What the scripts gave to be drawn. */
  given(): string
  html(): string
  /** Taps the first that says exactly these words. */
  tap(words: string): Promise<void>
}

export function openSecondPhone(browser: Browser, templates: Compiled, options: PhoneOptions = {}): SecondPhone {
  const played = playWechat(browser, options)
  const complaints: string[] = []
  const complain = (...words: readonly unknown[]) => void complaints.push(words.map(String).join(' '))
  addGlobalErrorListener(complain)
  addGlobalWarningListener(complain)
  const { pages, given } = openPlace(played, complain)
  const app = given('app', 'App')
  const run = (owner: object, name: string, ...told: readonly unknown[]) => {
    const work: unknown = Reflect.get(owner, name)
    if (typeof work === 'function') work.apply(owner, told)
  }
  run(app, 'onLaunch', { path: 'main/home/index', query: {} })
  run(app, 'onShow', { path: 'main/home/index', query: {} })

  /** An event of the drawn page, handed to what the scripts gave. */
  const methodsOf = (works: readonly (readonly [string, Work])[], owner: () => object) =>
    Object.fromEntries(
      works.map(([name, work]) => [
        name,
        (event: { readonly type: string; readonly detail: unknown; readonly target: unknown; readonly currentTarget: unknown }) =>
          work.call(owner(), {
            type: event.type,
            detail: event.detail,
            target: plainOf(event.target),
            currentTarget: plainOf(event.currentTarget),
            timeStamp: 0,
            stopPropagation: () => undefined,
          }),
      ]),
    )
  const comp = registerElement({
    is: 'comp',
    template: templates.templateOf('comp'),
    properties: { i: { type: Object, value: {} }, l: { type: String, value: '' } },
    methods: methodsOf(worksOf(Object(given('comp', 'Component').methods)), () => pages.at(-1) ?? app),
  })
  comp.general()
  return {
    ...played,
    complaints,
    async open(route, query = {}) {
      const one = given(route, 'Page')
      const works = worksOf(one)
      let instance: object = {}
      const drawn = Component.createWithContext(
        'page',
        registerElement({
          is: route,
          template: templates.templateOf(route),
          using: { comp },
          data: JSON.parse(JSON.stringify(one.data ?? {})),
          methods: methodsOf(works, () => instance),
        }).general(),
        new CurrentWindowBackendContext(),
      )
      const holder = document.body.appendChild(document.createElement('div'))
      Element.replaceDocumentElement(drawn, backendOf(holder), backendOf(holder.appendChild(document.createElement('div'))))
      instance = {
        ...Object.fromEntries(works),
        route,
        options: query,
        data: drawn.data,
        setData(data: object, after?: () => void) {
          drawn.setData(JSON.parse(JSON.stringify(data)))
          after?.()
        },
      }
      pages.push(instance)
      run(instance, 'onLoad', query)
      run(instance, 'onShow')
      run(instance, 'onReady')
      await settled(played, holder)
      return screenOf(holder, drawn.data, played)
    },
    close() {
      played.sleep()
      for (const page of pages) run(page, 'onUnload')
      removeGlobalErrorListener(complain)
      removeGlobalWarningListener(complain)
    },
  }
}

/** An element of jsdom is one of a browser to glass-easel: only the types of the two were written apart. */
const backendOf = (element: unknown) => element as GeneralBackendElement

const mostLooks = 200

/** Nothing is asked any more, and no skeleton stands. */
async function settled({ waiting }: PlayedWechat, holder: HTMLElement): Promise<void> {
  let quiet = 0
  for (let looks = 0; quiet < 4 && looks < mostLooks; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    quiet = waiting() === 0 && !holder.innerHTML.includes('skeleton-line') ? quiet + 1 : 0
  }
}

/** The name of Taro's template of plain words. */
const ofWords = /name="tmpl_0_(\d+)">\s*<block>\{\{i\.v\}\}<\/block>/.exec(text('base.wxml'))?.[1]

/** The words in Taro's tree, in order. */
function wordsIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsIn).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { root, cn, v, nn }: { root?: unknown; cn?: unknown; v?: unknown; nn?: unknown } = node
  return root === undefined && cn === undefined ? (nn === ofWords ? String(v) : '') : wordsIn(root ?? cn)
}

function screenOf(holder: HTMLElement, data: unknown, played: PlayedWechat): SecondScreen {
  const plain = (words: string | null) => (words ?? '').replace(/\s+/g, ' ')
  return {
    words: () => plain(holder.textContent),
    given: () => plain(wordsIn(data)),
    html: () => holder.innerHTML,
    async tap(words) {
      const target = [...holder.querySelectorAll('.tappable')].find((one) => one.textContent?.trim() === words)
      const element: unknown = target === undefined ? undefined : Reflect.get(target, '__wxElement')
      if (!(element instanceof Element)) throw new Error(`nothing to tap says ${words}`)
      triggerEvent(element, 'tap', {}, { bubbles: true, composed: true })
      await settled(played, holder)
    },
  }
}
