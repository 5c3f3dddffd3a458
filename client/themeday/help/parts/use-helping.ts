/** A hand for several people: one request a name, one after the other, so that each is told and each can be refused alone. */
import { useRef, useState } from 'react'
import type { HelpReason } from '#shared/assists/ids'
import { api, newRequestId } from '../../../kernel/api'
import { Unreachable } from '../../../kernel/unreachable'
import type { RollRow } from '../../parts/roll'

export interface Outcome {
  readonly done: readonly string[]
  readonly refused: readonly { readonly name: string; readonly message: string }[]
  /** Names that no answer came for: asking again is safe. */
  readonly unheard: readonly string[]
}

export interface Helping {
  /** `[2, 3]`: the second of three is on its way; undefined: nothing is. */
  readonly progress: readonly [number, number] | undefined
  /** of the last time */
  readonly outcome: Outcome | undefined
  readonly run: (rows: readonly RollRow[], reason: HelpReason) => Promise<Outcome | undefined>
}

const nobody: Outcome = { done: [], refused: [], unheard: [] }

/** `onDone`: the roll has to be read again. */
export function useHelping(themeDayId: string, onDone: () => void): Helping {
  const [progress, setProgress] = useState<readonly [number, number]>()
  const [outcome, setOutcome] = useState<Outcome>()
  const isLocked = useRef(false)
  /** The same person for the same reason is the same request, until it was answered. */
  const requestIds = useRef(new Map<string, string>())

  const help = async ({ memberId, name }: RollRow, reason: HelpReason, so: Outcome): Promise<Outcome> => {
    const key = `${memberId} ${reason}`
    const requestId = requestIds.current.get(key) ?? newRequestId()
    requestIds.current.set(key, requestId)
    const reply = await api.themeday.checkIn({ themeDayId, via: 'home', isSeen: true }, { requestId, for: { memberId, reason } })
    requestIds.current.delete(key)
    if (reply.ok) return { ...so, done: [...so.done, name] }
    const message = reply.code === 'ALREADY_CHECKED_IN' ? '已经签过了，不用再签' : reply.message
    return { ...so, refused: [...so.refused, { name, message }] }
  }

  const run = async (rows: readonly RollRow[], reason: HelpReason): Promise<Outcome | undefined> => {
    // A state would be too late: two taps of one frame see the same render.
    if (isLocked.current) return undefined
    isLocked.current = true
    setOutcome(undefined)
    let so = nobody
    let asked = 0
    try {
      for (const row of rows) {
        setProgress([asked + 1, rows.length])
        so = await help(row, reason, so)
        asked += 1
      }
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure
      so = { ...so, unheard: rows.slice(asked).map(({ name }) => name) }
    } finally {
      isLocked.current = false
      setProgress(undefined)
      setOutcome(so)
      onDone()
    }
    return so
  }
  return { progress, outcome, run }
}
