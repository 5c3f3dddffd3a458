/** What entries of the book come to: the months of an account, the money of a branch, its days and its numbers. */
import { blankDay, dayAfter, nextNumber, tillAfter } from '#shared/dues/closing'
import type { DuesEntry, Receipt, Settled } from '#shared/dues/model'
import { movedBy, settledAfter, sumOf } from '#shared/dues/standing'
import { addFen, fen } from '#shared/kernel/fen'
import { type Chance, chanceOf, oneOf } from './chance'
import { duesDay, elsewhere, elsewhereReversalOf, now, receipt, reversalOf, till, today } from './nouns'

const fold = (entries: readonly DuesEntry[], year = '2026') =>
  entries.reduce<readonly Settled[]>((settled, entry) => settledAfter(settled, entry, year), [])
const monthsOf = (entries: readonly DuesEntry[], year?: string) => fold(entries, year).map(({ month }) => month)

describe('months after an entry', () => {
  const first = receipt(1, ['2026-03', '2026-04'])
  const away = elsewhere('a', ['2026-01'])

  it('holds who took them, when, and by which entry', () => {
    expect(fold([first])[0]).toEqual({ month: '2026-03', entryId: 'b1_2026_000001', way: 'paid', fen: 50, by: 'wang', at: now })
    expect(fold([away])[0]).toMatchObject({ way: 'elsewhere', fen: 1200 })
  })

  it.each([
    ['in their order, whatever was written first', [first, away], ['2026-01', '2026-03', '2026-04']],
    ['reversed, both are open again', [first, reversalOf(first, 2)], []],
    ['reversed, the others stay', [first, away, reversalOf(first, 2)], ['2026-01']],
    ['reversed and paid anew', [first, reversalOf(first, 2), receipt(3, ['2026-03'])], ['2026-03']],
    ['taken back elsewhere', [first, away, elsewhereReversalOf(away)], ['2026-03', '2026-04']],
    ['a gift alone settles none', [receipt(1, [], { giftFen: 100_000, totalFen: 100_000 })], []],
  ])('%s', (_, entries, months) => expect(monthsOf(entries)).toEqual(months))

  it('belong to the year they are of, whenever they were paid', () => {
    const over = receipt(1, ['2026-12', '2027-01', '2027-02'])
    expect([monthsOf([over]), monthsOf([over], '2027'), monthsOf([over], '2028')]).toEqual([['2026-12'], ['2027-01', '2027-02'], []])
    expect(monthsOf([over, reversalOf(over, 2)], '2027')).toEqual([])
  })
})

describe('money of an entry', () => {
  const paid = receipt(1, ['2026-10', '2026-11'], { giftFen: 900, totalFen: 1000 })
  it.each([
    ['a receipt brings all of it, the gift as well', paid, 1000],
    ['a reversal takes all of it back', reversalOf(paid, 2), -1000],
    ['case 22: what was paid elsewhere brings nothing', elsewhere('a', ['2026-10']), 0],
    ['and takes nothing back', elsewhereReversalOf(elsewhere('a', ['2026-10'])), 0],
  ])('%s', (_, one, moved) => expect(movedBy(one)).toBe(moved))

  it('sums', () => {
    expect(sumOf([])).toBe(0)
    expect(sumOf([paid, receipt(2, ['2026-09']), reversalOf(paid, 3), elsewhere('a', ['2026-08'])])).toBe(50)
  })
})

describe('a day with one entry more', () => {
  const place = { _id: `b1_${today}`, branchId: 'b1', day: today, made: duesDay().made }
  const blank = blankDay(place)

  it('holds its numbers, its sums and its ways', () => {
    const first = receipt(7, ['2026-11'])
    const gift = receipt(8, ['2026-11'], { giftFen: 100_000, totalFen: 100_050, way: 'bank', collectorId: 'chen' })
    const day = dayAfter(dayAfter(blank, first), gift)
    expect(day).toMatchObject({ stage: 'open', numbers: { first: 7, last: 8 }, count: 2, sumFen: 100_100, largeFen: 100_000 })
    expect(day).toMatchObject({ byWay: { cash: 50, transfer: 0, bank: 100_050 }, collectors: ['wang', 'chen'] })
    const after = dayAfter(day, reversalOf(gift, 9, { collectorId: 'wang' }))
    expect(after).toMatchObject({ numbers: { first: 7, last: 9 }, count: 3, sumFen: 50, largeFen: 0, byWay: { cash: 50, bank: 0 } })
    expect(after.collectors).toEqual(['wang', 'chen'])
  })

  it('is below zero where more went back than came in', () =>
    expect(dayAfter(blank, reversalOf(receipt(1, ['2026-10']), 2))).toMatchObject({ sumFen: -50, byWay: { cash: -50 } }))

  it('counts a gift of 999.99 as one that stays, and of 1,000.00 as one that goes up whole', () => {
    const large = (giftFen: number) => dayAfter(blank, receipt(1, [], { giftFen, totalFen: giftFen })).largeFen
    expect([large(99_999), large(100_000), large(100_001)]).toEqual([0, 100_000, 100_001])
  })

  it('that was counted has to be counted again', () => {
    const counted = duesDay({ stage: 'counted', counted: { by: 'wang', at: now } })
    expect(dayAfter(counted, receipt(3, ['2026-11']))).toMatchObject({ stage: 'open', count: 3 })
    expect(dayAfter(counted, receipt(3, ['2026-11']))).not.toHaveProperty('counted')
  })
})

describe('the till with one entry more', () => {
  it('gives numbers one after another, by year', () => {
    expect([
      nextNumber({ numbers: {} }, '2026'),
      nextNumber({ numbers: { '2026': 18 } }, '2026'),
      nextNumber({ numbers: { '2026': 18 } }, '2027'),
    ]).toEqual([1, 19, 1])
    expect(tillAfter(till({ numbers: { '2025': 9 } }), receipt(1, ['2026-11']))).toMatchObject({
      numbers: { '2025': 9, '2026': 1 },
      inHandFen: 50,
      days: [today],
    })
  })

  it('knows each day once, in their order', () => {
    const before = till({ days: ['2026-11-20', '2026-11-22'] })
    expect(tillAfter(before, receipt(1, ['2026-11'])).days).toEqual(['2026-11-20', today, '2026-11-22'])
    expect(tillAfter(before, receipt(1, ['2026-11'], { day: '2026-11-20' })).days).toEqual(before.days)
  })
})

/** A year of one member: months paid, paid elsewhere, taken back and paid anew, as chance has it. */
function historyOf(chance: Chance) {
  const entries: DuesEntry[] = []
  const open = new Map<string, DuesEntry>()
  let drawer = till()
  const days = new Map<string, ReturnType<typeof duesDay>>()
  const write = (entry: Extract<DuesEntry, { number: number }>) => {
    entries.push(entry)
    drawer = tillAfter(drawer, entry)
    const day = days.get(entry.day) ?? blankDay({ _id: `b1_${entry.day}`, branchId: 'b1', day: entry.day, made: duesDay().made })
    days.set(entry.day, dayAfter(day, entry))
  }
  for (let step = 0; step < 30; step += 1) {
    const day = `2026-${String(10 + chance(3))}-1${chance(3)}`
    const month = `2026-${String(1 + chance(12)).padStart(2, '0')}`
    const standing = open.get(month)
    const number = nextNumber(drawer, '2026')
    if (standing === undefined && chance(4) === 0) {
      const away = elsewhere(String(step), [month])
      entries.push(away)
      open.set(month, away)
    } else if (standing === undefined) {
      const giftFen = oneOf(chance, [0, 0, 350, 100_000])
      const paid: Receipt = receipt(number, [month], {
        day,
        giftFen,
        totalFen: 50 + giftFen,
        way: oneOf(chance, ['cash', 'transfer', 'bank']),
      })
      write(paid)
      open.set(month, paid)
    } else {
      if (standing.kind === 'receipt') write(reversalOf(standing, number, { day }))
      if (standing.kind === 'elsewhere') entries.push(elsewhereReversalOf(standing))
      open.delete(month)
    }
  }
  return { entries, open, drawer, days: [...days.values()] }
}

it('whatever the history: no month twice, no number missing, and receipts are payments are days are what is held', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const { entries, open, drawer, days } = historyOf(chanceOf(seed))
    const months = monthsOf(entries)
    expect({ seed, months }).toEqual({ seed, months: [...open.keys()].sort() })
    const numbers = entries.flatMap((entry) => ('number' in entry ? [entry.number] : []))
    expect({ seed, numbers }).toEqual({ seed, numbers: numbers.map((_, index) => index + 1) })
    expect(drawer.numbers).toEqual(numbers.length === 0 ? {} : { '2026': numbers.length })
    const standing = [...open.values()].flatMap((entry) => (entry.kind === 'receipt' ? [fen(entry.totalFen)] : []))
    const ofDays = addFen(...days.map(({ sumFen }) => fen(sumFen)))
    const ofWays = addFen(...days.flatMap(({ byWay }) => [fen(byWay.cash), fen(byWay.transfer), fen(byWay.bank)]))
    const sum = addFen(...standing)
    const told = [sumOf(entries), drawer.inHandFen, ofDays, ofWays]
    expect({ seed, told }).toEqual({ seed, told: [sum, sum, sum, sum] })
    expect(days.reduce((total, { count }) => total + count, 0)).toBe(numbers.length)
    expect(drawer.days).toEqual(days.map(({ day }) => day).sort())
  }
})
