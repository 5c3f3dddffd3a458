import { countOf } from '#shared/dues/month-count'
import {
  approvalIn,
  arrearsOf,
  dueIn,
  firstMonthOf,
  isOnPaper,
  lastOverdueMonth,
  type MonthFacts,
  reliefIn,
  runOf,
  settledIn,
  standingOf,
  stepOf,
} from '#shared/dues/standing'
import { account, approval, now, on, opening, settled, terms } from './nouns'

const start = { startMonth: '2026-01' }
const relief = { hardshipId: 'zhang_1', from: '2026-05', to: '2026-12', monthlyFen: 0 }
const wage = approval({ kind: 'wage', monthlyFen: 1500 })
const quarterly = { isQuarterly: true } as const

const standing = (over: Partial<MonthFacts>) =>
  standingOf({ book: start, account: account(), terms: undefined, joinedOn: undefined, month: '2026-11', now, ...over })

describe('from which month a member owes', () => {
  it.each([
    ['long ago', undefined, '2026-01'],
    ['the year before', '2025-12-31', '2026-01'],
    ['in the month the branch begins', '2026-01-31', '2026-01'],
    ['case 19: on 20 March, and the whole month', '2026-03-20', '2026-03'],
    ['on the first of a month', '2026-04-01', '2026-04'],
    ['on the last of a month', '2026-04-30', '2026-04'],
    ['after today', '2027-02-10', '2027-02'],
  ])('admitted %s', (_, joinedOn, month) => expect(firstMonthOf(start, joinedOn)).toBe(month))
})

describe('what is due in a month', () => {
  const [january, march, marchAnew] = [
    approval({ from: '2026-01', monthlyFen: 50 }),
    approval({ from: '2026-03', monthlyFen: 60 }),
    approval({ from: '2026-03', monthlyFen: 70 }),
  ]

  it.each([
    ['none before the first', [march], '2026-02', undefined],
    ['the one from the month itself', [january, march], '2026-03', march],
    ['the one before it', [january, march], '2026-02', january],
    ['the last that has come', [january, march], '2026-12', march],
    ['of two from one month the later', [january, march, marchAnew], '2026-04', marchAnew],
    ['whatever the order they were written in', [march, january], '2026-04', march],
    ['none', [], '2026-04', undefined],
  ])('approved: %s', (_, approvals, month, expected) => expect(approvalIn(approvals, month)).toBe(expected))

  it.each([
    ['2026-04', undefined],
    ['2026-05', relief],
    ['2026-12', relief],
    ['2027-01', undefined],
  ])('granted in %s: %j', (month, expected) => expect(reliefIn([relief], month)).toEqual(expected))

  it.each([
    ['nothing was set', undefined, '2026-05', undefined],
    ['nothing was approved', account({ approvals: [] }), '2026-05', undefined],
    ['a relief alone sets nothing', account({ approvals: [], reliefs: [relief] }), '2026-05', undefined],
    ['case 11: while it waits, the normal amount', account({ approvals: [wage] }), '2026-05', 1500],
    ['case 11: waived, before its month', account({ approvals: [wage], reliefs: [relief] }), '2026-04', 1500],
    ['case 11: waived, from its month', account({ approvals: [wage], reliefs: [relief] }), '2026-05', 0],
    ['case 11: waived, to its last month', account({ approvals: [wage], reliefs: [relief] }), '2026-12', 0],
    ['case 11: reduced', account({ approvals: [wage], reliefs: [{ ...relief, monthlyFen: 500 }] }), '2026-08', 500],
    ['a relief never raises', account({ reliefs: [{ ...relief, monthlyFen: 500 }] }), '2026-08', 50],
    ['of two the later', account({ reliefs: [relief, { ...relief, monthlyFen: 20 }] }), '2026-08', 20],
  ])('%s', (_, of, month, expected) => expect(dueIn(of, month)).toBe(expected))
})

describe('the book of paper', () => {
  it.each([
    ['nothing was entered', undefined, '2026-03', false],
    ['one signature is none', { opening: opening.unsigned }, '2026-03', false],
    ['signed, through its month', { opening: opening.signed }, '2026-03', true],
    ['signed, the month after', { opening: opening.signed }, '2026-04', false],
  ])('%s', (_, terms, month, expected) => expect(isOnPaper(terms, month)).toBe(expected))
})

describe('how a month stands', () => {
  const paid = account({ settled: [settled('2026-10'), settled('2026-09', { way: 'elsewhere', fen: 1200 })] })

  it.each([
    ['paid', { account: paid, month: '2026-10' }, { state: 'paid', assessedFen: 50, paidFen: 50 }],
    ['case 22: elsewhere, and no money of this branch', { account: paid, month: '2026-09' }, { state: 'elsewhere', assessedFen: 1200 }],
    ['before the branch began', { month: '2025-12' }, { state: 'paper' }],
    ['on paper', { month: '2026-03', terms: { opening: opening.signed } }, { state: 'paper' }],
    [
      'on paper, but signed by one alone',
      { month: '2026-03', terms: { opening: opening.unsigned } },
      { state: 'overdue', assessedFen: 50 },
    ],
    ['before the admission', { month: '2026-02', joinedOn: '2026-03-20' }, { state: 'notYet' }],
    ['of the admission', { month: '2026-03', joinedOn: '2026-03-20' }, { state: 'overdue', assessedFen: 50 }],
    ['waived', { account: account({ reliefs: [relief] }), month: '2026-05' }, { state: 'waived', assessedFen: 0 }],
    ['waived and still to come', { account: account({ reliefs: [relief] }), month: '2026-12' }, { state: 'waived', assessedFen: 0 }],
    ['reduced', { account: account({ reliefs: [{ ...relief, monthlyFen: 20 }] }) }, { state: 'due', assessedFen: 20 }],
    ['not set', { account: undefined }, { state: 'unset' }],
    ['not set and still to come', { account: undefined, month: '2027-01' }, { state: 'ahead' }],
    ['to come', { month: '2026-12' }, { state: 'ahead', assessedFen: 50 }],
    ['case 20: the current month is not overdue', { month: '2026-11' }, { state: 'due', assessedFen: 50 }],
    ['case 20: on its last evening either', { month: '2026-11', now: on('2026-11-30', '23:59') }, { state: 'due', assessedFen: 50 }],
    ['the morning after it is', { month: '2026-11', now: on('2026-12-01', '00:00') }, { state: 'overdue', assessedFen: 50 }],
    ['within a quarter', { month: '2026-10', terms: quarterly }, { state: 'due', assessedFen: 50 }],
    ['of a quarter that is over', { month: '2026-09', terms: quarterly }, { state: 'overdue', assessedFen: 50 }],
    [
      'paid ahead',
      { account: account({ settled: [settled('2026-12')] }), month: '2026-12' },
      { state: 'paid', assessedFen: 50, paidFen: 50 },
    ],
  ] as const)('%s', (_, over, expected) => {
    const month = 'month' in over ? over.month : '2026-11'
    expect(standing(over)).toEqual({ month, ...expected })
  })

  it('is read of the month that was asked, and of no other', () => {
    expect(settledIn(paid, '2026-10')?.entryId).toBe('b1_2026_000001')
    expect([settledIn(paid, '2026-11'), settledIn(undefined, '2026-10')]).toEqual([undefined, undefined])
  })
})

describe('the last month that is behind', () => {
  it.each([
    ['2026-11-21', undefined, '2026-10'],
    ['2026-01-01', undefined, '2025-12'],
    ['2026-11-21', {}, '2026-10'],
    ['2026-01-01', quarterly, '2025-12'],
    ['2026-03-31', quarterly, '2025-12'],
    ['2026-04-01', quarterly, '2026-03'],
    ['2026-06-30', quarterly, '2026-03'],
    ['2026-07-01', quarterly, '2026-06'],
    ['2026-11-21', quarterly, '2026-09'],
    ['2026-12-31', quarterly, '2026-09'],
  ])('on %s, %j: %s', (day, terms, month) => expect(lastOverdueMonth(terms, on(day))).toBe(month))
})

describe('arrears', () => {
  const facts = { book: start, terms: undefined, joinedOn: undefined, now }
  const paidThrough = (month: number) => Array.from({ length: month }, (_, index) => settled(`2026-0${index + 1}`))
  const arrears = (of = account({ settled: paidThrough(4) }), over: Partial<Parameters<typeof arrearsOf>[0]> = {}) =>
    arrearsOf({ ...facts, ...over }, (month) => (month.startsWith('2026') ? of : undefined)).map(({ month }) => month)
  const mayToOctober = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']

  it.each([
    ['case 20: six months, without the current one', account({ settled: paidThrough(4) }), {}, mayToOctober],
    ['by the quarter: what is over', account({ settled: paidThrough(4) }), { terms: quarterly }, mayToOctober.slice(0, 5)],
    ['what is granted is not owed', account({ settled: paidThrough(4), reliefs: [relief] }), {}, []],
    ['what nobody set is not owed', account({ approvals: [approval({ from: '2026-09' })] }), {}, ['2026-09', '2026-10']],
    [
      'what was paid elsewhere is not owed',
      account({ settled: [...paidThrough(8), settled('2026-09', { way: 'elsewhere' })] }),
      {},
      ['2026-10'],
    ],
    [
      'what stands on paper is not owed',
      account({ settled: paidThrough(0) }),
      { terms: { opening: { ...opening.signed, paidThrough: '2026-08' } } },
      ['2026-09', '2026-10'],
    ],
    [
      'a line signed by one alone is no line',
      account({ approvals: [approval({ from: '2026-08' })] }),
      { terms: { opening: { ...opening.unsigned, paidThrough: '2026-09' } } },
      ['2026-08', '2026-09', '2026-10'],
    ],
    ['from the month of the admission', account(), { joinedOn: '2026-08-31' }, ['2026-08', '2026-09', '2026-10']],
    ['from where the branch begins', account(), { book: { startMonth: '2026-10' } }, ['2026-10']],
    ['of a branch that begins this month', account(), { book: { startMonth: '2026-11' } }, []],
    [
      'abroad or excused, what is due stays due',
      account({ settled: paidThrough(9) }),
      { terms: terms({ excusedThrough: '2026-12' }) },
      ['2026-10'],
    ],
    [
      'with a gap in it',
      account({ settled: [...paidThrough(4), settled('2026-07')] }),
      {},
      mayToOctober.filter((month) => month !== '2026-07'),
    ],
  ])('%s', (_, of, over, months) => expect(arrears(of, over)).toEqual(months))

  it('goes back two years and no further', () => {
    const since = approval({ from: '2020-01' })
    const months = arrearsOf({ ...facts, book: { startMonth: '2020-01' } }, () => account({ approvals: [since] }))
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([24, '2024-11', '2026-10'])
  })
})

describe('how many months in a row', () => {
  const of = (...months: readonly string[]) => months.map((month) => ({ month, state: 'overdue' }) as const)
  it.each([
    ['none', of(), 0],
    ['one', of('2026-10'), 1],
    ['over the turn of a year', of('2025-11', '2025-12', '2026-01'), 3],
    ['with a gap: those since', of('2026-05', '2026-06', '2026-08', '2026-09', '2026-10'), 3],
    ['older ones, though a later one was paid or is not set yet', of('2026-05', '2026-06'), 2],
  ])('%s', (_, arrears, run) => expect(runOf(arrears)).toBe(run))

  it.each([
    [0, 'none'],
    [1, 'one'],
    [2, 'one'],
    [3, 'three'],
    [4, 'three'],
    [5, 'five'],
    [6, 'meeting'],
    [7, 'meeting'],
    [24, 'meeting'],
  ])('%d: %s', (run, step) => expect(stepOf(run, undefined, now)).toBe(step))

  it.each([
    ['through last month', '2026-10', 'meeting'],
    ['through this month', '2026-11', 'none'],
    ['through later', '2027-03', 'none'],
  ])('with a good reason %s', (_, excusedThrough, step) => expect(stepOf(7, { excusedThrough }, now)).toBe(step))
})

describe('how a branch stands in a month', () => {
  const states = ['paid', 'elsewhere', 'paper', 'waived', 'notYet', 'unset', 'due', 'overdue', 'ahead'] as const
  const all = states.map((state) => ({ month: '2026-11', state }))
  it('expects whoever owes something, and counts as paid what is settled', () => {
    expect(countOf(all, '2026-01')).toEqual({ paid: 3, expected: 7, unset: 1 })
    expect(countOf(all, '2026-11')).toEqual({ paid: 3, expected: 7, unset: 1 })
    expect(countOf([], '2026-01')).toEqual({ paid: 0, expected: 0, unset: 0 })
  })
  it('expects nobody before the branch began', () => expect(countOf(all, '2026-12')).toEqual({ paid: 0, expected: 0, unset: 0 }))
})
