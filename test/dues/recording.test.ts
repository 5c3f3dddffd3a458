import type { Account } from '#shared/dues/model'
import {
  accountsBy,
  decideMonths,
  decidePayment,
  decideReversal,
  isLongAgo,
  lastMonthFor,
  type PaymentFacts,
  sayWhen,
} from '#shared/dues/recording'
import {
  account,
  approval,
  codeOf,
  elsewhere,
  elsewhereReversalOf,
  nameOf,
  now,
  on,
  opening,
  receipt,
  reversalOf,
  settled,
  terms,
  today,
} from './nouns'

const accountOf = () => account()
const facts: PaymentFacts = {
  ...{ months: ['2026-11'], book: { startMonth: '2026-01' }, accountOf, terms: undefined, joinedOn: undefined },
  ...{ name: '张大爷', nameOf, now, dueFen: 50, giftFen: 0, payer: { kind: 'self' }, hasConsent: false },
  ...{ branchNote: undefined, isLargeGift: false, day: today, duesDay: undefined },
}
const at = (over: Partial<Account>) => ({ accountOf: () => account(over) })
const nowhere = { accountOf: () => undefined }
const pay = (over: Partial<PaymentFacts>) => decidePayment({ ...facts, ...over })
const months = (...of: readonly string[]) => ({ months: of, dueFen: of.length * 50 })
const waived = { hardshipId: 'zhang_1', from: '2026-05', to: '2026-12', monthlyFen: 0 }
const daughter = { kind: 'relative', name: '女儿张敏' } as const
const neighbour = { kind: 'member', memberId: 'liu' } as const

describe('a payment', () => {
  it('is of whole months at what is due for each, oldest first, and of what is given beyond', () => {
    const raised = account({ approvals: [approval(), approval({ from: '2026-10', kind: 'wage', monthlyFen: 1500 })] })
    expect(pay({ months: ['2026-11', '2026-09', '2026-10'], dueFen: 3050, giftFen: 450, accountOf: () => raised })).toEqual({
      ok: true,
      data: {
        months: [
          { month: '2026-09', fen: 50 },
          { month: '2026-10', fen: 1500 },
          { month: '2026-11', fen: 1500 },
        ],
        totalFen: 3500,
      },
    })
  })

  it.each([
    ['of this month', {}],
    ['of a quarter', months('2026-07', '2026-08', '2026-09')],
    ['case 20: of six months back', months('2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10')],
    ['case 20: of seven, with the branch’s note', { ...months('2026-04'), branchNote: '支委会 11 月 20 日研究过' }],
    ['of the month the branch begins in', { ...months('2026-01'), branchNote: '补交' }],
    ['of a year ahead', months('2027-11')],
    ['abroad: to the month of return', { ...months('2028-06'), terms: terms({ abroadUntil: '2028-06' }) }],
    ['case 19: of the month of the admission', { ...months('2026-03'), joinedOn: '2026-03-20', branchNote: '补交' }],
    ['a reduced month', { dueFen: 20, ...at({ reliefs: [{ ...waived, monthlyFen: 20 }] }) }],
    ['a gift alone', { ...months(), giftFen: 500 }],
    ['case 21: a gift of 999.99', { giftFen: 99_999 }],
    ['case 21: a gift of 1,000.00 with its three questions', { giftFen: 100_000, isLargeGift: true }],
    ['by a relative, as the branch agreed', { payer: daughter, hasConsent: true }],
    ['by another member, as the branch agreed', { payer: neighbour, hasConsent: true }],
    ['that came in earlier', { day: '2026-11-02' }],
    ['on a day that was counted and not closed', { duesDay: { stage: 'counted' } }],
    ['on the first day of the book', { day: '2026-01-01' }],
    ['after one that was signed for on paper', { ...months('2026-04'), terms: terms({ opening: opening.signed }), branchNote: '补交' }],
    ['of a month that only one has signed for', { ...months('2026-03'), terms: terms({ opening: opening.unsigned }), branchNote: '补交' }],
  ] as const)('%s is written down', (_, over) => expect(codeOf(pay(over))).toBeUndefined())

  it.each([
    ['NO_MONTH', 'of no month', months()],
    ['MONTH_TWICE', 'of a month twice', months('2026-11', '2026-11')],
    ['BEFORE_START', 'of before the branch began', { ...months('2025-12'), branchNote: '补交' }],
    ['ON_PAPER', 'of what stands on paper', { ...months('2026-03'), terms: terms({ opening: opening.signed }) }],
    ['BEFORE_ADMISSION', 'of before the admission', { ...months('2026-02'), joinedOn: '2026-03-20' }],
    ['TOO_FAR_AHEAD', 'of thirteen months ahead', months('2027-12')],
    ['TOO_FAR_AHEAD', 'abroad, of after the return', { ...months('2028-07'), terms: terms({ abroadUntil: '2028-06' }) }],
    ['MONTH_PAID', 'of a paid month', at({ settled: [settled('2026-11')] })],
    ['MONTH_PAID', 'case 22: of one that was paid elsewhere', at({ settled: [settled('2026-11', { way: 'elsewhere' })] })],
    ['NOTHING_DUE', 'of a waived month', { dueFen: 0, ...at({ reliefs: [waived] }) }],
    ['NOT_APPROVED', 'where nothing was set', nowhere],
    ['NOT_APPROVED', 'of before the approval', at({ approvals: [approval({ from: '2026-12' })] })],
    ['AMOUNT_CHANGED', 'of less than is due', { dueFen: 20 }],
    ['AMOUNT_CHANGED', 'of more than is due', { dueFen: 100 }],
    ['PAYER_UNNAMED', 'by a relative nobody named', { payer: { kind: 'relative' }, hasConsent: true }],
    ['PAYER_UNNAMED', 'by a member nobody named', { payer: { kind: 'member' }, hasConsent: true }],
    ['PAYER_UNNAMED', 'by a member who is only a name', { payer: { kind: 'member', name: '刘桂兰' }, hasConsent: true }],
    ['CONSENT_NEEDED', 'by a relative, unasked', { payer: daughter }],
    ['CONSENT_NEEDED', 'by a member, unasked', { payer: neighbour }],
    ['NOTE_NEEDED', 'case 20: of the seventh month back', months('2026-04')],
    ['NOTE_NEEDED', 'case 20: April among six others', months('2026-04', '2026-05', '2026-10')],
    ['CHECKLIST_NEEDED', 'case 21: with 1,000.00 beyond', { giftFen: 100_000 }],
    ['CHECKLIST_NEEDED', 'case 21: with 1,000.01 beyond', { giftFen: 100_001 }],
    ['DATED_AHEAD', 'dated tomorrow', { day: '2026-11-22' }],
    ['DATED_TOO_EARLY', 'dated before the book', { day: '2025-12-31' }],
    ['DAY_CLOSED', 'on a closed day', { duesDay: { stage: 'closed' } }],
  ] as const)('%s: %s', (code, _, over) => expect(codeOf(pay(over))).toBe(code))

  it('is refused with what to say about it', () => {
    const paid = at({ settled: [settled('2026-11', { by: 'chen', at: on(today, '09:40') })] })
    expect(pay(paid)).toMatchObject({ words: { name: '张大爷', month: '11月', who: '陈芳', when: '9:40' } })
    expect(pay(months('2025-12'))).toMatchObject({ words: { month: '2025年12月' } })
    expect(pay(nowhere)).toMatchObject({ words: { name: '张大爷', year: '2026' } })
    expect(pay({ duesDay: { stage: 'closed' } })).toMatchObject({ words: { day: '11月21日 星期六' } })
  })

  it('takes no month of another year without that year’s approval', () => {
    const of = accountsBy(new Map([['2026', account()]]))
    expect(pay({ months: ['2026-12', '2027-01'], dueFen: 100, accountOf: of })).toMatchObject({
      code: 'NOT_APPROVED',
      words: { year: '2027' },
    })
  })

  it('changes nothing it was told', () => {
    const told = ['2026-11', '2026-10']
    decideMonths({ ...facts, months: told })
    expect(told).toEqual(['2026-11', '2026-10'])
  })
})

describe('how far', () => {
  it.each([
    ['nobody abroad', undefined, '2027-11'],
    ['abroad and back earlier', '2027-03', '2027-11'],
    ['abroad for longer', '2029-08', '2029-08'],
  ])('ahead: %s', (_, abroadUntil, month) => expect(lastMonthFor(abroadUntil === undefined ? {} : { abroadUntil }, now)).toBe(month))

  it.each([
    ['2026-04', true],
    ['2026-05', false],
    ['2026-11', false],
    ['2027-05', false],
  ])('back: %s needs a word of the branch: %s', (month, isFar) => expect(isLongAgo(month, today)).toBe(isFar))

  it('back over the turn of a year', () => {
    expect([isLongAgo('2026-06', '2027-01-03'), isLongAgo('2026-07', '2027-01-03')]).toEqual([true, false])
    const longer = { book: { startMonth: '2025-01' }, ...at({ approvals: [approval({ from: '2025-01' })] }) }
    expect(codeOf(pay({ ...longer, ...months('2025-12'), now: on('2026-06-30'), day: '2026-06-30' }))).toBeUndefined()
    expect(codeOf(pay({ ...longer, ...months('2025-12'), now: on('2026-07-01'), day: '2026-07-01' }))).toBe('NOTE_NEEDED')
  })

  it('a moment is said by its clock today, and by its day otherwise', () => {
    expect(sayWhen(on(today, '09:40'), now)).toBe('9:40')
    expect(sayWhen(on('2026-11-20', '09:40'), now)).toBe('11月20日 星期五 9:40')
  })
})

describe('taking an entry back', () => {
  const paid = receipt(18, ['2026-11'])
  const away = elsewhere('a', ['2026-11'])
  const day = { day: today, duesDay: undefined, isReversed: false }

  it.each([
    ['a receipt', { entry: paid }, undefined],
    ['what was paid elsewhere', { entry: away }, undefined],
    ['a reversal', { entry: reversalOf(paid, 19) }, 'NOT_REVERSIBLE'],
    ['what took back a month elsewhere', { entry: elsewhereReversalOf(away) }, 'NOT_REVERSIBLE'],
    ['a receipt twice', { entry: paid, isReversed: true }, 'ALREADY_REVERSED'],
    ['what was paid elsewhere, twice', { entry: away, isReversed: true }, 'ALREADY_REVERSED'],
    ['a receipt today, when today is closed', { entry: paid, duesDay: { stage: 'closed' } }, 'DAY_CLOSED'],
    ['what was paid elsewhere, on a closed day: it is no money of the day', { entry: away, duesDay: { stage: 'closed' } }, undefined],
  ] as const)('%s', (_, over, code) => expect(codeOf(decideReversal({ ...day, ...over }))).toBe(code))

  it('names the receipt', () =>
    expect(decideReversal({ ...day, entry: paid, isReversed: true })).toMatchObject({ words: { number: '2026—0018 号' } }))
})
