/** Ids and closed lists of the dues that a screen may take as values; no zod here. */
import type { MonthKey } from '#shared/kernel/day'

/**
 * What an amount is worked out from (seed 003, articles 1 to 6). `fixed` stands for students, laid-off members and those who live on
 * relief or on the subsistence allowance: which of them is nobody's business.
 */
export const dueKinds = ['farmer', 'fixed', 'wage', 'annualSalary', 'operator', 'retiree'] as const
export type DueKind = (typeof dueKinds)[number]

/** The article an amount stands on. */
export const clauses = ['article2', 'article3', 'article4', 'article5', 'article6'] as const
export type Clause = (typeof clauses)[number]

/** How a county rounds a computed amount: no central rule was found, so it is a setting. */
export const roundings = ['fen', 'jiao', 'yuan'] as const
export type Rounding = (typeof roundings)[number]

/** Why an amount changes within its year: chosen, never written, so that no wage is told. */
export const changeReasons = ['incomeChanged', 'newQuarter', 'retired', 'kindChanged', 'correction'] as const
export type ChangeReason = (typeof changeReasons)[number]

export const payerKinds = ['self', 'relative', 'member'] as const
export type PayerKind = (typeof payerKinds)[number]

/** How money that came in here was handed over. What was paid at another branch is no money of this one. */
export const payWays = ['cash', 'transfer', 'bank'] as const
export type PayWay = (typeof payWays)[number]

/** Why a receipt is reversed. */
export const reversalReasons = ['wrongPerson', 'wrongMonth', 'wrongAmount', 'notReceived'] as const
export type ReversalReason = (typeof reversalReasons)[number]

/** What a month of a member has come to. */
export const monthStates = ['paper', 'notYet', 'paid', 'elsewhere', 'waived', 'unset', 'due', 'overdue', 'ahead'] as const
export type MonthState = (typeof monthStates)[number]

export const noteStates = ['waiting', 'recorded', 'notFound'] as const

export const dayStages = ['open', 'counted', 'closed'] as const
export type DayStage = (typeof dayStages)[number]

export const handInStates = ['sent', 'received', 'differs', 'reversed'] as const
export type HandInState = (typeof handInStates)[number]

export const carryWays = ['cash', 'transfer', 'bank'] as const

/** Lines of the branch's book that are no receipts. */
export const lineKinds = ['handedUp', 'givenBack', 'used'] as const
export type LineKind = (typeof lineKinds)[number]

export const hardshipStates = ['waiting', 'approved', 'sentBack'] as const
export type HardshipState = (typeof hardshipStates)[number]

export const hardshipReplies = ['talkAgain', 'notThisTime'] as const
export type HardshipReply = (typeof hardshipReplies)[number]

/** A member's year: what was set, and which months are done with. */
export function accountId(memberId: string, year: string): string {
  return `${memberId}_${year}`
}

export function yearOf(month: MonthKey): string {
  return month.slice(0, 4)
}

export function monthsOfYear(year: string): readonly MonthKey[] {
  return ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `${year}-${month}`)
}

const padded = (serial: number) => String(serial).padStart(6, '0')

/** A numbered entry of the book: the number is the key, so that there is none twice. */
export function receiptId(branchId: string, year: string, number: number): string {
  return `${branchId}_${year}_${padded(number)}`
}

/** What was paid at another branch has no number here; its own id stands behind an `e`, after all numbers. */
export function elsewhereId(branchId: string, year: string, id: string): string {
  return `${branchId}_${year}_e${id}`
}

/** The entry that takes another back: there can be one. */
export function elsewhereReversalId(id: string): string {
  return `${id}_r`
}

/** Marked, because receipts and lines may both be taken back, and that is kept by their ids. */
export function lineId(branchId: string, year: string, serial: number): string {
  return `${branchId}_${year}_l${padded(serial)}`
}

export function duesDayId(branchId: string, day: string): string {
  return `${branchId}_${day}`
}

export function payNoteId(memberId: string, month: MonthKey): string {
  return `${memberId}_${month}`
}

export function hardshipId(memberId: string, serial: number): string {
  return `${memberId}_${serial}`
}
