/** The proof proves something: a book that adds up has no breach, and each way of being wrong is told. */
import { lineId } from '#shared/dues/ids'
import { breachesOf } from './invariants'
import { account, duesDay, elsewhere, handIn, now, receipt, reversalOf, settled, till, today } from './nouns'
import type { WholeBook } from './whole-book'

const first = receipt(1, ['2026-10'])
const second = receipt(2, ['2026-11'])
const third = reversalOf(first, 3)
/** What went up. */
const sentId = lineId('b1', '2026', 1)
const day = duesDay({
  ...{ stage: 'closed', numbers: { first: 1, last: 3 }, count: 3, sumFen: 50, byWay: { cash: 50, transfer: 0, bank: 0 } },
  ...{ counted: { by: 'chen', at: now }, checked: { by: 'liu', at: now }, handInId: sentId },
})
const line = handIn({ _id: sentId, fen: 50, openKey: `t1_${sentId}` })
const inNovember = settled('2026-11', { entryId: second._id })

const book: WholeBook = {
  ...{ branchId: 'b1', entries: [first, second, third], days: [day], lines: [line], reversed: new Set([first._id]) },
  till: till({ numbers: { '2026': 3 }, lines: { '2026': 1 } }),
  accounts: [account({ settled: [inNovember] })],
}

it('a book that adds up has no breach', () => {
  expect(breachesOf(book)).toEqual([])
})

const wrong: Readonly<Record<string, Partial<WholeBook>>> = {
  'a number is missing': { entries: [first, { ...second, _id: 'b1_2026_000004', number: 4 }, third] },
  'a number is there twice': { entries: [first, second, third, { ...second, _id: 'another' }] },
  'the till gave fewer numbers': { till: till({ numbers: { '2026': 2 }, lines: { '2026': 1 } }) },
  'the till holds more': { till: till({ numbers: { '2026': 3 }, lines: { '2026': 1 }, inHandFen: 1 }) },
  'more may be used than came back': { till: till({ numbers: { '2026': 3 }, lines: { '2026': 1 }, usableFen: 1 }) },
  'a day that went up is in hand': { till: till({ numbers: { '2026': 3 }, lines: { '2026': 1 }, days: [today] }) },
  'a receipt does not add up': { entries: [first, { ...second, giftFen: 1 }, third] },
  'a reversal is of another amount': { entries: [first, second, { ...third, totalFen: 49 }] },
  'a reversal left no mark': { reversed: new Set() },
  'a day counts one less': { days: [{ ...day, count: 2 }] },
  'a day has its money in another way': { days: [{ ...day, byWay: { cash: 0, transfer: 50, bank: 0 } }] },
  'a large gift is not known to be one': { days: [{ ...day, largeFen: 100_000 }] },
  'who collected is not named': { days: [{ ...day, collectors: [] }] },
  'who collected checked as well': { days: [{ ...day, checked: { by: 'wang', at: now } }] },
  'something came after the day was closed': { days: [{ ...day, checked: { by: 'liu', at: now - 1 } }] },
  'a month that was taken back is settled': { accounts: [account({ settled: [settled('2026-10'), inNovember] })] },
  'an account knows nothing of a receipt': { accounts: [account()] },
  'a month is paid twice': { entries: [first, second, third, elsewhere('x', ['2026-11'])] },
  'a line is missing': { lines: [{ ...line, _id: lineId('b1', '2026', 2) }] },
  'a hand-in is not its days': { lines: [{ ...line, fen: 51 }] },
  'what is on its way is not open': { lines: [handIn({ _id: sentId, fen: 50 })] },
  'what went up was not closed': { days: [{ ...day, stage: 'counted' }] },
}

it.each(Object.entries(wrong))('%s', (_, over) => {
  expect(breachesOf({ ...book, ...over })).not.toEqual([])
})
