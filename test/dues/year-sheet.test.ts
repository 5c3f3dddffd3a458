import { lineMove } from '#shared/dues/closing'
import type { DuesEntry, Receipt } from '#shared/dues/model'
import type { BookLine, HandIn, OtherLine } from '#shared/dues/money-model'
import { yearSheetOf } from '#shared/dues/year-sheet'
import { fen } from '#shared/kernel/fen'
import { type Chance, chanceOf, oneOf } from './chance'
import { elsewhere, elsewhereReversalOf, handIn, lineReversalOf, otherLine, receipt, reversalOf } from './nouns'

const nothing = {
  ...{ broughtFen: 0, collectedFen: 0, giftFen: 0, largeFen: 0, handedUpFen: 0, givenBackFen: 0, usedFen: 0, inHandFen: 0 },
  ...{ receipts: 0, reversals: 0, elsewhereMonths: 0 },
}
const sheetOf = (entries: readonly DuesEntry[], lines: readonly BookLine[] = [], brought = 0) => yearSheetOf(entries, lines, fen(brought))

const plain = receipt(1, ['2026-01', '2026-02'])
const large = receipt(2, ['2026-01'], { giftFen: 100_000, totalFen: 100_050 })
const small = receipt(3, ['2026-01'], { giftFen: 99_999, totalFen: 100_049 })
const away = elsewhere('a', ['2026-01', '2026-02'])
const [up, back, used] = [handIn({ fen: 1000 }), otherLine('givenBack', { fen: 400 }), otherLine('used', { fen: 300 })]

describe('the yearly sheet', () => {
  it.each([
    ['of nothing', [], [], {}],
    ['of a receipt', [plain], [], { collectedFen: 100, inHandFen: 100, receipts: 1 }],
    ['of one taken back', [plain, reversalOf(plain, 2)], [], { receipts: 1, reversals: 1 }],
    [
      'of gifts: from 1,000.00 they go to the centre whole',
      [large, small],
      [],
      { collectedFen: 200_099, giftFen: 199_999, largeFen: 100_000, inHandFen: 200_099, receipts: 2 },
    ],
    [
      'of a large gift taken back',
      [large, small, reversalOf(large, 4)],
      [],
      { collectedFen: 100_049, giftFen: 99_999, inHandFen: 100_049, receipts: 2, reversals: 1 },
    ],
    ['case 22: months elsewhere are no money', [away], [], { elsewhereMonths: 2 }],
    ['of months elsewhere, taken back', [away, elsewhereReversalOf(away)], [], {}],
    [
      'of money that went up, came back and was used',
      [large],
      [up, back, used],
      {
        ...{ collectedFen: 100_050, giftFen: 100_000, largeFen: 100_000, receipts: 1 },
        ...{ handedUpFen: 1000, givenBackFen: 400, usedFen: 300, inHandFen: 99_150 },
      },
    ],
    ['of lines taken back', [], [up, back, used, ...[up, back, used].map((line, index) => lineReversalOf(line, 9 + index))], {}],
  ])('%s', (_, entries, lines, expected) => {
    const sheet = sheetOf(entries, lines)
    expect(sheet).toEqual({ ...nothing, ...expected })
    expect(Object.values(sheet).some((amount) => Object.is(amount, -0))).toBe(false)
  })

  it('begins with what was held', () => expect(sheetOf([plain], [up], 2000)).toMatchObject({ broughtFen: 2000, inHandFen: 1100 }))
})

/** What happened in a year, and the same told apart by hand while it happens. */
function yearOf(chance: Chance) {
  const entries: DuesEntry[] = []
  const lines: BookLine[] = []
  const standing: (Receipt | HandIn | OtherLine)[] = []
  for (let step = 1; step <= 40; step += 1) {
    const serial = { serial: step, _id: `b1_2026_${step}` }
    const amount = 1 + chance(500_000)
    const giftFen = oneOf(chance, [0, 1, 99_999, 100_000, 250_000])
    const place = chance(standing.length + 1)
    const chosen = standing[place]
    if (chance(3) === 0 && chosen !== undefined) {
      standing.splice(place, 1)
      if (chosen.kind === 'receipt') entries.push(reversalOf(chosen, step))
      else lines.push(lineReversalOf(chosen, step))
      continue
    }
    const made = oneOf<() => Receipt | HandIn | OtherLine>(chance, [
      () => receipt(step, ['2026-01'], { giftFen, totalFen: giftFen + 50 }),
      () => receipt(step, ['2026-01'], { giftFen, totalFen: giftFen + 1500 }),
      () => handIn({ ...serial, fen: amount }),
      () => otherLine('givenBack', { ...serial, fen: amount }),
      () => otherLine('used', { ...serial, fen: amount }),
    ])()
    standing.push(made)
    if (made.kind === 'receipt') entries.push(made)
    else lines.push(made)
  }
  const sumOf = (kind: BookLine['kind']) => standing.reduce((sum, one) => (one.kind === kind ? sum + one.fen : sum), 0)
  const receipts = standing.filter((one) => one.kind === 'receipt')
  const gifts = receipts.map(({ giftFen }) => giftFen)
  const add = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
  return {
    ...{ entries, lines },
    told: {
      collectedFen: add(receipts.map(({ totalFen }) => totalFen)),
      giftFen: add(gifts),
      largeFen: add(gifts.filter((giftFen) => giftFen >= 100_000)),
      handedUpFen: sumOf('handedUp'),
      givenBackFen: sumOf('givenBack'),
      usedFen: sumOf('used'),
    },
  }
}

it('adds up, whatever happened: brought + collected − handed up + given back − used is what is held', () => {
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const chance = chanceOf(seed)
    const { entries, lines, told } = yearOf(chance)
    const brought = chance(1_000_000)
    const sheet = sheetOf(entries, lines, brought)
    expect({ seed, ...sheet }).toMatchObject({ seed, ...told })
    const { broughtFen, collectedFen, handedUpFen, givenBackFen, usedFen, inHandFen } = sheet
    expect({ seed, inHandFen }).toEqual({ seed, inHandFen: broughtFen + collectedFen - handedUpFen + givenBackFen - usedFen })
    expect(inHandFen).toBe(lines.reduce<number>((sum, line) => sum + lineMove(line), brought + collectedFen))
  }
})

it('what is held at the end of a year is what the next begins with', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const chance = chanceOf(seed)
    const [first, second] = [yearOf(chance), yearOf(chance)]
    const carried = sheetOf(second.entries, second.lines, sheetOf(first.entries, first.lines).inHandFen)
    const atOnce = sheetOf([...first.entries, ...second.entries], [...first.lines, ...second.lines])
    expect({ seed, inHandFen: carried.inHandFen }).toEqual({ seed, inHandFen: atOnce.inHandFen })
  }
})
