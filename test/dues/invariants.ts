/**
 * What holds of a branch's book of dues whatever happened to it, worked out of the entries alone and compared with what is kept beside
 * them: each breach in a sentence, none where it adds up. Plain sums on purpose: the rules under proof are not asked.
 */
import { receiptId, yearOf } from '#shared/dues/ids'
import type { Account, DuesEntry } from '#shared/dues/model'
import type { BookLine, DuesDay } from '#shared/dues/money-model'
import { settledAfter } from '#shared/dues/standing'
import { differing, total, upTo } from './differing'
import { brokenLines } from './line-invariants'
import type { WholeBook } from './whole-book'

type Numbered = Extract<DuesEntry, { readonly number: number }>

export function breachesOf(book: WholeBook): readonly string[] {
  return [
    ...brokenNumbers(book),
    ...brokenEntries(book),
    ...book.days.flatMap((day) => brokenDay(book, day)),
    ...brokenSums(book),
    ...brokenTill(book),
    ...book.accounts.flatMap((account) => brokenAccount(book, account)),
    ...brokenMonths(book),
    ...brokenLines(book),
  ]
}

const isNumbered = (entry: DuesEntry): entry is Numbered => entry.kind === 'receipt' || entry.kind === 'reversal'
const numbered = ({ entries }: WholeBook) => entries.filter(isNumbered)
const moved = (entry: Numbered) => (entry.kind === 'receipt' ? entry.totalFen : -entry.totalFen)
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b)

function brokenNumbers(book: WholeBook): readonly string[] {
  const kept = book.till?.numbers ?? {}
  const years = [...new Set([...numbered(book).map(({ year }) => year), ...Object.keys(kept)])]
  return years.flatMap((year) => {
    const mine = numbered(book).filter((entry) => entry.year === year)
    return [
      ...differing(`numbers of ${year}`, ascending(mine.map(({ number }) => number)), upTo(mine.length)),
      ...differing(`the last number of ${year}`, kept[year], mine.length),
      ...mine.flatMap(({ _id, number, day }) =>
        differing(`key and year of ${_id}`, [_id, yearOf(day)], [receiptId(book.branchId, year, number), year]),
      ),
    ]
  })
}

/** A receipt adds up; what takes another back says the same as it, once. */
function brokenEntries({ entries, reversed }: WholeBook): readonly string[] {
  const byId = new Map(entries.map((entry) => [entry._id, entry]))
  const taken = entries.flatMap((entry) => (entry.kind === 'reversal' || entry.kind === 'elsewhereReversal' ? [entry] : []))
  return [
    ...entries.flatMap((entry) =>
      entry.kind === 'receipt'
        ? differing(`sum of ${entry._id}`, entry.totalFen, entry.giftFen + total(entry.months.map(({ fen }) => fen)))
        : [],
    ),
    ...taken.flatMap((entry) => {
      const first = byId.get(entry.reversedId)
      if (first === undefined || (first.kind !== 'receipt' && first.kind !== 'elsewhere'))
        return [`${entry._id} takes back what is not there`]
      const said = [entry.memberId, entry.months, ...(entry.kind === 'reversal' ? [entry.totalFen, entry.giftFen, entry.way] : [])]
      const months = first.months.map(({ month }) => month)
      return differing(entry._id, said, [
        first.memberId,
        months,
        ...(first.kind === 'receipt' ? [first.totalFen, first.giftFen, first.way] : []),
      ])
    }),
    ...differing(
      'entries marked as taken back',
      entries.flatMap(({ _id }) => (reversed.has(_id) ? [_id] : [])).sort(),
      taken.map(({ reversedId }) => reversedId).sort(),
    ),
  ]
}

function brokenDay(book: WholeBook, day: DuesDay): readonly string[] {
  const mine = numbered(book).filter((entry) => entry.day === day.day)
  const numbers = ascending(mine.map(({ number }) => number))
  const [first, last] = [numbers[0], numbers.at(-1)]
  const inWay = (way: Numbered['way']) => total(mine.filter((entry) => entry.way === way).map(moved))
  const large = mine.filter(({ giftFen }) => giftFen >= 100_000).map((entry) => (entry.kind === 'receipt' ? entry.giftFen : -entry.giftFen))
  const { collectors, counted, checked, stage } = day
  const hands = [...collectors, counted?.by]
  return [
    ...differing(`numbers of ${day.day}`, day.numbers, first === undefined ? undefined : { first, last }),
    ...differing(`sums of ${day.day}`, [day.count, day.sumFen, day.largeFen], [mine.length, total(mine.map(moved)), total(large)]),
    ...differing(
      `ways of ${day.day}`,
      [day.byWay.cash, day.byWay.transfer, day.byWay.bank],
      [inWay('cash'), inWay('transfer'), inWay('bank')],
    ),
    ...differing(`collectors of ${day.day}`, [...collectors].sort(), [...new Set(mine.map(({ collectorId }) => collectorId))].sort()),
    ...differing(`signatures of ${day.day}`, [counted !== undefined, checked !== undefined], [stage !== 'open', stage === 'closed']),
    ...(checked !== undefined && hands.includes(checked.by) ? [`${day.day} was counted and checked by the same hands`] : []),
    ...(checked !== undefined && mine.some(({ at }) => at > checked.at)
      ? [`something was entered for ${day.day} after it was closed`]
      : []),
  ]
}

function brokenSums(book: WholeBook): readonly string[] {
  const collected = total(numbered(book).map(moved))
  const days = [...new Set(numbered(book).map(({ day }) => day))].sort()
  return [
    ...differing('sum of all days', total(book.days.map(({ sumFen }) => sumFen)), collected),
    ...differing('sum of all ways', total(book.days.flatMap(({ byWay }) => [byWay.cash, byWay.transfer, byWay.bank])), collected),
    ...differing('days with entries', book.days.flatMap(({ day, count }) => (count > 0 ? [day] : [])).sort(), days),
  ]
}

function brokenTill(book: WholeBook): readonly string[] {
  const pending = book.days.filter(({ count, handInId }) => count > 0 && handInId === undefined)
  const lines = total(book.lines.map(lineMoved))
  const inHand = book.till?.inHandFen ?? 0
  return [
    ...differing('in hand', inHand, total(numbered(book).map(moved)) + lines),
    ...differing('days that have not gone up', book.till?.days ?? [], pending.map(({ day }) => day).sort()),
    ...differing('may be used', book.till?.usableFen ?? 0, inHand - total(pending.map(({ sumFen }) => sumFen))),
    ...((book.till?.usableFen ?? 0) < 0 ? ['more was used than came back'] : []),
  ]
}

function lineMoved(line: BookLine): number {
  const sign = (line.kind === 'reversal' ? line.reversedKind : line.kind) === 'givenBack' ? 1 : -1
  return line.kind === 'reversal' ? -sign * line.fen : sign * line.fen
}

/** Entries in the order in which they came; of one moment, what takes back comes behind. */
const inOrder = (entries: readonly DuesEntry[]) =>
  [...entries].sort((a, b) => a.at - b.at || Number('reversedId' in a) - Number('reversedId' in b))

function brokenAccount({ entries }: WholeBook, { _id, memberId, year, settled }: Account): readonly string[] {
  const mine = inOrder(entries.filter((entry) => entry.memberId === memberId))
  const worked = mine.reduce<Account['settled']>((months, entry) => [...settledAfter(months, entry, year)], [])
  return differing(`account ${_id}`, settled, worked)
}

/** Whoever stands in the book for a month: one entry at most, and an account that knows it. */
function brokenMonths({ entries, accounts }: WholeBook): readonly string[] {
  const taken = new Set(entries.flatMap((entry) => ('reversedId' in entry ? [entry.reversedId] : [])))
  const standing = entries.flatMap((entry) => {
    if ((entry.kind !== 'receipt' && entry.kind !== 'elsewhere') || taken.has(entry._id)) return []
    return entry.months.map(({ month }) => `${entry.memberId} ${month}`)
  })
  const kept = accounts.flatMap(({ memberId, settled }) => settled.map(({ month }) => `${memberId} ${month}`))
  return differing('months that are settled, each once', kept.sort(), standing.sort())
}
