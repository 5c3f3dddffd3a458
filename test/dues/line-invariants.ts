/** What holds of the lines that are no receipts: numbers, what goes up, and what was taken back. */
import { lineId } from '#shared/dues/ids'
import type { BookLine, HandIn } from '#shared/dues/money-model'
import { differing, total, upTo } from './differing'
import type { WholeBook } from './whole-book'

export function brokenLines(book: WholeBook): readonly string[] {
  return [
    ...brokenSerials(book),
    ...brokenReversals(book),
    ...book.lines.flatMap((line) => (line.kind === 'handedUp' ? brokenHandIn(book, line) : [])),
    ...brokenPointers(book),
  ]
}

function brokenSerials({ branchId, lines, till }: WholeBook): readonly string[] {
  const kept = till?.lines ?? {}
  return [...new Set([...lines.map(({ year }) => year), ...Object.keys(kept)])].flatMap((year) => {
    const mine = lines.filter((line) => line.year === year)
    const ids = upTo(mine.length).map((serial) => lineId(branchId, year, serial))
    return [
      ...differing(`lines of ${year}`, mine.map(({ _id }) => _id).sort(), ids),
      ...differing(`the last line of ${year}`, kept[year], mine.length),
    ]
  })
}

function brokenReversals({ lines, reversed }: WholeBook): readonly string[] {
  const byId = new Map(lines.map((line) => [line._id, line]))
  const taken = lines.flatMap((line) => (line.kind === 'reversal' ? [line] : []))
  return [
    ...taken.flatMap(({ _id, reversedId, reversedKind, fen }) => {
      const first = byId.get(reversedId)
      return differing(_id, [reversedKind, fen], [first?.kind, first?.fen])
    }),
    ...differing(
      'lines marked as taken back',
      lines.flatMap(({ _id }) => (reversed.has(_id) ? [_id] : [])).sort(),
      taken.map(({ reversedId }) => reversedId).sort(),
    ),
  ]
}

const isReversed = ({ reversed }: WholeBook, { _id }: BookLine) => reversed.has(_id)

/** A hand-in is its days, whole; taken back, they are in hand again. */
function brokenHandIn(book: WholeBook, handIn: HandIn): readonly string[] {
  const { _id, state, openKey, fen, largeFen, received } = handIn
  const gone = isReversed(book, handIn)
  const days = book.days.filter(({ handInId }) => handInId === _id)
  const isOpen = state === 'sent' || state === 'differs'
  return [
    ...differing(`days of ${_id}`, days.map(({ day }) => day).sort(), gone ? [] : [...handIn.days].sort()),
    ...(gone
      ? []
      : differing(`sum of ${_id}`, [fen, largeFen], [total(days.map(({ sumFen }) => sumFen)), total(days.map((day) => day.largeFen))])),
    ...differing(`state of ${_id}`, [state === 'reversed', openKey !== undefined], [gone, isOpen]),
    ...(state === 'received' ? differing(`what was received of ${_id}`, received?.fen, fen) : []),
  ]
}

/** What went up was closed, by a line that is there. */
function brokenPointers({ days, lines }: WholeBook): readonly string[] {
  const handIns = new Set(lines.flatMap(({ kind, _id }) => (kind === 'handedUp' ? [_id] : [])))
  return days.flatMap(({ day, handInId, stage }) =>
    handInId !== undefined && (stage !== 'closed' || !handIns.has(handInId)) ? [`${day} went up without being closed, or by no line`] : [],
  )
}
