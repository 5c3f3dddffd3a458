/** Claims as rules: single use, seven days when sent, three days past the next theme day when printed. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs, endOfDay, endOfMonth } from '#shared/kernel/day'
import { grantedBy, type Role } from '#shared/kernel/organisation'

/** One phone serves up to four persons of a household; a person is known on up to five devices. */
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
  /** the serial the typed code was made from */
  readonly serial: number
  readonly claim?: { readonly serial: number; readonly expiresAt: number; readonly usedAt?: number }
  /** the very device that used the code, and still knows the person: asking again is the same answer */
  readonly isKnownHere: boolean
}

/** Whether a code still opens: single use, and a newer code closes older ones. */
export function decideClaim(facts: ClaimFacts): Outcome<'fresh' | 'again', 'CODE_USED' | 'CODE_EXPIRED'> {
  const { claim } = facts
  if (claim === undefined || claim.serial !== facts.serial) return refuse('CODE_USED')
  if (claim.usedAt !== undefined) return facts.isKnownHere ? accept('again') : refuse('CODE_USED')
  return facts.now > claim.expiresAt ? refuse('CODE_EXPIRED') : accept('fresh')
}

/** Whether one more person fits on the phone. */
export function decideBinding(facts: { readonly personsOnDevice: number }): Outcome<true, 'PHONE_FULL'> {
  return facts.personsOnDevice >= mostPersonsOnDevice ? refuse('PHONE_FULL') : accept(true)
}

/**
 * The devices a person is known on once one more is added, and those that fall off: the longest known go first, so that a
 * browser nobody uses any more never keeps a person out.
 */
export function devicesAfter(devices: readonly string[], added: string): { readonly kept: string[]; readonly dropped: readonly string[] } {
  const all = [...devices.filter((device) => device !== added), added]
  return { kept: all.slice(-mostDevicesOfPerson), dropped: all.slice(0, -mostDevicesOfPerson) }
}

export interface IssueFacts {
  readonly isFromBranch: boolean
  readonly isOfficer: boolean
  /** holds an office that the asker could not give them: whoever has their code acts in it */
  readonly isAbove: boolean
}

/** The county issues to officers only: a member's code is the secretary's to give. Nobody lets themselves into an office above their own. */
export function decideIssue(facts: IssueFacts): Outcome<true, 'SECRETARY_ISSUES' | 'ABOVE_YOU'> {
  if (facts.isAbove) return refuse('ABOVE_YOU')
  return facts.isFromBranch || facts.isOfficer ? accept(true) : refuse('SECRETARY_ISSUES')
}

/** An unused code that still runs is given again rather than replaced: paper already handed out stays good. */
export function claimAfterIssue(
  facts: { readonly now: number; readonly until: number },
  claim: { readonly serial: number; readonly expiresAt: number; readonly usedAt?: number } | undefined,
): { readonly serial: number; readonly expiresAt: number } {
  if (claim === undefined) return { serial: 1, expiresAt: facts.until }
  if (claim.usedAt === undefined && facts.now <= claim.expiresAt) {
    return { serial: claim.serial, expiresAt: Math.max(claim.expiresAt, facts.until) }
  }
  return { serial: claim.serial + 1, expiresAt: facts.until }
}

/** Whether one of a person's offices could not be given by any of the asker's, nor is one of them. */
export function isAboveAll(theirs: readonly Role[], mine: readonly Role[]): boolean {
  return theirs.some(
    (role) => role !== 'member' && !mine.some((own) => own === role || (own !== 'member' && grantedBy[role].includes(own))),
  )
}
