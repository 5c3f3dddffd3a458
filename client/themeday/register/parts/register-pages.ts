/**
 * Lays the roll on sheets of A4: two columns of names, read down the left one and then the right one, on every sheet anew.
 * The sheets are cut here and not by the printer, so that each can carry its own head row and `第 1 页，共 2 页`.
 */

export interface RegisterLine {
  readonly memberId: string
  /** was there: what is written can be put right */
  readonly isPresent: boolean
  /** 1 for the first name of the roster */
  readonly place: number
  readonly name: string
  /** `扫码 8:41`, `请假`; empty for who was not there: the line is left for the pen */
  readonly how: string
}

export interface RegisterPage {
  readonly number: number
  readonly left: readonly RegisterLine[]
  readonly right: readonly RegisterLine[]
}

/** Heights of 9 mm that fit in one column of a sheet without a head; any may be the last with its signatures. */
const heightsOnOthers = 22

/** At 12 pt a name has room for five letters a line, the way of arriving for six; two lines fit one height. */
const nameLetters = 5
const howLetters = 6

/** `first` is what the head of the first sheet leaves (`roomUnder`). */
export function registerPages(
  lines: readonly RegisterLine[],
  room: { readonly first: number; readonly others?: number },
): readonly RegisterPage[] {
  const pages: RegisterPage[] = []
  let from = 0
  do {
    const height = pages.length === 0 ? room.first : (room.others ?? heightsOnOthers)
    const middle = fill(lines, from, height)
    const end = fill(lines, middle, height)
    const cut = end === lines.length ? evenCut(lines, from, height, middle) : middle
    pages.push({ number: pages.length + 1, left: lines.slice(from, cut), right: lines.slice(cut, end) })
    from = end
  } while (from < lines.length)
  return pages
}

/** How far one column reaches; at least one line, so that a monstrous name cannot stop the printing. */
function fill(lines: readonly RegisterLine[], from: number, height: number): number {
  let used = 0
  let end = from
  for (const line of lines.slice(from)) {
    used += heightsOf(line)
    if (used > height && end > from) return end
    end += 1
  }
  return end
}

/** The last sheet is shared evenly, so that both columns end together. */
function evenCut(lines: readonly RegisterLine[], from: number, height: number, middle: number): number {
  const half = from + Math.ceil((lines.length - from) / 2)
  return columnHeight(lines.slice(from, half)) <= height ? half : middle
}

/** In heights of 9 mm. */
export function columnHeight(lines: readonly RegisterLine[]): number {
  return lines.reduce((sum, line) => sum + heightsOf(line), 0)
}

export function heightsOf(line: RegisterLine): number {
  const rows = Math.max(Math.ceil(widthOf(line.name) / nameLetters), Math.ceil(widthOf(line.how) / howLetters))
  return Math.max(1, Math.ceil(rows / 2))
}

/** Lines a text takes where so many Han letters fit one. */
export function linesIn(text: string, letters: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / letters))
}

/** Width in Han letters; Latin letters, digits and dots take about half of one. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u0020-\u024f·]/.test(letter) ? 0.55 : 1), 0)
}
