/**
 * What a member owes a month (seed 003, rules for Party dues, articles 1 to 6; the whole amount at one rate, bounds inclusive). It runs
 * on the phone that asks and nowhere else: the income goes into it and is forgotten (product decision 1).
 */
import { type Fen, fen, shareOf } from '#shared/kernel/fen'
import type { Clause, DueKind, Rounding } from './ids'
import { explainIncome, explainSet } from './words'

/** All amounts are integer fen. */
export type Facts =
  /** a month's fixed wages, after tax */
  | { readonly kind: 'wage'; readonly monthlyFen: number }
  /** what was really received in the month, where pay is by the year */
  | { readonly kind: 'annualSalary'; readonly monthFen: number }
  /** net income of the three months of the last quarter; a month without any counts as one */
  | { readonly kind: 'operator'; readonly quarterFen: readonly [number, number, number] }
  | { readonly kind: 'retiree'; readonly pensionFen: number }
  /** what the branch has set, between 0.20 and 1.00 yuan */
  | { readonly kind: 'farmer'; readonly branchFen: number }
  | { readonly kind: 'fixed' }

export interface Assessed {
  readonly dueFen: Fen
  /** hundredths of a percent; null where the amount does not follow from an income */
  readonly rateBp: number | null
  readonly clause: Clause
  /** why, in a sentence that holds the income: shown on this phone and never sent */
  readonly explanation: string
  /** above 1,000.00 yuan a month: the yearly approval sets no more, the rest is voluntary (notice 5 of 2017) */
  readonly isAboveUsual: boolean
}

/** `NOT_A_FACT` no such kind of income · `NOT_AN_AMOUNT` not whole fen, negative, or more than can be · `FARMER_OUT_OF_RANGE` */
export type AssessRefusal = 'NOT_A_FACT' | 'NOT_AN_AMOUNT' | 'FARMER_OUT_OF_RANGE'

export type AssessResult = { readonly ok: true; readonly value: Assessed } | { readonly ok: false; readonly code: AssessRefusal }

interface Bracket {
  /** inclusive; absent: no bound */
  readonly upToFen?: number
  readonly rateBp: number
}

/** Article 2, amended bounds: 3,000, 5,000 and 10,000 yuan, each belonging to the bracket below it. */
export const wageBrackets: readonly Bracket[] = [
  { upToFen: 300_000, rateBp: 50 },
  { upToFen: 500_000, rateBp: 100 },
  { upToFen: 1_000_000, rateBp: 150 },
  { rateBp: 200 },
]

/** Article 5. */
export const pensionBrackets: readonly Bracket[] = [{ upToFen: 500_000, rateBp: 50 }, { rateBp: 100 }]

/** Article 6: farmers between these, everybody else of it the least. */
const leastFarmerFen = fen(20)
const mostFarmerFen = fen(100)
export const fixedFen = fen(20)

/** What is usual at most a month, and from where one gift goes to the centre (article 11). */
export const usualMostFen = fen(100_000)
export const largeGiftFen = fen(100_000)

/** Nine digits of yuan: what can be typed. Times a rate it is still exact. */
const mostIncomeFen = 99_999_999_999

export const clauseOf: Readonly<Record<DueKind, Clause>> = {
  wage: 'article2',
  annualSalary: 'article3',
  operator: 'article4',
  retiree: 'article5',
  farmer: 'article6',
  fixed: 'article6',
}

const isIncome = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= mostIncomeFen

export function isFarmerAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= leastFarmerFen && value <= mostFarmerFen
}

/** Answers for whatever it is given: facts come from a form, and a form may hold anything. */
export function assess(facts: Facts, { rounding }: { readonly rounding: Rounding }): AssessResult {
  const given: unknown = facts
  if (typeof given !== 'object' || given === null) return { ok: false, code: 'NOT_A_FACT' }
  switch (facts.kind) {
    case 'wage':
      return byIncome('wage', facts.monthlyFen, wageBrackets, rounding)
    case 'annualSalary':
      return byIncome('annualSalary', facts.monthFen, wageBrackets, rounding)
    case 'operator':
      return byQuarter(facts.quarterFen, rounding)
    case 'retiree':
      return byIncome('retiree', facts.pensionFen, pensionBrackets, rounding)
    case 'farmer':
      return byBranch(facts.branchFen)
    case 'fixed':
      return set('fixed', fixedFen)
    default:
      return { ok: false, code: 'NOT_A_FACT' }
  }
}

function byBranch(branchFen: unknown): AssessResult {
  if (!isIncome(branchFen)) return { ok: false, code: 'NOT_AN_AMOUNT' }
  if (!isFarmerAmount(branchFen)) return { ok: false, code: 'FARMER_OUT_OF_RANGE' }
  return set('farmer', fen(branchFen))
}

/** The average is rounded to fen first (no source says how; decision 0023), so that the bound is asked of an amount people can read. */
function byQuarter(quarterFen: unknown, rounding: Rounding): AssessResult {
  if (!Array.isArray(quarterFen) || quarterFen.length !== 3) return { ok: false, code: 'NOT_A_FACT' }
  // Spread, because `every` passes over a hole, and a month that is missing is not one without income.
  const months: readonly unknown[] = [...quarterFen]
  if (!months.every(isIncome)) return { ok: false, code: 'NOT_AN_AMOUNT' }
  const sum = fen(months.reduce((total, month) => total + month, 0))
  return byIncome('operator', shareOf(sum, 1, 3), wageBrackets, rounding)
}

function byIncome(kind: DueKind, income: unknown, brackets: readonly Bracket[], rounding: Rounding): AssessResult {
  if (!isIncome(income)) return { ok: false, code: 'NOT_AN_AMOUNT' }
  const base = fen(income)
  const place = brackets.findIndex(({ upToFen }) => upToFen === undefined || base <= upToFen)
  const bracket = brackets[place]
  if (bracket === undefined) return { ok: false, code: 'NOT_A_FACT' }
  const dueFen = rounded(base, bracket.rateBp, rounding)
  const explanation = explainIncome(kind, base, { above: brackets[place - 1]?.upToFen, ...bracket })
  return { ok: true, value: { dueFen, rateBp: bracket.rateBp, clause: clauseOf[kind], explanation, isAboveUsual: dueFen > usualMostFen } }
}

function set(kind: 'farmer' | 'fixed', dueFen: Fen): AssessResult {
  const explanation = explainSet(kind, dueFen)
  return { ok: true, value: { dueFen, rateBp: null, clause: clauseOf[kind], explanation, isAboveUsual: false } }
}

const stepOf: Readonly<Record<Rounding, number>> = { fen: 1, jiao: 10, yuan: 100 }

/** `fen` half up; `jiao` and `yuan` up, from the exact amount and not from one that was rounded before. */
function rounded(base: Fen, rateBp: number, rounding: Rounding): Fen {
  if (rounding === 'fen') return shareOf(base, rateBp, 10_000)
  const step = stepOf[rounding]
  const exact = base * rateBp
  const rest = exact % (10_000 * step)
  const steps = shareOf(fen(exact - rest), 1, 10_000 * step) + (rest > 0 ? 1 : 0)
  return fen(steps * step)
}
