import { instantOf } from '#shared/kernel/day'
import {
  type CheckInFacts,
  type Counted,
  decideByHand,
  decideCalled,
  decideCheckIn,
  decideLateCheckIn,
  decideLeave,
  decidePaper,
  decideProof,
  decideRollCall,
  decideSendBack,
} from '#shared/themeday/counting'
import { decideShown, passedOnMs, stepMs, stepOf } from '#shared/themeday/rotating'

const day = '2026-11-25'
const on = (time: string, of = day) => instantOf(of, time)
const held: Counted = {
  branchId: 'b1',
  stage: 'published',
  startsAt: on('09:00'),
  endsAt: on('11:00'),
  ways: ['rollCall', 'wall'],
  venues: [{ venueId: '2' }],
}
const checkIn = (over: Partial<CheckInFacts>) =>
  decideCheckIn({ themeDay: held, branchId: 'b1', now: on('09:10'), via: 'code', isHelped: false, isSeen: false, ...over })
const codeOf = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? undefined : outcome.code)

describe('deciding a check-in', () => {
  it.each([
    ['b1', '08:29', 'NOT_OPEN'],
    ['b1', '08:30', undefined],
    ['b1', '11:00', 'CLOSED'],
    ['b2', '08:00', 'OTHER_BRANCH'],
    ['b2', '12:00', 'OTHER_BRANCH'],
    [undefined, '09:00', 'OTHER_BRANCH'],
  ])('a member of %s at %s: %s', (branchId, time, code) => expect(codeOf(checkIn({ branchId, now: on(time) }))).toBe(code))

  it('says when it opens, by the clock as spoken', () =>
    expect(checkIn({ now: on('20:00', '2026-11-24') })).toMatchObject({ words: { time: '明天上午 8 点半' } }))

  it.each([
    ['of a cancelled day', { themeDay: { ...held, stage: 'cancelled' as const } }, 'CANCELLED'],
    ['at a place that is none of the day’s', { venueId: '3' }, 'NO_SUCH_VENUE'],
    [
      'from home where the branch wants the screen’s code',
      { themeDay: { ...held, ways: ['rollCall', 'screen'] as const } },
      'WAY_NOT_CHOSEN',
    ],
    ['by the screen’s code where there is none', { via: 'screen' as const }, 'WAY_NOT_CHOSEN'],
    ['by a helper who has not seen them', { isHelped: true }, 'NOT_SEEN'],
    ['after the organiser confirmed the list', { themeDay: { ...held, closedAt: on('09:05') } }, 'CLOSED'],
  ])('%s is refused', (_, over, code) => expect(codeOf(checkIn(over))).toBe(code))

  it.each([
    ['at the place of the plan', { venueId: '1' }],
    ['at a further place', { venueId: '2' }],
    ['by a helper who saw them, whatever the ways', { isHelped: true, isSeen: true, themeDay: { ...held, ways: ['rollCall'] as const } }],
  ])('%s counts', (_, over) => expect(checkIn(over)).toMatchObject({ ok: true, data: { state: 'counted' } }))
})

describe('a tap that waited in the phone for a signal', () => {
  const minute = 60_000
  const late = (arrived: string, tapped: { at: number; clockOffMs?: number }, of = day) => checkIn({ now: on(arrived, of), tapped })
  const sure = { at: on('09:02'), clockOffMs: 0 }
  const unsure = { state: 'waiting', at: on('09:40'), isClockSure: false }

  it.each([
    ['arrives within the window: it counts, from the tap on', '09:40', sure, { state: 'counted', at: on('09:02') }],
    ['with a clock two minutes off', '09:40', { ...sure, clockOffMs: -2 * minute }, { state: 'counted', at: on('09:02') }],
    ['with a clock two days off: it waits for a nod', '09:40', { ...sure, clockOffMs: 2 * 24 * 60 * minute }, unsure],
    ['with a clock nobody knows: it waits for a nod', '09:40', { at: on('09:02') }, unsure],
    ['with a clock nobody knows, a moment ago: it counts', '09:40', { at: on('09:39') }, { state: 'counted', at: on('09:40') }],
    ['with a tap from the future: it waits for a nod', '09:40', { at: on('09:50'), clockOffMs: 0 }, unsure],
    ['with a tap a minute ahead', '09:40', { at: on('09:41'), clockOffMs: 0 }, { state: 'counted', at: on('09:40') }],
    ['with a tap before it opened', '09:40', { at: on('08:00'), clockOffMs: 0 }, { state: 'counted', at: on('08:30') }],
    ['arrives after the end: it waits', '11:00', sure, { state: 'waiting', at: on('09:02'), isClockSure: true }],
    ['arrives after the end, with a clock nobody knows', '11:30', { at: 0 }, { state: 'waiting', at: on('11:30'), isClockSure: false }],
  ])('%s', (_, arrived, tapped, data) => expect(late(arrived, tapped)).toMatchObject({ ok: true, data }))

  it.each([
    ['before it opens', on('08:29'), 'NOT_OPEN', sure],
    ['when it was tapped after the end', on('11:30'), 'CLOSED', { at: on('11:00'), clockOffMs: 0 }],
    ['four days later', on('00:00', '2026-11-29'), 'TOO_LATE', sure],
  ])('is refused %s', (_, now, code, tapped) => expect(codeOf(checkIn({ now, tapped }))).toBe(code))

  it('still waits on the third day after, to its last minute', () =>
    expect(late('23:59', sure, '2026-11-28')).toMatchObject({ data: { state: 'waiting' } }))

  it('waits when the organiser has confirmed the list meanwhile', () => {
    const closed = { ...held, closedAt: on('10:00') }
    expect(checkIn({ themeDay: closed, now: on('10:30'), tapped: sure })).toMatchObject({ data: { state: 'waiting', at: on('09:02') } })
    expect(codeOf(checkIn({ themeDay: closed, now: on('10:30'), tapped: { at: on('10:10'), clockOffMs: 0 } }))).toBe('CLOSED')
  })

  it('is sent back at any time before it is approved', () => {
    expect(decideSendBack({ state: 'waiting' }).ok).toBe(true)
    expect(decideSendBack({ state: 'sentBack' }).ok).toBe(true)
    expect(decideSendBack({ state: 'approved' })).toMatchObject({ code: 'ALREADY_APPROVED' })
  })
})

describe('a changing code', () => {
  const now = on('09:10')
  const code = { step: stepOf(now), mac: 'AAAAAAAAAAAA' }
  const shown = (over: Partial<Parameters<typeof decideShown>[0]>) => decideShown({ code, isGenuine: true, now, scannedAt: now, ...over })

  it('counts for forty-five seconds after it was shown, and not a step longer', () => {
    const at = code.step * stepMs
    expect(shown({ now: at + passedOnMs, scannedAt: undefined })).toEqual({ ok: true, data: { at, isUploadedLate: false } })
    expect(shown({ now: at + passedOnMs + 1, scannedAt: at + passedOnMs + 1 })).toMatchObject({ code: 'CODE_EXPIRED' })
  })

  it('may be a step ahead of the server, and no more', () => {
    expect(shown({ now: code.step * stepMs - stepMs }).ok).toBe(true)
    expect(shown({ now: code.step * stepMs - stepMs - 1 })).toMatchObject({ code: 'CODE_FORGED' })
  })

  it('that was scanned in time and arrives later counts from when it was shown, and the organiser sees that', () => {
    const later = now + 20 * 60_000
    expect(shown({ now: later, scannedAt: now + 10_000 })).toEqual({ ok: true, data: { at: code.step * stepMs, isUploadedLate: true } })
    expect(shown({ now: later, scannedAt: now + 60_000 })).toMatchObject({ code: 'CODE_EXPIRED' })
    expect(shown({ now: later, scannedAt: undefined })).toMatchObject({ code: 'CODE_EXPIRED' })
  })

  it('is judged by whom it was made for before it is judged by the clock', () => {
    expect(shown({ isGenuine: false, now: now + 3_600_000 })).toMatchObject({ code: 'CODE_FORGED' })
  })

  it('counts within the window alone', () => {
    const themeDay = { ...held, ways: ['rollCall', 'screen'] as const }
    const by = (at: string) =>
      checkIn({ themeDay, via: 'screen', now: on(at), shown: { ok: true, data: { at: on(at), isUploadedLate: false } } })
    expect(by('09:10')).toMatchObject({ data: { state: 'counted' } })
    expect(codeOf(by('08:00'))).toBe('NOT_OPEN')
    expect(codeOf(by('11:00'))).toBe('CLOSED')
  })
})

describe('deciding a roll-call', () => {
  it.each([
    ['08:29', 'NOT_OPEN'],
    ['08:30', undefined],
    ['11:30', undefined],
    ['23:59', undefined],
  ])('at %s: %s', (time, code) => expect(codeOf(decideCalled({ themeDay: held, now: on(time) }))).toBe(code))

  it('ends with the day, but for a tick made that day without a signal', () => {
    const night = on('00:00', '2026-11-26')
    expect(codeOf(decideCalled({ themeDay: held, now: night }))).toBe('CLOSED')
    const tick = { at: on('09:20'), clockOffMs: 0 }
    expect(decideCalled({ themeDay: held, now: night, tapped: tick })).toEqual({ ok: true, data: { at: on('09:20') } })
    expect(codeOf(decideCalled({ themeDay: held, now: night, tapped: { at: on('09:20') } }))).toBe('CLOSED')
    expect(codeOf(decideCalled({ themeDay: held, now: on('00:00', '2026-11-29'), tapped: tick }))).toBe('CLOSED')
  })

  it('by card or at the door is the branch’s choice; by name it never is', () => {
    for (const way of ['card', 'door'] as const) {
      expect(codeOf(decideRollCall({ themeDay: held, now: on('09:10'), way }))).toBe('WAY_NOT_CHOSEN')
      expect(decideRollCall({ themeDay: { ...held, ways: ['rollCall', way] }, now: on('09:10'), way }).ok).toBe(true)
    }
    expect(decideRollCall({ themeDay: { ...held, ways: ['rollCall'] }, now: on('09:10'), way: 'rollCall' }).ok).toBe(true)
    expect(codeOf(decideRollCall({ themeDay: held, now: on('09:10'), way: 'rollCall', venueId: '9' }))).toBe('NO_SUCH_VENUE')
  })

  it('writes nothing into a closed book', () =>
    expect(codeOf(decideCalled({ themeDay: { ...held, closedAt: on('10:00') }, now: on('10:30') }))).toBe('BOOK_CLOSED'))
})

describe('what is written down by hand', () => {
  it('is of a day that has begun, and of an open book', () => {
    expect(codeOf(decideByHand(held, on('08:29')))).toBe('NOT_BEGUN')
    expect(decideByHand(held, on('12:00', '2026-11-30')).ok).toBe(true)
    expect(codeOf(decideByHand({ ...held, closedAt: on('12:00') }, on('13:00')))).toBe('BOOK_CLOSED')
  })

  it('a list on paper has two names under it', () => {
    const facts = { themeDay: held, now: on('12:00'), enteredBy: 'wang' }
    expect(codeOf(decidePaper({ ...facts, witnessId: 'wang' }))).toBe('SAME_PERSON')
    expect(decidePaper({ ...facts, witnessId: 'liu' }).ok).toBe(true)
  })

  it('who was elsewhere says where, and who says so', () => {
    expect(codeOf(decideProof('elsewhere', undefined))).toBe('PROOF_NEEDED')
    expect(decideProof('elsewhere', '杭州西湖区支部，李书记').ok).toBe(true)
    expect(decideProof('delivered', undefined).ok).toBe(true)
  })
})

describe('leave, and being counted afterwards', () => {
  it('leave is asked before it starts', () => {
    expect(decideLeave(held, on('08:59')).ok).toBe(true)
    expect(codeOf(decideLeave(held, on('09:00')))).toBe('STARTED')
    expect(codeOf(decideLeave({ ...held, stage: 'cancelled' }, on('08:00')))).toBe('CANCELLED')
  })

  it.each([
    [on('10:59'), 'NOT_OVER'],
    [on('11:00'), undefined],
    [on('23:59', '2026-11-28'), undefined],
    [on('00:00', '2026-11-29'), 'TOO_LATE'],
  ])('afterwards is from the end on, for three days (%#)', (now, code) => expect(codeOf(decideLateCheckIn(held, now))).toBe(code))
})
