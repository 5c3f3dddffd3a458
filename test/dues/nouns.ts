/** Nouns of the dues as a rule is given them: a branch that began in January 2026, a member of it, and 老王 who collects. */
import { elsewhereId, elsewhereReversalId, receiptId } from '#shared/dues/ids'
import type {
  Account,
  Approval,
  DuesBook,
  Elsewhere,
  ElsewhereReversal,
  Hardship,
  MemberTerms,
  Receipt,
  Reversal,
  Settled,
} from '#shared/dues/model'
import type { DuesDay, HandIn, LineReversal, OtherLine, Till } from '#shared/dues/money-model'
import { instantOf } from '#shared/kernel/day'
import type { Made } from '#shared/kernel/shapes'

export const on = (day: string, time = '10:00') => instantOf(day, time)

export const today = '2026-11-21'
export const now = on(today)
export const codeOf = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? undefined : outcome.code)
export const nameOf = (personId: string) => ({ wang: '老王', chen: '陈芳' })[personId] ?? personId

const made: Made = { action: 'dues.test', by: 'wang', at: now, requestId: 'a-request', via: 'test', inputHash: 'hash' }
const ofMember = { memberId: 'zhang', branchId: 'b1' }

export const book: DuesBook = {
  ...{ _id: 'b1', v: 1, made, branchId: 'b1' },
  ...{ startMonth: '2026-01', startedAt: on('2026-01-05'), farmerFen: 50, checkers: ['liu'] },
}

export const approval = (over: Partial<Approval> = {}): Approval => ({
  ...{ from: '2026-01', kind: 'farmer', monthlyFen: 50, by: 'wang', at: now },
  ...over,
})

export const account = (over: Partial<Account> = {}): Account => ({
  ...{ _id: 'zhang_2026', v: 1, made, ...ofMember, year: '2026' },
  ...{ approvals: [approval()], reliefs: [], settled: [] },
  ...over,
})

export const settled = (month: string, over: Partial<Settled> = {}): Settled => ({
  ...{ month, entryId: 'b1_2026_000001', way: 'paid', fen: 50, by: 'wang', at: now },
  ...over,
})

export const terms = (over: Partial<MemberTerms> = {}): MemberTerms => ({ _id: 'zhang', v: 1, made, ...ofMember, ...over })

const line = { paidThrough: '2026-03', book: '第 3 册', page: '12', paidBy: '本人', by: 'wang', at: now }
/** The line out of the book of paper; it counts once it is signed. */
export const opening = { signed: { ...line, signedBy: 'liu', signedAt: now }, unsigned: line }

const entry = { v: 1, made, ...ofMember, year: '2026', at: now, collectorId: 'wang' } as const

export function receipt(number: number, months: readonly string[], over: Partial<Receipt> = {}): Receipt {
  const amounts = months.map((month) => ({ month, fen: 50 }))
  return {
    ...entry,
    ...{ _id: receiptId('b1', '2026', number), kind: 'receipt', number, day: today, payer: { kind: 'self' }, way: 'cash' },
    ...{ months: amounts, giftFen: 0, totalFen: amounts.length * 50 },
    ...over,
  }
}

export function reversalOf(reversed: Receipt, number: number, over: Partial<Reversal> = {}): Reversal {
  const { giftFen, totalFen, way, months, _id: reversedId, number: reversedNumber, memberId } = reversed
  return {
    ...entry,
    ...{ _id: receiptId('b1', '2026', number), kind: 'reversal', number, day: today, reversedId, reversedNumber, way, memberId },
    ...{ months: months.map(({ month }) => month), giftFen, totalFen, reason: 'wrongPerson' },
    ...over,
  }
}

export const elsewhere = (id: string, months: readonly string[], over: Partial<Elsewhere> = {}): Elsewhere => ({
  ...entry,
  ...{ _id: elsewhereId('b1', '2026', id), kind: 'elsewhere', proof: '杭州西湖区支部，收据 12 号' },
  months: months.map((month) => ({ month, fen: 1200 })),
  ...over,
})

export const elsewhereReversalOf = ({ _id: reversedId, months }: Elsewhere): ElsewhereReversal => ({
  ...entry,
  ...{ _id: elsewhereReversalId(reversedId), kind: 'elsewhereReversal', reversedId, reason: 'wrongMonth' },
  months: months.map(({ month }) => month),
})

export const till = (over: Partial<Till> = {}): Till => ({
  ...{ _id: 'b1', v: 1, made, branchId: 'b1', numbers: {}, lines: {}, inHandFen: 0, usableFen: 0, days: [] },
  ...over,
})

export const duesDay = (over: Partial<DuesDay> = {}): DuesDay => ({
  ...{ _id: `b1_${today}`, v: 1, made, branchId: 'b1', day: today, stage: 'open', count: 2, sumFen: 100 },
  ...{ byWay: { cash: 100, transfer: 0, bank: 0 }, largeFen: 0, collectors: ['wang'], waiting: [] },
  ...over,
})

const bookLine = { v: 1, made, branchId: 'b1', committeeId: 't1', year: '2026', day: today, at: now } as const

export const handIn = (over: Partial<HandIn> = {}): HandIn => ({
  ...bookLine,
  ...{ _id: 'b1_2026_000001', serial: 1, kind: 'handedUp', fen: 1000, days: [today], largeFen: 0 },
  ...{ carrier: '老王', way: 'bank', state: 'sent' },
  ...over,
})

export const otherLine = (kind: OtherLine['kind'], over: Partial<OtherLine> = {}): OtherLine => ({
  ...bookLine,
  ...{ _id: 'b1_2026_000002', serial: 2, kind, fen: 300, purpose: '买学习资料，支委会定的' },
  ...over,
})

export const lineReversalOf = (reversed: HandIn | OtherLine, serial: number): LineReversal => ({
  ...bookLine,
  ...{ _id: `b1_2026_${serial}`, serial, kind: 'reversal', fen: reversed.fen, purpose: '记错了' },
  ...{ reversedId: reversed._id, reversedKind: reversed.kind },
})

export const hardship = (over: Partial<Hardship> = {}): Hardship => ({
  ...{ _id: 'zhang_1', v: 1, made, ...ofMember, committeeId: 't1', from: '2026-05', to: '2026-12' },
  ...{ monthlyFen: 0, normalFen: 1500, metOn: '2026-04-20', askedBy: 'wang', at: now, state: 'waiting' },
  ...over,
})
