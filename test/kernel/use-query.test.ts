/** What a page asks of itself: how often, and what stays on it when there was no time for its question. */
import { useEffect } from 'react'
import { type CommonCode, commonRefusals, type Reply } from '#shared/kernel/contract'
import { draw } from './drawn'

type Answer = Reply<string, never>

interface Query {
  readonly state: string
  readonly data?: string
  readonly refresh: () => void
}

// As the tests see them: the files themselves know a device, of which there are two.
const { useQuery }: { useQuery(key: string, send: () => Promise<Answer>): Query } = require('../../client/kernel/use-query')
const {
  useCommand,
}: { useCommand(send: () => Promise<Answer>): Record<'run' | 'reset', object> } = require('../../client/kernel/use-command')
const { useListening }: { useListening(sounds: object): Record<'toggle', object> } = require('../../client/kernel/use-listening')
const { useOutbox }: { useOutbox(): object } = require('../../client/kernel/use-outbox')

const accepted = (data: string): Answer => ({ ok: true, data })
const refused = (code: CommonCode): Answer => ({ ok: false, code, message: commonRefusals[code] })
const minuteMs = 60_000

const most = 50

/** A server that gives these answers one after the other, and the last of them from then on; a storm comes to its end in it. */
function answering(...answers: readonly Answer[]) {
  const asked: number[] = []
  const send = async () => {
    asked.push(Date.now())
    if (asked.length > most) return new Promise<never>(() => undefined)
    return answers[Math.min(asked.length, answers.length) - 1] ?? refused('UNAVAILABLE')
  }
  return { asked, send }
}

let count = 0
/** What one test was answered is not known to the next. */
const newKey = () => {
  count += 1
  return `question ${count}`
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('a page that asks again when something has arrived', () => {
  it('asks once for it, whatever it is handed and however often it is drawn', async () => {
    const { asked, send } = answering(accepted('not yet'), accepted('arrived'))
    const key = newKey()
    let hasArrived = false
    const page = await draw(() => {
      const { refresh, state } = useQuery(key, send)
      useEffect(() => {
        if (hasArrived) refresh()
      }, [refresh])
      return state
    })
    hasArrived = true
    for (let drawings = 0; drawings < 5; drawings += 1) await page.redraw()
    await page.pass(3_000)
    expect(asked.length).toBeLessThanOrEqual(2)
    await page.close()
  })

  it('asks once where the page hands it on to a part of its own', async () => {
    const { asked, send } = answering(accepted('arrived'))
    const key = newKey()
    const page = await draw(() => {
      const query = useQuery(key, send)
      const onChanged = query.refresh
      useEffect(onChanged, [onChanged])
      return query
    })
    await page.pass(3_000)
    expect(asked).toHaveLength(2)
    await page.close()
  })
})

describe('what a hook hands out is the same while nothing has happened', () => {
  const send = async () => accepted('')
  const voice = { load: async () => undefined }
  it.each<[string, () => object]>([
    ['a question', () => useQuery('the same', send)],
    ['asking again', () => useQuery('the same', send).refresh],
    ['a command', () => useCommand(async () => accepted('')).run],
    ['forgetting a refusal', () => useCommand(async () => accepted('')).reset],
    ['listening', () => useListening({ voice }).toggle],
    ['the outbox', () => useOutbox()],
  ])('%s', async (_, useHook) => {
    const page = await draw(useHook)
    const before = page.last()
    await page.redraw()
    await page.redraw()
    expect(page.last()).toBe(before)
    await page.close()
  })
})

describe('a question there was no time for', () => {
  const passing = ['TOO_FAST', 'BUSY', 'UNAVAILABLE'] as const

  it.each(passing)('leaves the answer that was there, says that it is an old one, and is asked again later: %s', async (code) => {
    const { asked, send } = answering(accepted('签到成功'), refused(code), refused(code), accepted('签到成功，好了'))
    const key = newKey()
    const page = await draw(() => useQuery(key, send))
    const since = Date.now()
    await page.pass(1_000)
    await page.act(() => page.last().refresh())
    expect(page.last()).toMatchObject({ state: 'ready', data: '签到成功', old: { from: since, why: 'notNow' } })
    await page.pass(3_000)
    expect(asked).toHaveLength(2)
    await page.pass(minuteMs)
    expect(page.last()).toMatchObject({ state: 'ready', data: '签到成功，好了' })
    expect(page.last()).not.toHaveProperty('old')
    expect(asked).toHaveLength(4)
    expect(page.handedOut.every(({ state }) => state === 'loading' || state === 'ready')).toBe(true)
    await page.close()
  })

  it.each(passing)('leaves a "no" that was there: %s', async (code) => {
    const { send } = answering(refused('NOT_FOUND'), refused(code))
    const key = newKey()
    const page = await draw(() => useQuery(key, send))
    await page.act(() => page.last().refresh())
    expect(page.last()).toMatchObject({ state: 'refused', refusal: { code: 'NOT_FOUND' } })
    await page.close()
  })

  it.each(passing)('is told where nothing is known yet, and goes as soon as there is an answer: %s', async (code) => {
    const { send } = answering(refused(code), accepted('here'))
    const key = newKey()
    const page = await draw(() => useQuery(key, send))
    expect(page.last()).toMatchObject({ state: 'refused', refusal: { code } })
    await page.pass(minuteMs)
    expect(page.last()).toMatchObject({ state: 'ready', data: 'here' })
    await page.close()
  })

  it('is asked less and less often, and not at all once the page is left', async () => {
    const { asked, send } = answering(refused('BUSY'))
    const key = newKey()
    const page = await draw(() => useQuery(key, send))
    await page.pass(10 * minuteMs)
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.length).toBeLessThanOrEqual(15)
    const pauses = asked.slice(1).map((at, place) => at - (asked[place] ?? at))
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other))
    await page.close()
    const before = asked.length
    await jest.advanceTimersByTimeAsync(10 * minuteMs)
    expect(asked).toHaveLength(before)
  })

  it.each(['NOT_FOUND', 'NOT_ALLOWED', 'SIGN_IN_FIRST', 'UPGRADE_NEEDED'] as const)(
    'is none of these, which take the place of the answer: %s',
    async (code) => {
      const { asked, send } = answering(accepted('known'), refused(code))
      const key = newKey()
      const page = await draw(() => useQuery(key, send))
      await page.act(() => page.last().refresh())
      expect(page.last()).toMatchObject({ state: 'refused', refusal: { code } })
      await page.pass(10 * minuteMs)
      expect(asked).toHaveLength(2)
      await page.close()
    },
  )
})
