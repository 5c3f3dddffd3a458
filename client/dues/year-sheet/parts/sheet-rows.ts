/** The yearly sheet as rows of paper: what is summed, what moved, and which of it goes on which page. */
import { handInStateWords, lineKindWords } from '#shared/dues/words'
import type { DayKey } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import type { Sheet } from '../../parts/answers'
import { sayShortDay } from '../../parts/collecting'

export interface SumRow {
  readonly label: string
  readonly value: string
  /** a part of the row above it */
  readonly isPart?: true
}

/** Above the last, everything adds up to it. `today`: a year that runs has no end to have anything left at. */
export function sumRows(sheet: Sheet, today: DayKey): readonly SumRow[] {
  const { year, broughtFen, collectedFen, giftFen, largeFen, handedUpFen, givenBackFen, usedFen, inHandFen } = sheet
  const yuan = (amount: number) => `${sayYuan(fen(amount))} 元`
  return [
    { label: '上年结转', value: yuan(broughtFen) },
    { label: '本年收缴', value: yuan(collectedFen) },
    ...(giftFen === 0 ? [] : [{ label: '其中自愿多交', value: yuan(giftFen), isPart: true as const }]),
    ...(largeFen === 0 ? [] : [{ label: '其中大额党费', value: yuan(largeFen), isPart: true as const }]),
    { label: '上级返还', value: yuan(givenBackFen) },
    { label: '上缴', value: yuan(handedUpFen) },
    { label: '使用', value: yuan(usedFen) },
    { label: today.startsWith(year) ? '现在结存' : '年末结存', value: yuan(inHandFen) },
  ]
}

export function countRows({ members, settledMembers, receipts, reversals, elsewhereMonths }: Sheet): readonly SumRow[] {
  return [
    { label: '应交的党员', value: `${members} 人，没有欠的 ${settledMembers} 人` },
    { label: '收据', value: reversals === 0 ? `${receipts} 张` : `${receipts} 张，另有冲正 ${reversals} 张` },
    ...(elsewhereMonths === 0 ? [] : [{ label: '在外地交的', value: `${elsewhereMonths} 个月，不算本支部的钱` }]),
  ]
}

export interface MoneyRow {
  readonly lineId: string
  readonly day: string
  readonly what: string
  readonly amount: string
  readonly words: string
}

/** In the order of days. Who carried a hand-in is on its slip: here stands what became of it, and nobody's name. */
export function moneyRows({ lines }: Pick<Sheet, 'lines'>): readonly MoneyRow[] {
  return [...lines]
    .sort((a, b) => (a.day === b.day ? a.at - b.at : a.day < b.day ? -1 : 1))
    .map(({ lineId, day, kind, reversedKind, fen: amount, state, words, isReversed }) => ({
      lineId,
      day: sayShortDay(day),
      what: kind === 'reversal' ? `冲正${reversedKind === undefined ? '' : lineKindWords[reversedKind]}` : lineKindWords[kind],
      amount: `${sayYuan(fen(kind === 'reversal' ? -amount : amount))} 元`,
      words: isReversed ? `${state === undefined ? `${words}，` : ''}已冲正` : state === undefined ? words : handInStateWords[state],
    }))
}

export interface SheetPage {
  readonly number: number
  readonly rows: readonly MoneyRow[]
}

/** Tenths of a mm: what rows may take on the first page, sums among them, and on a page of their own. */
const roomOnFirst = 1_900
const roomOnNext = 2_200
const rowHeight = 82
const lineHeight = 53
/** Letters of a line in the last column. */
const lettersInLine = 20

function heightOf({ words }: MoneyRow): number {
  let height = rowHeight
  for (let rest = words.length - lettersInLine; rest > 0; rest -= lettersInLine) height += lineHeight
  return height
}

/** Cut between rows; there is always a first page, and the sums are on it. */
export function sheetPages(rows: readonly MoneyRow[], sums: readonly SumRow[]): readonly SheetPage[] {
  const pages: MoneyRow[][] = [[]]
  let room = roomOnFirst - sums.length * rowHeight
  for (const row of rows) {
    const height = heightOf(row)
    if (height > room) {
      pages.push([])
      room = roomOnNext
    }
    pages.at(-1)?.push(row)
    room -= height
  }
  return pages.map((cut, index) => ({ number: index + 1, rows: cut }))
}
