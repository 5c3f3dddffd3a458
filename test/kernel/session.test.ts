/** A phone that is let go of somewhere else asks once who it is, however many questions of a page are turned away. */
import type { FunctionComponent } from 'react'
import { commonRefusals } from '#shared/kernel/contract'
import { draw, wechat } from './drawn'

type Ask = (input: object) => Promise<unknown>

const { SessionProvider }: { SessionProvider: FunctionComponent } = require('../../client/kernel/session')
const {
  useQuery,
}: { useQuery(key: string, send: Ask): { readonly state: string; readonly refresh: () => void } } = require('../../client/kernel/use-query')
const { api }: { api: { themeday: Readonly<Record<'list' | 'getHabits' | 'listLate', Ask>> } } = require('../../client/kernel/api')

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

it('asks once for all of them', async () => {
  const asked: string[] = []
  let isKnown = true
  const answerOf = (action: string) => {
    if (action === 'session.who') return { ok: true, data: { persons: [], now: Date.now(), systems: [] } }
    return isKnown ? { ok: true, data: {} } : { ok: false, code: 'SIGN_IN_FIRST', message: commonRefusals.SIGN_IN_FIRST }
  }
  const callFunction = async ({ data }: { readonly data: { readonly action: string } }) => {
    asked.push(data.action)
    return { result: answerOf(data.action) }
  }
  Object.assign(wechat, { cloud: { callFunction } })
  const page = await draw(
    () => [useQuery('a', api.themeday.list), useQuery('b', api.themeday.getHabits), useQuery('c', api.themeday.listLate)],
    SessionProvider,
  )
  const whoes = () => asked.filter((action) => action === 'session.who').length
  expect(whoes()).toBe(1)
  isKnown = false
  await page.act(() => {
    for (const query of page.last()) query.refresh()
  })
  await page.pass(1_000)
  expect(page.last().map(({ state }) => state)).toEqual(['refused', 'refused', 'refused'])
  expect(whoes()).toBe(2)
  await page.close()
})
