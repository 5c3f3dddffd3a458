/** 党费收缴登记册: what stands in the cells of a member's year, and what a year comes to. The same on screen, paper and in a table. */
import type { OutputOf } from '#shared/kernel/contract'
import { addFen, type Fen, fen } from '#shared/kernel/fen'
import type { dues } from './contract'
import { type MonthState, monthsOfYear } from './ids'

export type RegisterRow = OutputOf<typeof dues.getRegister>['rows'][number]
export type RegisterMonth = RegisterRow['months'][number]

/** Why there is no amount, where that is nobody's debt; an empty cell is left for the pen. */
const shortWords: Partial<Readonly<Record<MonthState, string>>> = {
  paper: '见纸质',
  notYet: '未入党',
  elsewhere: '在外地交',
  waived: '免交',
}

export function sayNoAmount({ state }: RegisterMonth): string {
  return shortWords[state] ?? ''
}

/** What came in here for the month. */
export function paidIn({ state, fen: amount }: RegisterMonth): Fen | undefined {
  return state === 'paid' ? fen(amount ?? 0) : undefined
}

/** `0018`; of a receipt of another year with its year, because numbers begin anew. */
export function sayNumberIn({ number, numberYear, month }: RegisterMonth): string {
  if (number === undefined) return ''
  const padded = String(number).padStart(4, '0')
  return numberYear === undefined || month.startsWith(numberYear) ? padded : `${numberYear}—${padded}`
}

export interface RegisterSums {
  /** by month of the year, January first */
  readonly months: readonly Fen[]
  readonly total: Fen
}

/** A month settled at another branch is no money of this one. */
export function registerSums(rows: readonly Pick<RegisterRow, 'months' | 'paidFen'>[], year: string): RegisterSums {
  const months = monthsOfYear(year).map((month) =>
    addFen(...rows.flatMap((row) => row.months.filter((one) => one.month === month)).map((one) => paidIn(one) ?? fen(0))),
  )
  return { months, total: addFen(...rows.map(({ paidFen }) => fen(paidFen))) }
}
