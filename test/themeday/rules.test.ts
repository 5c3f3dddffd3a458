import { instantOf } from '#shared/kernel/day'
import { currentOf, decideOpen, decidePlan, opensAtOf, stateOf } from '#shared/themeday/rules'

const day = '2026-11-25'
const on = (time: string, of = day) => instantOf(of, time)
const held = { stage: 'published' as const, startsAt: on('09:00'), endsAt: on('11:00') }
const opened = { ...held, openedAt: on('07:10') }

describe('the window of a theme day', () => {
  it.each([
    ['08:29', 'planned'],
    ['08:30', 'open'],
    ['10:59', 'open'],
    ['11:00', 'over'],
  ])('at %s it is %s', (time, state) => expect(stateOf(held, on(time))).toBe(state))

  it('is over as well once the organiser has confirmed the list', () => {
    expect(stateOf({ ...held, closedAt: on('10:00') }, on('09:59'))).toBe('open')
    expect(stateOf({ ...held, closedAt: on('10:00') }, on('10:00'))).toBe('over')
  })

  it('opens with the organiser where that is earlier, and never later than by itself', () => {
    expect(opensAtOf(opened)).toBe(on('07:10'))
    expect(opensAtOf({ ...held, openedAt: on('08:45') })).toBe(on('08:30'))
  })
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
