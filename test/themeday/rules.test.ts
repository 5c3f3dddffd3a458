import { instantOf } from '#shared/kernel/day'
import {
  currentOf,
  decideCheckIn,
  decideOpen,
  decidePlan,
  decideRollCall,
  decideSendBack,
  opensAtOf,
  stateOf,
} from '#shared/themeday/rules'

const day = '2026-11-25'
const on = (time: string, of = day) => instantOf(of, time)
const held = { branchId: 'b1', startsAt: on('09:00'), endsAt: on('11:00') }
const opened = { ...held, openedAt: on('07:10') }

describe('the window of a theme day', () => {
  it.each([
    ['08:29', 'planned'],
    ['08:30', 'open'],
    ['10:59', 'open'],
    ['11:00', 'over'],
  ])('at %s it is %s', (time, state) => expect(stateOf(held, on(time))).toBe(state))

  it('opens with the organiser where that is earlier, and never later than by itself', () => {
    expect(opensAtOf(opened)).toBe(on('07:10'))
    expect(opensAtOf({ ...held, openedAt: on('08:45') })).toBe(on('08:30'))
  })
})

describe('deciding a check-in', () => {
  it.each([
    ['b1', '08:29', 'NOT_OPEN'],
    ['b1', '08:30', undefined],
    ['b1', '11:00', 'CLOSED'],
    ['b2', '08:00', 'OTHER_BRANCH'],
    ['b2', '12:00', 'OTHER_BRANCH'],
    [undefined, '09:00', 'OTHER_BRANCH'],
  ])('a member of %s at %s: %s', (branchId, time, code) => {
    const outcome = decideCheckIn({ themeDay: held, branchId, now: on(time) })
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })

  it('says when it opens, by the clock as spoken', () => {
    const later = decideCheckIn({ themeDay: held, branchId: 'b1', now: on('20:00', '2026-11-24') })
    expect(later).toMatchObject({ words: { time: '明天上午 8 点半' } })
  })
})

describe('a tap that waited in the phone for a signal', () => {
  const minute = 60_000
  const late = (arrived: string, tapped: { at: number; clockOffMs?: number }, of = day) =>
    decideCheckIn({ themeDay: held, branchId: 'b1', now: on(arrived, of), tapped })
  const sure = { at: on('09:02'), clockOffMs: 0 }

  it.each([
    ['arrives within the window: it counts, from the tap on', '09:40', sure, { state: 'counted', at: on('09:02') }],
    ['with a clock two minutes off', '09:40', { ...sure, clockOffMs: -2 * minute }, { state: 'counted', at: on('09:02') }],
    ['with a clock three days off: it counts by the server’s', '09:40', { ...sure, clockOffMs: 3 * 24 * 60 * minute }, { at: on('09:40') }],
    ['with a clock nobody knows', '09:40', { at: on('09:02') }, { state: 'counted', at: on('09:40') }],
    ['with a tap from the future', '09:40', { at: on('09:50'), clockOffMs: 0 }, { state: 'counted', at: on('09:40') }],
    ['with a tap a minute ahead', '09:40', { at: on('09:41'), clockOffMs: 0 }, { state: 'counted', at: on('09:40') }],
    ['with a tap before it opened', '09:40', { at: on('08:00'), clockOffMs: 0 }, { state: 'counted', at: on('08:30') }],
    ['arrives after the end: it waits', '11:00', sure, { state: 'waiting', at: on('09:02'), isClockSure: true }],
    ['arrives after the end, with a clock nobody knows', '11:30', { at: 0 }, { state: 'waiting', at: on('11:30'), isClockSure: false }],
  ])('%s', (_, arrived, tapped, data) => expect(late(arrived, tapped)).toMatchObject({ ok: true, data }))

  it.each([
    ['before it opens', on('08:29'), 'NOT_OPEN', sure],
    ['when it was tapped after the end', on('11:30'), 'CLOSED', { at: on('11:00'), clockOffMs: 0 }],
    ['four days later', on('00:00', '2026-11-29'), 'TOO_LATE', sure],
  ])('is refused %s', (_, now, code, tapped) =>
    expect(decideCheckIn({ themeDay: held, branchId: 'b1', now, tapped })).toMatchObject({ ok: false, code }),
  )

  it('still waits on the third day after, to its last minute', () =>
    expect(late('23:59', sure, '2026-11-28')).toMatchObject({ data: { state: 'waiting' } }))

  it('is sent back at any time before it is approved', () => {
    expect(decideSendBack({ state: 'waiting' }).ok).toBe(true)
    expect(decideSendBack({ state: 'sentBack' }).ok).toBe(true)
    expect(decideSendBack({ state: 'approved' })).toMatchObject({ code: 'ALREADY_APPROVED' })
  })
})

describe('deciding a roll-call', () => {
  it.each([
    ['08:29', 'NOT_OPEN'],
    ['08:30', undefined],
    ['11:30', undefined],
    ['23:59', undefined],
  ])('at %s: %s', (time, code) => {
    const outcome = decideRollCall({ themeDay: held, now: on(time) })
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })

  it('ends with the day', () =>
    expect(decideRollCall({ themeDay: held, now: on('00:00', '2026-11-26') })).toMatchObject({ code: 'CLOSED' }))
})

describe('opening by hand', () => {
  it.each([
    [held, on('07:10'), { openedAt: on('07:10'), isNew: true }],
    [opened, on('07:20'), { openedAt: on('07:10'), isNew: false }],
    [held, on('08:40'), { openedAt: on('08:30'), isNew: false }],
  ])('changes something only the first time (%#)', (themeDay, now, data) =>
    expect(decideOpen({ themeDay, now })).toEqual({ ok: true, data }),
  )

  it.each([
    [on('11:00'), 'OVER'],
    [on('23:00', '2026-11-24'), 'NOT_TODAY'],
  ])('is refused outside the day (%#)', (now, code) => expect(decideOpen({ themeDay: held, now })).toMatchObject({ ok: false, code }))
})

describe('planning', () => {
  const plan = (over: Partial<{ day: string; from: string; to: string; now: number }> = {}) =>
    decidePlan({ day, from: '09:00', to: '11:00', now: on('06:00'), ...over })

  it('belongs to the month it starts in, in the branch’s own time zone', () => {
    expect(plan()).toEqual({ ok: true, data: { month: '2026-11', startsAt: held.startsAt, endsAt: held.endsAt } })
    expect(plan({ day: '2026-12-01', from: '00:00', to: '00:30' })).toMatchObject({ data: { month: '2026-12' } })
  })

  it.each([
    [{ day: '2026-11-31' }, 'NO_SUCH_DAY'],
    [{ day: '2026-11-24' }, 'DAY_PAST'],
    [{ from: '09:00', to: '09:00' }, 'ENDS_BEFORE_START'],
    [{ from: '11:00', to: '09:00' }, 'ENDS_BEFORE_START'],
    [{ now: on('11:00') }, 'DAY_PAST'],
  ])('refuses %j with %s', (over, code) => expect(plan(over)).toMatchObject({ ok: false, code }))
})

describe('the theme day a person has in mind', () => {
  const month = (of: string) => ({ startsAt: on('09:00', of), endsAt: on('11:00', of) })
  const [december, november, october] = [month('2026-12-25'), month(day), month('2026-10-25')]
  it.each([
    ['2026-11-20', november],
    [day, november],
    ['2026-11-26', december],
    ['2026-12-26', december],
  ])('on %s', (of, expected) => expect(currentOf([december, november, october], on('10:00', of))).toBe(expected))

  it('is none where there is none', () => expect(currentOf([], on('10:00'))).toBeUndefined())
})
