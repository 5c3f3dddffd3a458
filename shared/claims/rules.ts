/** Claims as rules: single use, seven days when sent, three days past the next theme day when printed. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs, endOfDay, endOfMonth } from '#shared/kernel/day'

/** product.md: one phone serves up to four persons of a household; a person is known on up to five devices. */
export const mostPersonsOnDevice = 4
export const mostDevicesOfPerson = 5

/** Wrong codes per caller and hour, and per address and hour whoever asks. */
export const triesPerCaller = 5
export const triesPerAddress = 60

export function sentUntil(now: number): number {
  return now + 7 * dayMs
}

/**
 * Until the end of the third day after the next theme day. A theme day comes every month, so where none is fixed yet the
 * last day it can fall on counts: the end of this month, or of the next one when this month's is over.
 */
export function printedUntil(now: number, themeDay: { readonly nextStartsAt?: number; readonly isThisMonthOver: boolean }): number {
  return endOfDay(themeDay.nextStartsAt ?? endOfMonth(now, themeDay.isThisMonthOver ? 1 : 0), 3)
}

export interface ClaimFacts {
  readonly now: number
  readonly device?: string
  readonly serial: number
  readonly claim?: { readonly serial: number; readonly expiresAt: number; readonly usedAt?: number; readonly usedBy?: string }
}

/** Whether a code still opens: a newer code closes older ones; the device that used it may ask again. */
export function decideClaim(facts: ClaimFacts): Outcome<'fresh' | 'again', 'CODE_USED' | 'CODE_EXPIRED'> {
  const { claim } = facts
  if (claim === undefined || claim.serial !== facts.serial) return refuse('CODE_USED')
  if (claim.usedAt !== undefined) return claim.usedBy !== undefined && claim.usedBy === facts.device ? accept('again') : refuse('CODE_USED')
  return facts.now > claim.expiresAt ? refuse('CODE_EXPIRED') : accept('fresh')
}

/** Whether one more person fits on the device and one more device on the person. */
export function decideBinding(facts: {
  readonly personsOnDevice: number
  readonly devicesOfPerson: number
}): Outcome<true, 'PHONE_FULL' | 'TOO_MANY_PHONES'> {
  if (facts.personsOnDevice >= mostPersonsOnDevice) return refuse('PHONE_FULL')
  return facts.devicesOfPerson >= mostDevicesOfPerson ? refuse('TOO_MANY_PHONES') : accept(true)
}
