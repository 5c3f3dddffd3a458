import {
  type ApprovalFacts,
  decideApproval,
  decideHardship,
  decideOpening,
  decideSignOpening,
  decideStart,
  firstApprovalMonth,
  type HardshipFacts,
  isNamed,
  isOfEarlierQuarter,
  isOpeningOver,
  mostApprovals,
  openingEndsAt,
  proposalFrom,
} from '#shared/dues/approving'
import { dueKinds } from '#shared/dues/ids'
import { dueIn } from '#shared/dues/standing'
import { account, approval, book, codeOf, hardship, now, on, opening } from './nouns'

describe('where a branch begins', () => {
  const start = (over: Partial<Parameters<typeof decideStart>[0]>) =>
    codeOf(decideStart({ startMonth: '2026-11', book: undefined, hasEntries: false, farmerFen: 50, now, ...over }))

  it.each([
    [undefined, 'this month', {}],
    [undefined, 'a year back', { startMonth: '2025-11' }],
    [undefined, 'a year ahead', { startMonth: '2027-11' }],
    [undefined, 'another month, while nothing was written', { book }],
    [undefined, 'the same month, with another amount for farmers', { book, startMonth: '2026-01', hasEntries: true, farmerFen: 100 }],
    [undefined, 'the least for farmers', { farmerFen: 20 }],
    ['START_TOO_FAR', 'thirteen months back', { startMonth: '2025-10' }],
    ['START_TOO_FAR', 'thirteen months ahead', { startMonth: '2027-12' }],
    ['BOOK_IN_USE', 'another month, once something was written', { book, hasEntries: true }],
    ['FARMER_OUT_OF_RANGE', 'less than 0.20 for farmers', { farmerFen: 19 }],
    ['FARMER_OUT_OF_RANGE', 'more than 1.00 for farmers', { farmerFen: 101 }],
  ])('%s: %s', (code, _, over) => expect(start(over)).toBe(code))
})

const facts: ApprovalFacts = {
  ...{ book, account: undefined, terms: undefined, joinedOn: undefined, year: '2026', from: '2026-01' },
  ...{ kind: 'wage', monthlyFen: 1500, reason: undefined, now },
}
const approve = (over: Partial<ApprovalFacts>) => decideApproval({ ...facts, ...over })
const approved = (times: number) => account({ approvals: Array.from({ length: times }, () => approval()) })

describe('the approval of a year', () => {
  it.each([
    [undefined, 'the first', {}],
    [undefined, 'later than it might be', { from: '2026-04' }],
    [undefined, 'of next year', { year: '2027', from: '2027-01' }],
    [undefined, 'a change, with its reason', { account: approved(1), from: '2026-07', reason: 'incomeChanged' }],
    [undefined, 'case 19: from the month of the admission', { joinedOn: '2026-03-20', from: '2026-03' }],
    [undefined, 'the last change there is room for', { account: approved(mostApprovals - 1), reason: 'correction' }],
    [undefined, 'case 17: at what is usual at most', { monthlyFen: 100_000 }],
    [undefined, 'case 9: a farmer at 0.20', { kind: 'farmer', monthlyFen: 20 }],
    [undefined, 'case 9: a farmer at 1.00', { kind: 'farmer', monthlyFen: 100 }],
    [undefined, 'case 10: 0.20', { kind: 'fixed', monthlyFen: 20 }],
    [undefined, 'of the year after next, abroad until then', { year: '2028', from: '2028-01', terms: { abroadUntil: '2028-06' } }],
    ['YEAR_TOO_FAR', 'of the year after the return', { year: '2029', from: '2029-01', terms: { abroadUntil: '2028-06' } }],
    ['YEAR_TOO_FAR', 'of the year after next, back before', { year: '2028', from: '2028-01', terms: { abroadUntil: '2027-01' } }],
    ['YEAR_TOO_FAR', 'of the year after next', { year: '2028', from: '2028-01' }],
    ['FROM_OUTSIDE', 'from a month of another year', { from: '2027-01' }],
    ['FROM_OUTSIDE', 'from before the branch began', { book: { ...book, startMonth: '2026-05' }, from: '2026-04' }],
    ['FROM_OUTSIDE', 'of a year before the branch began', { year: '2025', from: '2025-12' }],
    ['FROM_OUTSIDE', 'case 19: from before the admission', { joinedOn: '2026-03-20', from: '2026-02' }],
    ['REASON_NEEDED', 'a change without a reason', { account: approved(1) }],
    ['CHANGED_TOO_OFTEN', 'one change too many', { account: approved(mostApprovals), reason: 'correction' }],
    ['FARMER_OUT_OF_RANGE', 'case 9: a farmer at 0.19', { kind: 'farmer', monthlyFen: 19 }],
    ['FARMER_OUT_OF_RANGE', 'case 9: a farmer at 1.01', { kind: 'farmer', monthlyFen: 101 }],
    ['FARMER_OUT_OF_RANGE', 'a farmer at nothing', { kind: 'farmer', monthlyFen: 0 }],
    ['FIXED_IS_TWENTY', 'case 10: another amount', { kind: 'fixed', monthlyFen: 50 }],
    ['FIXED_IS_TWENTY', 'case 10: nothing', { kind: 'fixed', monthlyFen: 0 }],
    ['NO_AMOUNT', 'nothing, which only hardship comes to', { monthlyFen: 0 }],
    ['ABOVE_USUAL', 'case 17: a fen above what is usual', { monthlyFen: 100_001 }],
    ['ABOVE_USUAL', 'case 17: what was computed', { kind: 'annualSalary', monthlyFen: 120_000 }],
  ] as const)('%s: %s', (code, _, over) => expect(codeOf(approve(over))).toBe(code))

  it('is refused with what to say about it', () => {
    expect(approve({ joinedOn: '2026-03-20', from: '2026-02' })).toMatchObject({ words: { month: '3月' } })
    expect(approve({ monthlyFen: 100_001 })).toMatchObject({ words: { most: '1000.00' } })
  })

  it('of every kind but the two of article 6 is free between nothing and what is usual', () => {
    for (const kind of dueKinds.filter((one) => one !== 'farmer' && one !== 'fixed')) {
      expect([1, 50_000, 100_000].map((monthlyFen) => codeOf(approve({ kind, monthlyFen })))).toEqual([undefined, undefined, undefined])
    }
  })

  it.each([
    ['of a year after the beginning', '2027', undefined, '2027-01'],
    ['of the year of the beginning', '2026', undefined, '2026-05'],
    ['of a year before', '2025', undefined, undefined],
    ['of the year of the admission', '2026', '2026-08-01', '2026-08'],
    ['of the year before the admission', '2026', '2027-02-01', undefined],
  ])('counts from: %s', (_, year, joinedOn, month) =>
    expect(firstApprovalMonth({ book: { ...book, startMonth: '2026-05' }, joinedOn, year })).toBe(month),
  )

  it.each([
    ['nothing, where nothing was approved', [], undefined],
    ['a farmer, what the branch has set since', [approval({ monthlyFen: 20 })], { kind: 'farmer', monthlyFen: 50 }],
    ['case 10: 0.20', [approval({ kind: 'fixed', monthlyFen: 20 })], { kind: 'fixed', monthlyFen: 20 }],
    [
      'what held at the end of the year, whatever was written last',
      [approval({ kind: 'retiree', from: '2026-09', monthlyFen: 2500 }), approval({ kind: 'wage', from: '2026-01', monthlyFen: 4900 })],
      { kind: 'retiree', monthlyFen: 2500 },
    ],
    [
      'of two from one month the later',
      [approval({ kind: 'wage', monthlyFen: 4900 }), approval({ kind: 'wage', monthlyFen: 5000 })],
      { kind: 'wage', monthlyFen: 5000 },
    ],
  ])('proposes for the next: %s', (_, last, proposal) => expect(proposalFrom(last, book)).toEqual(proposal))
})

describe('hardship', () => {
  const wage = account({ approvals: [approval({ kind: 'wage', monthlyFen: 1500 })] })
  const asked: HardshipFacts = {
    ...{ name: '张大爷', from: '2026-05', to: '2026-12', monthlyFen: 0, metOn: '2026-04-20' },
    ...{ accountOf: () => wage, book, last: undefined, committeeId: 't1', now },
  }
  const ask = (over: Partial<HardshipFacts>) => decideHardship({ ...asked, ...over })
  const relief = { hardshipId: 'zhang_1', from: '2026-05', to: '2026-12', monthlyFen: 0 }

  it('case 11: the branch’s note answers what is due without it, and changes nothing', () => {
    const before = JSON.stringify(wage)
    expect(ask({})).toEqual({ ok: true, data: 1500 })
    expect([JSON.stringify(wage), dueIn(wage, '2026-05')]).toEqual([before, 1500])
  })

  it('case 11: what the committee granted does, from its month', () => {
    const granted = { ...wage, reliefs: [relief] }
    expect(['2026-04', '2026-05', '2026-12'].map((month) => dueIn(granted, month))).toEqual([1500, 0, 0])
    expect(dueIn({ ...wage, reliefs: [{ ...relief, monthlyFen: 500 }] }, '2026-05')).toBe(500)
  })

  it.each([
    [undefined, 'a fen less than is due', { monthlyFen: 1499 }],
    [undefined, 'for one month', { to: '2026-05' }],
    [undefined, 'for a whole year', { from: '2026-12', to: '2027-11' }],
    [undefined, 'agreed upon today', { metOn: '2026-11-21' }],
    [undefined, 'again, after one was granted', { last: hardship({ state: 'approved' }) }],
    [undefined, 'again, while one waits at a committee of before', { last: hardship(), committeeId: 't2' }],
    [undefined, 'again, after one was sent back', { last: hardship({ state: 'sentBack' }) }],
    ['ALREADY_ASKED', 'while one waits', { last: hardship() }],
    ['PERIOD_WRONG', 'the wrong way round', { from: '2026-12', to: '2026-05' }],
    ['PERIOD_WRONG', 'for thirteen months', { from: '2026-05', to: '2027-05' }],
    ['PERIOD_WRONG', 'from before the branch began', { from: '2025-12', to: '2026-05' }],
    ['PERIOD_WRONG', 'to more than a year from now', { from: '2027-06', to: '2027-12' }],
    ['MET_AHEAD', 'agreed upon tomorrow', { metOn: '2026-11-22' }],
    ['NOT_APPROVED', 'where nothing is due yet', { accountOf: () => undefined }],
    ['NOT_LESS', 'what is due', { monthlyFen: 1500 }],
    ['NOT_LESS', 'more than is due', { monthlyFen: 2000 }],
    ['NOT_LESS', 'anything, where nothing is due already', { accountOf: () => ({ ...wage, reliefs: [relief] }) }],
  ])('%s: %s', (code, _, over) => expect(codeOf(ask(over))).toBe(code))

  it('is refused with what to say about it', () => {
    expect(ask({ monthlyFen: 1500 })).toMatchObject({ words: { normal: '15.00' } })
    expect(ask({ accountOf: () => undefined })).toMatchObject({ words: { name: '张大爷', year: '2026' } })
  })
})

describe('the line out of the book of paper', () => {
  const lastMoment = openingEndsAt(book) - 1
  const early = on('2026-02-01')

  it('may be written for sixty days', () => {
    expect([isOpeningOver(book, lastMoment), isOpeningOver(book, lastMoment + 1)]).toEqual([false, true])
    expect(openingEndsAt(book)).toBe(on('2026-03-06'))
  })

  it('sixty days from its month on, where a branch says early when it will begin', () =>
    expect(openingEndsAt({ ...book, startMonth: '2026-07' })).toBe(on('2026-08-30', '00:00')))

  it.each([
    [undefined, 'the first', { terms: undefined }],
    [undefined, 'anew, before it is signed', { terms: { opening: opening.unsigned } }],
    [undefined, 'at the last moment', { now: lastMoment }],
    [undefined, 'a year ahead', { paidThrough: '2027-01' }],
    [undefined, 'of long before', { paidThrough: '2019-06' }],
    ['OPENING_OVER', 'a moment later', { now: lastMoment + 1 }],
    ['OPENING_SIGNED', 'that two have signed', { terms: { opening: opening.signed } }],
    ['PAID_TOO_FAR', 'more than a year ahead', { paidThrough: '2027-02' }],
  ])('%s: %s', (code, _, over) =>
    expect(codeOf(decideOpening({ book, terms: undefined, paidThrough: '2026-03', now: early, ...over }))).toBe(code),
  )

  it('says which month it finds too far, with its year', () =>
    expect(decideOpening({ book, terms: undefined, paidThrough: '2027-02', now: early })).toMatchObject({ words: { months: '2027年2月' } }))

  const signer = { memberId: 'liu', personId: 'liu-p', isFull: true }
  it.each([
    [undefined, 'by who was named', {}],
    ['OPENING_OVER', 'after sixty days', { now: lastMoment + 1 }],
    ['OPENING_CHANGED', 'with another month than was read', { seen: { ...opening.unsigned, paidThrough: '2026-02' } }],
    ['OPENING_CHANGED', 'with another page than was read', { seen: { ...opening.unsigned, page: '21' } }],
    ['NO_OPENING', 'of which there is none', { terms: undefined }],
    ['NO_OPENING', 'of which there is none beside other terms', { terms: {} }],
    ['OPENING_SIGNED', 'twice', { terms: { opening: opening.signed } }],
    ['NOT_NAMED', 'by another member, of a line that is not there: it is not told', { signer: { ...signer, memberId: 'zhao' }, terms: {} }],
    ['NOT_NAMED', 'by another member', { signer: { ...signer, memberId: 'zhao' } }],
    ['NOT_NAMED', 'by who is no member', { signer: { ...signer, memberId: undefined } }],
    ['NOT_NAMED', 'by who is named and only probationary', { signer: { ...signer, isFull: false } }],
    ['SAME_HANDS', 'by who wrote it', { signer: { ...signer, personId: 'wang' } }],
  ])('signed, %s: %s', (code, _, over) =>
    expect(
      codeOf(decideSignOpening({ book, terms: { opening: opening.unsigned }, signer, seen: opening.unsigned, now: early, ...over })),
    ).toBe(code),
  )

  it('is checked by full members the branch has named', () => {
    expect([isNamed(book, signer), isNamed({ checkers: [] }, signer), isNamed(book, { ...signer, isFull: false })]).toEqual([
      ...[true, false, false],
    ])
  })
})

describe('an operator’s amount', () => {
  it.each([
    ['operator', '2026-07', '2026-11', true],
    ['operator', '2026-10', '2026-12', false],
    ['operator', '2025-12', '2026-01', true],
    ['wage', '2026-01', '2026-11', false],
  ] as const)('%s set from %s, in %s: to be worked out anew %s', (kind, from, month, isStale) =>
    expect(isOfEarlierQuarter({ kind, from }, month)).toBe(isStale),
  )
})
