/** The yearly sheet (收缴、使用情况, published once a year): sums of the book, and no person in them. */
import { addFen, type Fen, fen } from '#shared/kernel/fen'
import { lineMove } from './closing'
import type { DuesEntry } from './model'
import type { BookLine } from './money-model'
import { largeGiftFen } from './rules'
import { sumOf } from './standing'

export interface YearSheet {
  /** held from years before */
  readonly broughtFen: Fen
  /** receipts less what was taken back */
  readonly collectedFen: Fen
  /** of it: above what was due */
  readonly giftFen: Fen
  /** of the gifts: those that go to the centre whole */
  readonly largeFen: Fen
  readonly handedUpFen: Fen
  readonly givenBackFen: Fen
  readonly usedFen: Fen
  /** held at the end: brought + collected − handed up + given back − used */
  readonly inHandFen: Fen
  readonly receipts: number
  readonly reversals: number
  /** months settled at other branches: no money here */
  readonly elsewhereMonths: number
}

const sum = (amounts: readonly number[]) => addFen(...amounts.map(fen))

/** Of one year's entries and lines, and of what was held when it began. */
export function yearSheetOf(entries: readonly DuesEntry[], lines: readonly BookLine[], broughtFen: Fen): YearSheet {
  const receipts = entries.filter((entry) => entry.kind === 'receipt')
  const reversals = entries.filter((entry) => entry.kind === 'reversal')
  const gifts = (isCounted: (giftFen: number) => boolean) =>
    sum([
      ...receipts.filter(({ giftFen }) => isCounted(giftFen)).map(({ giftFen }) => giftFen),
      ...reversals.filter(({ giftFen }) => isCounted(giftFen)).map(({ giftFen }) => -giftFen),
    ])
  const moved = (kind: 'handedUp' | 'givenBack' | 'used') =>
    sum(lines.filter((line) => (line.kind === 'reversal' ? line.reversedKind : line.kind) === kind).map(lineMove))
  const collectedFen = sumOf(entries)
  const [handedUp, givenBackFen, used] = [moved('handedUp'), moved('givenBack'), moved('used')]
  const elsewhere = entries.flatMap((entry) => {
    if (entry.kind === 'elsewhere') return [entry.months.length]
    return entry.kind === 'elsewhereReversal' ? [-entry.months.length] : []
  })
  return {
    broughtFen,
    collectedFen,
    giftFen: gifts(() => true),
    largeFen: gifts((giftFen) => giftFen >= largeGiftFen),
    // Adding to zero keeps a sum of nothing from being minus zero.
    handedUpFen: fen(0 - handedUp),
    givenBackFen,
    usedFen: fen(0 - used),
    inHandFen: addFen(broughtFen, collectedFen, handedUp, givenBackFen, used),
    receipts: receipts.length,
    reversals: reversals.length,
    elsewhereMonths: elsewhere.reduce((total, months) => total + months, 0),
  }
}
