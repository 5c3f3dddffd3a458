/** The form of a theme day: what it starts with, what is missing, and what is asked of the server. */
import { instantOf } from '#shared/kernel/day'
import { fixedDayOf, formOf } from '../../client/themeday/habits/parts/fixed-day-form'
import type { ThemeDay } from '../../client/themeday/parts/answers'
import { gapsOf, linesOf, nextMonth, planInputOf, planOf, previousMonth, proposalFrom } from '../../client/themeday/parts/plan'
import { stepOf } from '../../client/themeday/parts/step-of'

const now = instantOf('2026-11-03', '10:00')

function themeDay(day: string, change: Partial<ThemeDay> = {}): ThemeDay {
  return {
    themeDayId: `b_${day.slice(0, 7)}`,
    branchId: 'b',
    month: day.slice(0, 7),
    stage: 'published',
    version: 3,
    topic: '学习乡村全面振兴规划',
    place: '村委会二楼会议室',
    startsAt: instantOf(day, '09:00'),
    endsAt: instantOf(day, '11:00'),
    opensAt: instantOf(day, '08:30'),
    parts: [{ part: 'study', what: '共读规划', leader: '王志强' }],
    venues: [{ venueId: '2', kind: 'household', name: '张大爷家', organiser: '徐大勇' }],
    materials: ['规划全文'],
    ways: ['rollCall', 'wall'],
    state: 'over',
    code: 'ABCDEFGH',
    ...change,
  }
}

describe('the proposal', () => {
  const october = themeDay('2026-10-25')

  it('copies last month, but for what is new every month', () => {
    const plan = proposalFrom([october], undefined, now)
    expect(plan).toMatchObject({ day: '2026-11-25', from: '09:00', to: '11:00', topic: '', place: '村委会二楼会议室', materials: '' })
    expect(plan.venues).toEqual([{ kind: 'household', name: '张大爷家', organiser: '徐大勇' }])
    expect(plan.parts.map(({ part }) => part)).toEqual(['study', 'life', 'deliberation', 'visit', 'service'])
    expect(plan.parts[0]).toEqual({ part: 'study', what: '共读规划', leader: '王志强' })
  })

  it('keeps to the fixed day, in the first month that is free', () => {
    const firstSaturday = { kind: 'weekday', nth: 1, weekday: 6 } as const
    expect(proposalFrom([october], firstSaturday, now).day).toBe('2026-11-07')
    expect(proposalFrom([themeDay('2026-11-25'), october], firstSaturday, now).day).toBe('2026-12-05')
    expect(proposalFrom([themeDay('2026-11-25', { stage: 'cancelled' }), october], firstSaturday, now).day).toBe('2026-11-07')
  })

  it('copies what was held, not what was cancelled or is still a draft', () => {
    const rows = [themeDay('2026-11-25', { stage: 'draft', place: '祠堂' }), october]
    expect(proposalFrom(rows, undefined, now).place).toBe('村委会二楼会议室')
  })

  it('starts empty where nothing was ever held', () => {
    const plan = proposalFrom([], undefined, now)
    expect(plan).toMatchObject({ day: '', from: '09:00', to: '11:00', place: '', venues: [] })
    expect(Object.keys(gapsOf(plan)).sort()).toEqual(['day', 'place', 'topic'])
  })
})

describe('what is asked of the server', () => {
  it('is what the form of an unchanged one says', () => {
    expect(planInputOf(planOf(themeDay('2026-11-25')))).toEqual({
      ...{ day: '2026-11-25', from: '09:00', to: '11:00', topic: '学习乡村全面振兴规划', place: '村委会二楼会议室' },
      parts: [{ part: 'study', what: '共读规划', leader: '王志强' }],
      venues: [{ kind: 'household', name: '张大爷家', organiser: '徐大勇' }],
      materials: ['规划全文'],
    })
  })

  it('leaves out what nobody has said anything about, and empty lines', () => {
    const plan = { ...planOf(themeDay('2026-11-25', { parts: [] })), materials: ' 公报 \n\n 讲话\n' }
    expect(planInputOf(plan)).toMatchObject({ parts: [], materials: ['公报', '讲话'] })
    expect(linesOf('')).toEqual([])
  })

  it('says what is too much to read', () => {
    const plan = planOf(themeDay('2026-11-25'))
    expect(gapsOf({ ...plan, materials: '一\n二\n三\n四\n五\n六' }).materials).toContain('最多 5 份')
    expect(gapsOf({ ...plan, materials: '长'.repeat(121) }).materials).toContain('120')
    expect(gapsOf(plan)).toEqual({})
  })
})

it('months follow each other over the year', () => {
  expect([nextMonth('2026-12'), previousMonth('2027-01')]).toEqual(['2027-01', '2026-12'])
})

it.each([
  ['none', undefined, '10:00'],
  ['none', { stage: 'cancelled' }, '10:00'],
  ['draft', { stage: 'draft' }, '12:00'],
  ['fixed', {}, '08:29'],
  ['open', {}, '08:30'],
  ['open', { opensAt: instantOf('2026-11-25', '07:00') }, '07:00'],
  ['toClose', {}, '11:00'],
  ['closed', { closedAt: instantOf('2026-11-25', '10:30') }, '10:45'],
] as const)('a month is %s', (step, change, time) => {
  const held = change === undefined ? undefined : themeDay('2026-11-25', change)
  expect(stepOf(held, instantOf('2026-11-25', time))).toBe(step)
})

describe('the fixed day', () => {
  it('is read back as it was set', () => {
    for (const fixed of [{ kind: 'dayOfMonth', day: 25 } as const, { kind: 'weekday', nth: 5, weekday: 0 } as const])
      expect(fixedDayOf(formOf(fixed))).toEqual(fixed)
  })

  it('is none while something is missing', () => {
    const form = formOf(undefined)
    expect(form.kind).toBeUndefined()
    expect(fixedDayOf({ ...form, kind: 'none' })).toBeUndefined()
    expect(fixedDayOf({ ...form, kind: 'dayOfMonth', day: '32' })).toBeUndefined()
    expect(fixedDayOf({ ...form, kind: 'weekday', nth: 1 })).toBeUndefined()
  })
})
