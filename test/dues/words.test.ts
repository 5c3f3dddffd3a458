import { clauses, dueKinds } from '#shared/dues/ids'
import { clauseOf } from '#shared/dues/rules'
import { clauseWords, explainIncome, explainSet, kindNotes, kindWords, sayMoney, sayMonths, sayReceipt, sayWhy } from '#shared/dues/words'
import { fen } from '#shared/kernel/fen'

it.each([
  [10, '1 角'],
  [20, '2 角'],
  [50, '5 角'],
  [90, '9 角'],
  [0, '0.00 元'],
  [5, '0.05 元'],
  [55, '0.55 元'],
  [100, '1.00 元'],
  [110, '1.10 元'],
  [1250, '12.50 元'],
  [-50, '-0.50 元'],
])('%d fen is said %s', (amount, said) => expect(sayMoney(fen(amount))).toBe(said))

it.each([
  [[], '2026', ''],
  [['2026-11'], '2026', '11月'],
  [['2025-12'], '2026', '2025年12月'],
  [['2026-05', '2026-06'], '2026', '5月到6月'],
  [['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'], '2026', '5月到10月'],
  [['2026-03', '2026-05'], '2026', '3月、5月'],
  [['2026-01', '2026-02', '2026-04'], '2026', '1月、2月、4月'],
  [['2025-11', '2025-12', '2026-01'], '2026', '2025年11月到1月'],
  [['2025-12', '2026-02'], '2026', '2025年12月、2月'],
  [['2026-12', '2027-01'], '2026', '12月到2027年1月'],
  [['2026-12', '2028-01'], '2026', '12月、2028年1月'],
  // Read in no year at all, each says its own.
  [['2027-02'], '', '2027年2月'],
])('%j in %s: %s', (months, year, said) => expect(sayMonths(months, year)).toBe(said))

it.each([
  [1, '2026—0001 号'],
  [18, '2026—0018 号'],
  [9999, '2026—9999 号'],
  [12_345, '2026—12345 号'],
])('receipt %d: %s', (number, said) => expect(sayReceipt('2026', number)).toBe(said))

it.each([
  ['farmer', 50, '务农党员，支部定的每月 5 角，2026 年 1 月起'],
  ['fixed', 20, '按规定每月 2 角，2026 年 1 月起'],
  ['wage', 4900, '按月领工资，核定每月 49.00 元，2026 年 1 月起'],
  ['retiree', 2500, '离退休，核定每月 25.00 元，2026 年 1 月起'],
] as const)('why, of %s: %s', (kind, monthly, said) => expect(sayWhy(kind, fen(monthly), '2026-01')).toBe(said))

it('every kind has its words, its note and its article, and no article is one’s own business', () => {
  expect(dueKinds.filter((kind) => kindWords[kind] === '' || kindNotes[kind] === '')).toEqual([])
  expect(dueKinds.map((kind) => clauseWords[clauseOf[kind]])).not.toContain(undefined)
  expect(new Set(dueKinds.map((kind) => clauseOf[kind]))).toEqual(new Set(clauses))
})

describe('an amount explained', () => {
  it.each([
    ['in the first bracket', { above: undefined, upToFen: 300_000, rateBp: 50 }, '每月 2345.67 元，没有超过 3000.00 元，整笔按 0.5% 算'],
    [
      'between two',
      { above: 300_000, upToFen: 500_000, rateBp: 100 },
      '每月 2345.67 元，超过 3000.00 元、没有超过 5000.00 元，整笔按 1% 算',
    ],
    ['above all', { above: 1_000_000, rateBp: 200 }, '每月 2345.67 元，超过 10000.00 元，整笔按 2% 算'],
    [
      'at a rate with a part',
      { above: 500_000, upToFen: 1_000_000, rateBp: 150 },
      '每月 2345.67 元，超过 5000.00 元、没有超过 10000.00 元，整笔按 1.5% 算',
    ],
  ])('%s', (_, bracket, said) => expect(explainIncome('wage', fen(234_567), bracket)).toBe(said))

  it('that was set says who set it', () => {
    expect(explainSet('farmer', fen(50))).toBe('务农党员每月 0.20 元到 1.00 元，支部定的是 0.50 元')
    expect(explainSet('fixed', fen(20))).toBe('学生、下岗、靠抚恤救济和领低保的党员，每月都是 0.20 元')
  })
})
