import {
  type CheckFacts,
  decideCheck,
  decideCount,
  decideHandIn,
  decideLine,
  decideLineReversal,
  decideReceive,
  type HandInFacts,
  lineMove,
  tillAfterLine,
  waitingAfter,
  waitingHoldsMs,
  waitingOf,
} from '#shared/dues/closing'
import { dayMs } from '#shared/kernel/day'
import { fen } from '#shared/kernel/fen'
import { book, codeOf, duesDay, handIn, lineReversalOf, nameOf, now, otherLine, till, today } from './nouns'

const tick = { phoneMark: 'phone-of-chen', by: 'chen', count: 3, at: now }
const open = duesDay()
const counted = duesDay({ stage: 'counted', counted: { by: 'wang', at: now } })
const closed = duesDay({ stage: 'closed', counted: { by: 'wang', at: now }, checked: { by: 'liu-p', at: now } })
const seen = { count: 2, sumFen: 100 }

describe('ticks that wait in a phone', () => {
  const old = duesDay({ waiting: [tick] })

  it('are said anew by each phone, and gone with the last of them', () => {
    const wang = { ...tick, phoneMark: 'phone-of-wang', by: 'wang', count: 1 }
    const both = waitingAfter(old, wang)
    expect(both.waiting).toEqual([tick, wang])
    expect(waitingAfter(both, { ...tick, count: 2 }).waiting).toEqual([wang, { ...tick, count: 2 }])
    expect(waitingAfter(both, { ...tick, count: 0 }).waiting).toEqual([wang])
    expect(waitingAfter(duesDay(), { ...tick, count: 0 }).waiting).toEqual([])
  })

  it('are believed for seven days: a lost phone keeps no day open for ever', () => {
    expect(waitingHoldsMs).toBe(7 * dayMs)
    expect([0, 7 * dayMs - 1, 7 * dayMs].map((later) => waitingOf(old, now + later).length)).toEqual([1, 1, 0])
  })
})

describe('counting a day', () => {
  const count = (over: object) => decideCount({ duesDay: open, seen, nameOf, now, ...over })

  it.each([
    [undefined, 'as it stands', {}],
    [undefined, 'once more', { duesDay: counted }],
    [undefined, 'with ticks nobody believes any more', { duesDay: duesDay({ waiting: [tick] }), now: now + 7 * dayMs }],
    ['DAY_CLOSED_ALREADY', 'that is closed', { duesDay: closed }],
    ['NOTHING_THAT_DAY', 'on which nothing came in', { duesDay: duesDay({ count: 0, sumFen: 0 }), seen: { count: 0, sumFen: 0 } }],
    ['TICKS_WAITING', 'while a phone holds ticks', { duesDay: duesDay({ waiting: [tick] }) }],
    ['SUM_CHANGED', 'with one receipt more than was seen', { seen: { ...seen, count: 1 } }],
    ['SUM_CHANGED', 'with another sum than was seen', { seen: { ...seen, sumFen: 50 } }],
  ])('%s: %s', (code, _, over) => expect(codeOf(count(over))).toBe(code))

  it('is refused with what to say about it', () => {
    expect(count({ duesDay: duesDay({ waiting: [tick] }) })).toMatchObject({ words: { name: '陈芳', count: '3' } })
    expect(count({ duesDay: closed })).toMatchObject({ words: { day: '11月21日 星期六' } })
  })
})

describe('closing a day by two', () => {
  const signer = { memberId: 'liu', personId: 'liu-p', isFull: true }
  const facts: CheckFacts = { duesDay: counted, seen, nameOf, now, book, signer }

  it.each([
    [undefined, 'by who was named', {}],
    ['DAY_CLOSED_ALREADY', 'that is closed', { duesDay: closed }],
    ['NOT_COUNTED', 'that nobody counted', { duesDay: open }],
    ['NOT_NAMED', 'by another member', { signer: { ...signer, memberId: 'zhao' } }],
    ['NOT_NAMED', 'by who is no member', { signer: { ...signer, memberId: undefined } }],
    ['NOT_NAMED', 'by a probationary member', { signer: { ...signer, isFull: false } }],
    ['SAME_HANDS', 'by who counted it', { signer: { ...signer, personId: 'wang' } }],
    ['SAME_HANDS', 'by who collected that day', { duesDay: { ...counted, collectors: ['wang', 'liu-p'] } }],
    ['SAME_HANDS', 'by who counted and collected nothing', { duesDay: { ...counted, counted: { by: 'liu-p', at: now } } }],
    ['TICKS_WAITING', 'while a phone holds ticks', { duesDay: { ...counted, waiting: [tick] } }],
    ['SUM_CHANGED', 'with another number than was seen', { seen: { ...seen, count: 3 } }],
    ['SUM_CHANGED', 'with another sum than was seen', { seen: { ...seen, sumFen: 99 } }],
  ])('%s: %s', (code, _, over) => expect(codeOf(decideCheck({ ...facts, ...over }))).toBe(code))
})

describe('handing in', () => {
  const dayOf = (day: string, over: Parameters<typeof duesDay>[0] = {}) => ({ ...closed, day, ...over })
  const days = [
    dayOf('2026-11-01', { sumFen: 400, handInId: 'b1_2026_000001' }),
    dayOf('2026-11-10', { sumFen: 100_600, largeFen: 100_000 }),
    dayOf('2026-11-15', { sumFen: -100 }),
    dayOf('2026-11-20', { sumFen: 700, stage: 'open' }),
  ]
  const facts: HandInFacts = { through: '2026-11-15', days, seenFen: 100_500, on: today, now }
  const hand = (over: Partial<HandInFacts>) => decideHandIn({ ...facts, ...over })

  it('takes every closed day through the given one, whole, once', () => {
    expect(hand({})).toEqual({ ok: true, data: { days: ['2026-11-10', '2026-11-15'], sumFen: 100_500, largeFen: 100_000 } })
    expect(hand({ through: '2026-11-14', seenFen: 100_600 })).toMatchObject({ data: { days: ['2026-11-10'] } })
  })

  it.each([
    ['DATED_AHEAD', 'tomorrow', { on: '2026-11-22' }],
    ['BEFORE_COLLECTED', 'before the money came in', { on: '2026-11-14' }],
    ['DAY_OPEN', 'through a day that is open', { through: '2026-11-20' }],
    ['DAY_OPEN', 'through a day that was only counted', { days: [dayOf('2026-11-10', { stage: 'counted' })] }],
    ['NOTHING_TO_HAND_IN', 'what went up already', { through: '2026-11-09', seenFen: 0 }],
    ['NOTHING_TO_HAND_IN', 'nothing at all', { days: [], seenFen: 0 }],
    ['NOTHING_TO_HAND_IN', 'less than nothing', { days: [dayOf('2026-11-15', { sumFen: -100 })], seenFen: -100 }],
    ['SUM_CHANGED', 'another sum than was seen', { seenFen: 100_600 }],
  ] as const)('%s: %s', (code, _, over) => expect(codeOf(hand(over))).toBe(code))

  it('an open day after it blocks nothing', () => expect(codeOf(hand({ through: '2026-11-19' }))).toBeUndefined())
  it('names the open day', () => expect(hand({ through: '2026-11-20' })).toMatchObject({ words: { day: '11月20日 星期五' } }))
})

describe('what the committee says it got', () => {
  it.each([
    ['all of it', 'sent', 1000, undefined, 'received'],
    ['all of it, with a word', 'sent', 1000, '已入账', 'received'],
    ['less, and what is missing', 'sent', 900, '少一元', 'differs'],
    ['more, and why', 'sent', 1100, '多一元', 'differs'],
    ['the rest, later', 'differs', 1000, undefined, 'received'],
    ['another difference, later', 'differs', 950, '还少五角', 'differs'],
    ['less, without a word', 'sent', 900, undefined, 'DIFFERENCE_UNNAMED'],
    ['nothing, without a word', 'differs', 0, undefined, 'DIFFERENCE_UNNAMED'],
    ['what it has', 'received', 1000, undefined, 'HAND_IN_DONE'],
    ['what was taken back', 'reversed', 1000, undefined, 'HAND_IN_DONE'],
  ] as const)('%s', (_, state, got, note, expected) => {
    const outcome = decideReceive({ handIn: handIn({ state }), fen: got, note })
    expect(outcome.ok ? outcome.data : outcome.code).toBe(expected)
  })
})

describe('money that came back or was used', () => {
  const facts = { kind: 'used' as const, fen: 300, on: today, book: { startMonth: '2026-01' }, usable: fen(300), now }

  it.each([
    [undefined, 'all that is held', {}],
    [undefined, 'what came back, whatever is held', { kind: 'givenBack' as const, usable: fen(0) }],
    ['NO_AMOUNT', 'nothing', { fen: 0 }],
    ['DATED_AHEAD', 'tomorrow', { on: '2026-11-22' }],
    ['DATED_TOO_EARLY', 'before the branch began', { on: '2025-12-31' }],
    ['NOT_ENOUGH', 'a fen more than is held', { fen: 301 }],
    ['NOT_ENOUGH', 'of a branch that may use nothing', { usable: fen(0) }],
  ])('%s: %s', (code, _, over) => expect(codeOf(decideLine({ ...facts, ...over }))).toBe(code))

  it('says what is left', () => expect(decideLine({ ...facts, fen: 301 })).toMatchObject({ words: { left: '3.00' } }))
})

describe('a till, and a line more', () => {
  const [back, used, up] = [otherLine('givenBack'), otherLine('used'), handIn()]
  const before = till({ inHandFen: 2000, usableFen: 500, days: ['2026-11-20', today] })

  it.each([
    ['what came back may be used', back, { inHandFen: 2300, usableFen: 800 }],
    ['what was used is gone', used, { inHandFen: 1700, usableFen: 200 }],
    ['what goes up is of what was collected', up, { inHandFen: 2000 - up.fen, usableFen: 500 }],
    ['a use that was none', lineReversalOf(used, 2), { inHandFen: 2300, usableFen: 800 }],
    ['what did not come back after all', lineReversalOf(back, 2), { inHandFen: 1700, usableFen: 200 }],
    ['what did not go up after all', lineReversalOf(up, 2), { inHandFen: 2000 + up.fen, usableFen: 500 }],
  ])('%s', (_, line, after) => expect(tillAfterLine(before, line)).toMatchObject({ ...after, days: before.days }))

  it('knows its serial, and the days that are left', () =>
    expect(tillAfterLine(before, lineReversalOf(up, 7), [today])).toMatchObject({ lines: { '2026': 7 }, days: [today] }))
})

describe('taking a line back', () => {
  const [used, back] = [otherLine('used'), otherLine('givenBack')]
  const reverse = (over: object) => codeOf(decideLineReversal({ line: used, isReversed: false, usable: fen(0), ...over }))

  it.each([
    [undefined, 'what was used', {}],
    [undefined, 'what was handed up and has not arrived', { line: handIn() }],
    [undefined, 'what arrived with a difference', { line: handIn({ state: 'differs' }) }],
    [undefined, 'what came back and is still there', { line: back, usable: fen(300) }],
    ['NOT_REVERSIBLE', 'what took another back', { line: lineReversalOf(used, 3) }],
    ['ALREADY_REVERSED', 'twice', { isReversed: true }],
    ['ALREADY_REVERSED', 'a hand-in twice', { line: handIn({ state: 'reversed' }), isReversed: true }],
    ['HAND_IN_DONE', 'what was received up there', { line: handIn({ state: 'received' }) }],
    ['NOT_ENOUGH', 'what came back and is not there any more', { line: back, usable: fen(299) }],
    ['NOT_ENOUGH', 'what came back, of a branch that holds nothing', { line: back }],
  ])('%s: %s', (code, _, over) => expect(reverse(over)).toBe(code))

  it.each([
    ['what goes up', handIn(), -1000],
    ['what comes back', back, 300],
    ['what is used', used, -300],
    ['a hand-in taken back', lineReversalOf(handIn(), 3), 1000],
    ['money given back, taken back', lineReversalOf(back, 3), -300],
    ['a use taken back', lineReversalOf(used, 3), 300],
  ])('%s moves what is held', (_, line, moved) => expect(lineMove(line)).toBe(moved))
})
