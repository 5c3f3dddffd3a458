/** Claims as rules: single use, seven days when sent, three days past the next theme day when printed. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs, endOfDay, endOfMonth } from '#shared/kernel/day'
import { type Grant, grantedBy, type Role } from '#shared/kernel/organisation'

/** One phone serves up to four persons of a household; a person is known on up to five devices. */
export const mostPersonsOnDevice = 4
export const mostDevicesOfPerson = 5

/**
 * Wrong codes within an hour: of one caller, of one address whoever asks there, and of the whole deployment. A county of twenty thousand
 * does not come near the last in the hour of its busiest theme day; at that pace, and with a code out for each of them, the first of
 * their codes of fifty bits would be hit in two thousand years.
 */
export const triesPerCaller = 5
export const triesPerAddress = 60
export const triesInAll = 3000

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
  /** holds an office for which codes are given from above, or one that the own secretary may not open */
  readonly isOfficer: boolean
  /** holds an office that the asker may not open: whoever has their code acts in it */
  readonly isAbove: boolean
}

/** The county issues to officers only: a member's code is the secretary's to give. Nobody lets themselves into an office above their own. */
export function decideIssue(facts: IssueFacts): Outcome<true, 'SECRETARY_ISSUES' | 'ABOVE_YOU'> {
  if (facts.isAbove) return refuse('ABOVE_YOU')
  return facts.isFromBranch || facts.isOfficer ? accept(true) : refuse('SECRETARY_ISSUES')
}

/** More have never asked for one unused code; one more gets a code of its own. */
const mostTellers = 8

/**
 * An unused code that still runs is given again rather than replaced: paper already handed out stays good. It then opens no more than
 * the least of those could open who were told it.
 */
export function claimAfterIssue(
  facts: { readonly now: number; readonly until: number; readonly tellers: ToldBy },
  claim: { readonly serial: number; readonly expiresAt: number; readonly usedAt?: number; readonly toldBy?: ToldBy } | undefined,
): { readonly serial: number; readonly expiresAt: number; readonly toldBy: ToldBy } {
  const { now, until, tellers } = facts
  if (claim === undefined) return { serial: 1, expiresAt: until, toldBy: tellers }
  const toldBy = toldAlso(claim.toldBy ?? [[]], tellers)
  const runs = claim.usedAt === undefined && now <= claim.expiresAt
  if (runs && toldBy.length <= mostTellers) return { serial: claim.serial, expiresAt: Math.max(claim.expiresAt, until), toldBy }
  return { serial: claim.serial + 1, expiresAt: until, toldBy: tellers }
}

/** An office somebody acts in. */
export type Seat = Pick<Grant, 'role' | 'unitId'>

/** An office somebody holds, now or later, and where: `within` are its unit and every unit above that. */
export interface HeldOffice extends Seat {
  readonly within: readonly string[]
}

/**
 * Whether somebody in these seats may let a person in who holds all these offices, keep them out, or be told a way in: whoever acts as a
 * person acts in every one of their offices, so each must be one that these seats could give, there. Who merely holds the same office may
 * not: that would outlast their own term.
 */
export function mayOpen(seats: readonly Seat[], offices: readonly HeldOffice[]): boolean {
  return offices.every(({ role, within }) => seats.some((seat) => mayGive(seat.role, role) && within.includes(seat.unitId)))
}

const mayGive = (giver: Role, role: Role) => role !== 'member' && giver !== 'member' && grantedBy[role].includes(giver)

/**
 * The seats of each who was told a code, or by whose code a device was let in. A code somebody has made for themselves is as good as the phone
 * they asked for it on.
 */
export type ToldBy = readonly (readonly Seat[])[]

/** A way in opens what all of those could open who gave it, for each of them may be the one who uses it. Members have nothing to open. */
export function opensAll(toldBy: ToldBy | undefined, offices: readonly HeldOffice[]): boolean {
  if (offices.length === 0) return true
  return toldBy !== undefined && toldBy.length > 0 && toldBy.every((seats) => mayOpen(seats, offices))
}

/** The same seats need not stand there twice. */
function toldAlso(toldBy: ToldBy, tellers: ToldBy): ToldBy {
  const nameOf = (some: readonly Seat[]) =>
    some
      .map(({ role, unitId }) => `${role} ${unitId}`)
      .sort()
      .join()
  const known = toldBy.map(nameOf)
  return [...toldBy, ...tellers.filter((seats) => !known.includes(nameOf(seats)))]
}
