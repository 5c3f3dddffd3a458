/** The yearly approval as lines of a table, cut into sheets of A4 here and not by the printer, so that each can carry its own head row. */
import { changeReasonWords, clauseWords, kindWords } from '#shared/dues/words'
import { sayDate, sayMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import { type ApprovalRow, type ApprovalView, standingOf } from '../../parts/approval-row'

export interface SheetLine {
  readonly memberId: string
  /** 1 for the first name of the roster */
  readonly place: number
  readonly name: string
  readonly kind: string
  readonly monthly: string
  /** of the rules for dues, as the head says: `第二条` */
  readonly clause: string
  readonly from: string
  /** what was set anew within the year, each a line */
  readonly changes: readonly string[]
}

/** Those whom the year concerns; nobody has set an amount yet: the cells are left for the pen. */
export function sheetLinesOf(rows: readonly ApprovalRow[]): readonly SheetLine[] {
  return rows
    .filter((row) => standingOf(row) !== 'notNeeded')
    .map(({ memberId, name, approvals }, index) => {
      const [yearly, ...later] = approvals
      const common = { memberId, place: index + 1, name: spacedName(name), changes: later.map((change) => sayChange(change, yearly)) }
      if (yearly === undefined) return { ...common, kind: '', monthly: '', clause: '', from: '' }
      const { kind, monthlyFen, clause, from } = yearly
      return {
        ...common,
        kind: kindWords[kind],
        monthly: sayYuan(fen(monthlyFen)),
        clause: clauseWords[clause].replace('党费规定', ''),
        from: sayMonth(from),
      }
    })
}

/** `7月起 28.50 收入变了`, `7月起 离退休 20.00 退休了` */
function sayChange({ from, kind, monthlyFen, reason }: ApprovalView, yearly: ApprovalView | undefined): string {
  const otherKind = kind === yearly?.kind ? [] : [kindWords[kind]]
  const why = reason === undefined ? [] : [changeReasonWords[reason]]
  return [`${sayMonth(from)}起`, ...otherKind, sayYuan(fen(monthlyFen)), ...why].join(' ')
}

/** Heights on a sheet, with room for the title on the first and the signatures on the last: a village of 26 takes one. */
const heightsOfSheet = 26
const heightMm = 8
/** What is 12 pt high takes so much of it. */
const lineMm = 4.5
/** Letters of 12 pt on a line of each cell whose words may be long. */
const nameLetters = 5
const changeLetters = 10.5

export function sheetsOf(lines: readonly SheetLine[]): readonly (readonly SheetLine[])[] {
  const sheets: SheetLine[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const height = heightsOf(line)
    if (used + height > heightsOfSheet) {
      sheets.push([])
      used = 0
    }
    sheets.at(-1)?.push(line)
    used += height
  }
  return sheets
}

/** Counted up, because nothing of this feature divides. */
export function heightsOf({ name, changes }: SheetLine): number {
  const written = changes.reduce((sum, change) => sum + linesIn(change, changeLetters), 0)
  const lines = Math.max(linesIn(name, nameLetters), written)
  let heights = 1
  while (heights * heightMm < lines * lineMm) heights += 1
  return heights
}

/** A digit or a blank is about half as wide as a Han letter. */
function linesIn(text: string, letters: number): number {
  const width = [...text].reduce((sum, letter) => sum + (/[\u0020-\u024f·]/.test(letter) ? 0.55 : 1), 0)
  let lines = 1
  while (lines * letters < width) lines += 1
  return lines
}

/** Says how fresh the sheet is by its last record and not by the clock, so that the same records always print the same sheet. */
export function sourceOf(rows: readonly ApprovalRow[]): string {
  const last = rows
    .flatMap(({ approvals }) => approvals)
    .sort((one, other) => one.at - other.at)
    .at(-1)
  return last === undefined ? '还没有核定一位' : `照党费核定生成，最后一笔 ${sayDate(last.at)} ${last.by}`
}
