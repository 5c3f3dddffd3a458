/**
 * The code on the organiser's screen that changes every fifteen seconds (product decision 4, proof.md "Check-in codes"). The
 * organiser's device makes it from the day's key, so that it works in a hall without a signal; the server judges it by when it was
 * shown. What makes the keyed hash is handed in: a phone and a server have different libraries for it.
 */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'

export const stepMs = 15_000

/** Somebody outside the hall who is sent a picture of it has to be quicker than this. */
export const passedOnMs = 3 * stepMs

/** Bytes of the hash that are shown: 72 bits, which are exactly twelve letters. */
export const macBytes = 9

export interface ShownCode {
  /** which quarter of a minute since 1970 it was shown in, by the organiser's clock as the server set it right */
  readonly step: number
  readonly mac: string
}

export function stepOf(now: number): number {
  return Math.floor(now / stepMs)
}

export function shownAtOf(step: number): number {
  return step * stepMs
}

/** What is hashed under the day's key. */
export function textOfStep(themeDayId: string, step: number): string {
  return `${themeDayId}:${step}`
}

/** Two screens and a server never agree to the second. */
const aheadMs = stepMs

export interface ShownFacts {
  readonly code: ShownCode
  /** whether the hash is the one the day's key makes of this step */
  readonly isGenuine: boolean
  readonly now: number
  /** when it was scanned, as far as the phone's clock can be believed; absent: it cannot */
  readonly scannedAt: number | undefined
}

export interface Shown {
  /** ms: what counts as the time of the check-in */
  readonly at: number
  /** it came later than it may be passed on, though it was scanned in time: the organiser sees that */
  readonly isUploadedLate: boolean
}

/** Fresh, or scanned while it was fresh. What says that it was shown in a time to come is no code of ours. */
export function decideShown({ code, isGenuine, now, scannedAt }: ShownFacts): Outcome<Shown, 'CODE_FORGED' | 'CODE_EXPIRED'> {
  const at = shownAtOf(code.step)
  if (!isGenuine || at > now + aheadMs) return refuse('CODE_FORGED')
  if (now - at <= passedOnMs) return accept({ at: Math.min(at, now), isUploadedLate: false })
  const wasFresh = scannedAt !== undefined && scannedAt >= at - aheadMs && scannedAt - at <= passedOnMs
  return wasFresh ? accept({ at, isUploadedLate: true }) : refuse('CODE_EXPIRED')
}
