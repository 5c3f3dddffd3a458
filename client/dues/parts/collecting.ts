/** What collectors are answered, and how it is said on their pages. */
import type { MonthState } from '#shared/dues/ids'
import { countOf, type MonthCount } from '#shared/dues/month-count'
import { sayReceipt, selfWord } from '#shared/dues/words'
import type { DayKey, MonthKey } from '#shared/kernel/day'
import type { Answer } from './answers'

export type MonthRow = Answer<'listMonth'>['rows'][number]
export type Entry = NonNullable<MonthRow['entry']>
export type Day = Answer<'listDays'>['rows'][number]

const open: readonly MonthState[] = ['due', 'overdue', 'unset', 'ahead']

/** Whether anything is still to be done about the month. */
export function isOpen({ state }: Pick<MonthRow, 'state'>): boolean {
  return open.includes(state)
}

/** Whether the month's amount can be taken with one tap. */
export function isToCollect({ state, assessedFen }: MonthRow): boolean {
  return (state === 'due' || state === 'overdue') && assessedFen !== undefined
}

/** By the one rule by which the server counts as well. */
export function countRows(rows: readonly MonthRow[], month: MonthKey, startMonth: MonthKey): MonthCount {
  return countOf(
    rows.map(({ state }) => ({ month, state })),
    startMonth,
  )
}

/** `11月20日`: where the day of the week says nothing. */
export function sayShortDay(day: DayKey): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** `本人交`, `女儿张敏代交` */
export function sayPaidBy(payer: string): string {
  return payer === selfWord ? '本人交' : `${payer}代交`
}

/** `2026—0018 号`; empty for what has no number here. */
export function sayNumber({ year, number }: Pick<Entry, 'year' | 'number'>): string {
  return number === undefined ? '' : sayReceipt(year, number)
}
