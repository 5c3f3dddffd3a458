/** A page of one hook, drawn by React into a document of its own: what the hook hands out, and what comes of it over time. */
import { createElement, Fragment, type FunctionComponent, useReducer } from 'react'
import { newWechat } from './played-wechat'

export interface Drawn<Value> {
  /** What the hook handed out, drawing by drawing. */
  readonly handedOut: readonly Value[]
  last(): Value
  /** Draws the page once more, as anything on it may at any time. */
  redraw(): Promise<void>
  /** Does something on the page and lets what comes of it come. */
  act(work: () => unknown): Promise<void>
  /** Time passes. */
  pass(ms: number): Promise<void>
  close(): Promise<void>
}

const never = () => undefined
const stepMs = 500

// Files of the client are to be required once this stands: they bring Taro along.
Object.assign(globalThis, { LIANXIN_API: '', LIANXIN_ORIGIN: '', LIANXIN_CLOUD: '', IS_REACT_ACT_ENVIRONMENT: true })
/** A test gives it what its story needs. */
export const wechat = newWechat()
jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: wechat, useDidShow: never, useDidHide: never }))

// Its types are a package of their own.
const { JSDOM }: { readonly JSDOM: new (page: string) => { readonly window: Window } } = require('jsdom')
const { window } = new JSDOM('<!doctype html><html><body></body></html>')
const played = Object.entries({ window, document: window.document, navigator: window.navigator })
for (const [name, value] of played) Object.defineProperty(globalThis, name, { value, configurable: true })
// The document is its own, and not for the run to take down.
afterAll(() => {
  for (const [name] of played) Reflect.deleteProperty(globalThis, name)
})

const { act }: { act(work: () => Promise<unknown>): Promise<void> } = require('react')
const { createRoot }: { createRoot(at: Element): { render(node: unknown): void; unmount(): void } } = require('react-dom/client')

interface PageProps<Value> {
  readonly useHook: () => Value
  readonly onDrawn: (value: Value, redraw: () => void) => void
}

function Page<Value>({ useHook, onDrawn }: PageProps<Value>) {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  onDrawn(useHook(), redraw)
  return null
}

/** The page stays in sight; `within` is what stands around it. Timers have to be jest's. */
export async function draw<Value>(useHook: () => Value, within: FunctionComponent = Fragment): Promise<Drawn<Value>> {
  const handedOut: Value[] = []
  let again: () => void = never
  const root = createRoot(window.document.body.appendChild(window.document.createElement('div')))
  const drawn: Drawn<Value> = {
    handedOut,
    last() {
      const value = handedOut.at(-1)
      if (value === undefined) throw new Error('nothing was drawn')
      return value
    },
    redraw: () => drawn.act(() => again()),
    act: (work) => act(async () => work()),
    // What is due within one act is drawn at its end.
    async pass(ms) {
      for (let left = ms; left > 0; left -= stepMs) await act(() => jest.advanceTimersByTimeAsync(Math.min(left, stepMs)))
    },
    close: () => drawn.act(() => root.unmount()),
  }
  const onDrawn = (value: Value, redraw: () => void) => {
    handedOut.push(value)
    again = redraw
  }
  await drawn.act(() => root.render(createElement(within, null, createElement(Page<Value>, { useHook, onDrawn }))))
  return drawn
}
