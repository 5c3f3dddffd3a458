/** Cuts the year on sheets of A4 that lie on their side: here and not by the printer, so that each carries its heads and its number. */
import type { RegisterRow } from '#shared/dues/register'

export interface RegisterSheet {
  /** 1 for the first */
  readonly number: number
  readonly lines: readonly RegisterLine[]
}

export interface RegisterLine {
  readonly place: number
  readonly row: RegisterRow
}

/** Heights of 9 mm; any may be the last, with the sums and the signatures. */
const linesOnSheet = 13

export function registerSheets(rows: readonly RegisterRow[]): readonly RegisterSheet[] {
  const lines = rows.map((row, index) => ({ place: index + 1, row }))
  const sheets: RegisterSheet[] = []
  do sheets.push({ number: sheets.length + 1, lines: lines.slice(sheets.length * linesOnSheet, (sheets.length + 1) * linesOnSheet) })
  while (sheets.length * linesOnSheet < lines.length)
  return sheets
}

/** How fresh the sheet is, by its last receipt and not by the clock, so that the same book prints the same sheet. */
export function lastNumberOf(rows: readonly RegisterRow[], year: string): number | undefined {
  const numbers = rows.flatMap(({ months }) =>
    months.flatMap(({ number, numberYear }) => (number === undefined || numberYear !== year ? [] : [number])),
  )
  return numbers.length === 0 ? undefined : Math.max(...numbers)
}
