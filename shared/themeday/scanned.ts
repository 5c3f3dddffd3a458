/**
 * What stands in a scanned address behind `/s/`: a code of any kind. Behind that on the wall, eight letters, a tail behind a dot may
 * say more: at which place it hangs, what a screen showed, or whose check-in another phone shall carry.
 */
import { codeLength, normaliseCode } from '#shared/kernel/id'
import type { ShownCode } from './rotating'

/** A member's check-in that has not been sent, as another phone reads it off the screen. */
export interface Carried {
  readonly memberId: string
  readonly requestId: string
  /** ms */
  readonly tappedAt: number
  /** ms; absent: the phone never heard what time it is */
  readonly clockOffMs?: number
}

export interface Scanned {
  readonly code: string
  readonly venueId?: string
  readonly shown?: ShownCode
  readonly carried?: Carried
}

export function sayScanned({ code, venueId, shown, carried }: Scanned): string {
  if (shown !== undefined) return `${code}.s${shown.step.toString(36)}.${shown.mac}`
  if (carried !== undefined) {
    const { memberId, requestId, tappedAt, clockOffMs } = carried
    const off = clockOffMs === undefined ? 'x' : clockOffMs.toString(36)
    return `${code}.c${memberId}.${requestId}.${tappedAt.toString(36)}.${off}`
  }
  return venueId === undefined ? code : `${code}.v${venueId}`
}

const number36 = '(?:0|[1-9a-z][0-9a-z]{0,10})'
const tails = {
  venue: /^v([2-9])$/,
  shown: new RegExp(`^s(${number36})\\.([0-9A-Za-z_-]{12})$`),
  carried: new RegExp(`^c([0-9a-z]{1,32})\\.([0-9A-Za-z_-]{8,64})\\.(${number36})\\.(x|-?${number36})$`),
}

/** Undefined: nothing of ours. A tail we do not know is no code either, since half of what it said would be lost. */
export function readScanned(text: string): Scanned | undefined {
  const dot = text.indexOf('.')
  const code = dot < 0 ? normaliseCode(text) : normaliseCode(text.slice(0, dot), codeLength)
  if (code === undefined) return undefined
  if (dot < 0) return { code }
  const tail = text.slice(dot + 1)
  const [, venueId] = tails.venue.exec(tail) ?? []
  if (venueId !== undefined) return { code, venueId }
  const [, step, mac] = tails.shown.exec(tail) ?? []
  if (step !== undefined && mac !== undefined) return { code, shown: { step: Number.parseInt(step, 36), mac } }
  const [, memberId, requestId, tappedAt, off] = tails.carried.exec(tail) ?? []
  if (memberId === undefined || requestId === undefined || tappedAt === undefined || off === undefined) return undefined
  const clock = off === 'x' ? {} : { clockOffMs: Number.parseInt(off, 36) }
  return { code, carried: { memberId, requestId, tappedAt: Number.parseInt(tappedAt, 36), ...clock } }
}
