/**
 * What was tapped without a signal: written down in the phone before it is sent, one storage key an item, and sent again until
 * the server has answered. Each item carries the request id it was born with, so that sending it twice is harmless.
 */
import type { Reply } from '#shared/kernel/contract'
import { type Draft, isOutboxItem, isSame, type Moment, type OutboxItem, type Verdict, verdictOf } from './outbox-item'
import { isNoVerdict } from './passing'
import type { Device } from './ports'
import { Unreachable } from './unreachable'

export interface Outbox {
  readonly items: () => readonly OutboxItem[]
  readonly watch: (heard: () => void) => () => void
  /** Writes it down and begins to send it; a second tap for the same thing finds the first. */
  readonly put: (draft: Draft, tapped: Moment) => OutboxItem
  /** Sends what is due, one after the other; answers when nothing more can be done now. */
  readonly flush: () => Promise<void>
  readonly isSending: () => boolean
  /** What was refused is tried again: the reason may be gone. */
  readonly retry: (requestId: string) => void
  /** What came of an item that waited for somebody. */
  readonly settle: (requestId: string, verdict: Verdict) => void
  /** It was read. */
  readonly dismiss: (requestId: string) => void
  /** Sends at once, whenever the phone is looked at or has a signal again, and every so often in between. Answers how to stop. */
  readonly start: () => () => void
}

export interface OutboxParts {
  readonly device: Pick<
    Device,
    'save' | 'load' | 'forget' | 'keys' | 'randomId' | 'watchOnline' | 'watchVisible' | 'isVisible' | 'isRenewing'
  >
  readonly ask: (action: string, input: unknown, requestId: string, personId: string) => Promise<Reply<unknown, string>>
  /** frees room in the storage */
  readonly makeRoom: () => void
}

const prefix = 'lianxin.outbox.'

/** Between attempts while nothing is heard: 15 s, doubled up to four minutes. */
const firstPauseMs = 15_000
const longestPauseMs = 240_000

export function openOutbox({ device, ask, makeRoom }: OutboxParts): Outbox {
  const held = new Map<string, OutboxItem>(readAll(device).map((item) => [item.requestId, item]))
  const listeners = new Set<() => void>()
  /** The items in their order, until one of them changes. */
  let listed: readonly OutboxItem[] | undefined
  let running: Promise<void> | undefined
  let pauseMs = firstPauseMs

  const tell = () => {
    for (const hear of listeners) hear()
  }
  const keep = (item: OutboxItem): boolean => {
    held.set(item.requestId, item)
    listed = undefined
    // What has arrived is the server's: here it is only remembered until it has been read.
    if (item.state === 'sent') device.forget(prefix + item.requestId)
    const isKept = item.state === 'sent' || device.save(prefix + item.requestId, item)
    tell()
    return isKept
  }
  const items = () => {
    listed ??= [...held.values()].sort((a, b) => a.tapped.at - b.tapped.at || (a.requestId < b.requestId ? -1 : 1))
    return listed
  }

  const send = async (item: OutboxItem): Promise<'settled' | 'later' | 'all later'> => {
    try {
      const reply = await ask(item.action, item.input, item.requestId, item.person.personId)
      // It may be this very item that the server stumbles over: those behind it must not wait for it.
      if (!reply.ok && reply.code === 'UNAVAILABLE') return 'later'
      // Nothing else would fare better now; nor while it is open by which token this phone is known.
      const isUnknown = !reply.ok && reply.code === 'SIGN_IN_FIRST' && device.isRenewing()
      if (isUnknown || (!reply.ok && isNoVerdict(reply.code))) return 'all later'
      keep({ ...item, ...verdictOf(reply) })
      return 'settled'
    } catch (failure) {
      if (failure instanceof Unreachable) return 'all later'
      throw failure
    }
  }
  const sendAll = async () => {
    const tried = new Set<string>()
    const due = () => items().find(({ state, requestId }) => state === 'queued' && !tried.has(requestId))
    let isAllSent = true
    for (let next = due(); next !== undefined; next = due()) {
      tried.add(next.requestId)
      const outcome = await send(next)
      if (outcome !== 'settled') isAllSent = false
      if (outcome === 'all later') break
    }
    pauseMs = isAllSent ? firstPauseMs : Math.min(longestPauseMs, pauseMs * 2)
  }
  const flush = (): Promise<void> => {
    running ??= sendAll().finally(() => {
      running = undefined
      tell()
    })
    return running
  }

  /** A pass under way may have looked for the last time, or be failing for a reason that is gone: another follows it. */
  const sendAnew = () => void (running === undefined ? flush() : running.then(flush))

  return {
    items,
    watch: (heard) => {
      listeners.add(heard)
      return () => {
        listeners.delete(heard)
      }
    },
    put(draft, tapped) {
      const earlier = items().filter((item) => isSame(item, draft))
      const known = earlier.find(({ state }) => state !== 'refused')
      if (known !== undefined) return known
      for (const old of earlier) drop(old)
      const item: OutboxItem = { ...draft, requestId: device.randomId(16), tapped, state: 'queued' }
      if (!keep(item)) {
        makeRoom()
        if (!keep(item)) keep({ ...item, isLoose: true })
      }
      sendAnew()
      return item
    },
    flush,
    isSending: () => running !== undefined,
    retry(requestId) {
      const item = held.get(requestId)
      if (item?.state !== 'refused') return
      const { message: _, code: __, ...rest } = item
      keep({ ...rest, state: 'queued' })
      sendAnew()
    },
    settle(requestId, verdict) {
      const item = held.get(requestId)
      if (item?.state === 'waiting') keep({ ...item, ...verdict })
    },
    dismiss(requestId) {
      const item = held.get(requestId)
      if (item === undefined || item.state === 'queued') return
      drop(item)
      tell()
    },
    start() {
      let timer: ReturnType<typeof setTimeout> | undefined
      const wait = () => {
        timer = setTimeout(() => {
          void flush()
          wait()
        }, pauseMs)
      }
      // Out of sight nothing is tried: WeChat puts the app to sleep, and a browser's other pages have their own.
      const look = (isVisible: boolean) => {
        clearTimeout(timer)
        if (!isVisible) return
        pauseMs = firstPauseMs
        sendAnew()
        wait()
      }
      const stops = [
        device.watchVisible(look),
        device.watchOnline((isOnline) => isOnline && look(device.isVisible())),
        () => clearTimeout(timer),
      ]
      look(device.isVisible())
      return () => {
        for (const stop of stops) stop()
      }
    },
  }

  function drop(item: OutboxItem): void {
    held.delete(item.requestId)
    listed = undefined
    device.forget(prefix + item.requestId)
  }
}

/** What an earlier version left, or another program, is not ours to send. */
function readAll(device: OutboxParts['device']): readonly OutboxItem[] {
  return device
    .keys(prefix)
    .map((key) => device.load(key))
    .filter(isOutboxItem)
}
