/** The sum behind an amount, worked out on this phone and nowhere else (product decision 1). */
import type { Clause, Rounding } from '#shared/dues/ids'
import { assess, type Facts, pensionBrackets, usualMostFen, wageBrackets } from '#shared/dues/rules'
import { addFen, type Fen, fen, sayYuan, shareOf } from '#shared/kernel/fen'
import { fenTyped } from '../../parts/typed-yuan'

/** Kinds whose amount follows from an income. */
export type IncomeKind = 'wage' | 'annualSalary' | 'operator' | 'retiree'

/** What is asked for, field by field. */
export const incomeLabels: Readonly<Record<IncomeKind, readonly string[]>> = {
  wage: ['每月税后工资'],
  annualSalary: ['这个月实际领到'],
  operator: ['上季度第一个月净赚', '第二个月净赚', '第三个月净赚'],
  retiree: ['每月离退休费、养老金'],
}

/** What counts and what does not, where people ask again and again. */
export const incomeHints: Readonly<Record<IncomeKind, string>> = {
  wage: '固定、经常的部分；奖金、加班费、各种补贴不算',
  annualSalary: '哪个月领年终的，那个月按实际领的算',
  operator: '没有赚钱的月份写 0',
  retiree: '每月实际领到的总数',
}

export interface Calculated {
  readonly dueFen: Fen
  /** what the yearly approval may set */
  readonly approvedFen: Fen
  /** above it, of the member's own will */
  readonly voluntaryFen: Fen
  readonly clause: Clause
  readonly explanation: string
  /** why one fen more may cost much more; absent in the lowest bracket */
  readonly jump?: string
}

/** Undefined while a field is empty or holds no amount. */
export function calculate(kind: IncomeKind, typed: readonly string[], rounding: Rounding): Calculated | undefined {
  const amounts = typed.map(fenTyped).filter((amount) => amount !== undefined)
  const facts = amounts.length === incomeLabels[kind].length ? factsOf(kind, amounts) : undefined
  const assessed = facts && assess(facts, { rounding })
  if (!assessed?.ok) return undefined
  const { dueFen, clause, explanation } = assessed.value
  const approvedFen = fen(Math.min(dueFen, usualMostFen))
  const jump = jumpOf(kind, kind === 'operator' ? shareOf(addFen(...amounts), 1, 3) : addFen(...amounts), rounding)
  return {
    ...{ dueFen, approvedFen, voluntaryFen: addFen(dueFen, fen(-approvedFen)), clause, explanation },
    ...(jump === undefined ? {} : { jump }),
  }
}

function factsOf(kind: IncomeKind, [first = fen(0), second = fen(0), third = fen(0)]: readonly Fen[]): Facts {
  switch (kind) {
    case 'wage':
      return { kind, monthlyFen: first }
    case 'annualSalary':
      return { kind, monthFen: first }
    case 'operator':
      return { kind, quarterFen: [first, second, third] }
    case 'retiree':
      return { kind, pensionFen: first }
  }
}

/** All at one rate: whoever has one fen above a bound pays more than somebody at it, and asks why. */
function jumpOf(kind: IncomeKind, base: Fen, rounding: Rounding): string | undefined {
  const brackets = kind === 'retiree' ? pensionBrackets : wageBrackets
  const bound = brackets.filter(({ upToFen }) => upToFen !== undefined && upToFen < base).at(-1)?.upToFen
  if (bound === undefined) return undefined
  const atBound = assess(kind === 'retiree' ? { kind, pensionFen: bound } : { kind: 'wage', monthlyFen: bound }, { rounding })
  if (!atBound.ok) return undefined
  return `整笔按一个比例算，不是只算超过的那部分。正好 ${sayYuan(fen(bound))} 元的，每月交 ${sayYuan(atBound.value.dueFen)} 元，多一分就整笔按高的算`
}
