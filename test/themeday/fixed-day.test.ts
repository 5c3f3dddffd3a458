import { instantOf, type MonthKey } from '#shared/kernel/day'
import { fixedDayIn, nextFixedDay, sayFixedDay } from '#shared/themeday/fixed-day'
import type { FixedDay } from '#shared/themeday/fixed-day-model'

const date = (day: number): FixedDay => ({ kind: 'dayOfMonth', day })
const weekday = (nth: number, of: number): FixedDay => ({ kind: 'weekday', nth, weekday: of })
const [sunday, friday, saturday] = [0, 5, 6]

describe('a fixed day in a month', () => {
  it.each([
    ['the 25th', date(25), '2026-11', '2026-11-25'],
    ['the 1st', date(1), '2026-11', '2026-11-01'],
    ['the 31st, in a month of thirty days', date(31), '2026-11', '2026-11-30'],
    ['the 31st, in February', date(31), '2026-02', '2026-02-28'],
    ['the 30th, in the February of a leap year', date(30), '2028-02', '2028-02-29'],
    ['the 29th, in February', date(29), '2027-02', '2027-02-28'],
    ['the first Saturday', weekday(1, saturday), '2026-11', '2026-11-07'],
    ['the first Sunday, which is the first of the month', weekday(1, sunday), '2026-11', '2026-11-01'],
    ['the fourth Saturday', weekday(4, saturday), '2026-11', '2026-11-28'],
    ['the last Friday, which is the fourth', weekday(5, friday), '2026-11', '2026-11-27'],
    ['the last Friday, which is the fifth', weekday(5, friday), '2027-01', '2027-01-29'],
    ['the last Sunday of a February that has four of each', weekday(5, sunday), '2026-02', '2026-02-22'],
  ])('%s: %j in %s is %s', (_, fixed, month, day) => expect(fixedDayIn(fixed, month)).toBe(day))
})

it.each([
  [date(25), '每月 25 日'],
  [weekday(1, saturday), '每月第一个星期六'],
  [weekday(4, sunday), '每月第四个星期日'],
  [weekday(5, friday), '每月最后一个星期五'],
])('%j is said as %s', (fixed, words) => expect(sayFixedDay(fixed)).toBe(words))

describe('the next fixed day', () => {
  const at = (day: string, time = '10:00') => instantOf(day, time)
  const none = () => false
  const taken =
    (...months: readonly MonthKey[]) =>
    (month: MonthKey) =>
      months.includes(month)

  it.each([
    ['is still to come this month', date(25), at('2026-11-24'), none, '2026-11-25'],
    ['is today, to its last minute', date(25), at('2026-11-25', '23:59'), none, '2026-11-25'],
    ['has passed, and is next month', date(25), at('2026-11-26', '00:00'), none, '2026-12-25'],
    ['begins with the night here, not in Greenwich', date(1), at('2026-12-01', '00:30'), none, '2026-12-01'],
    ['is last month’s last day no more, half an hour past midnight', date(30), at('2026-12-01', '00:30'), none, '2026-12-30'],
    ['is in the new year', weekday(1, saturday), at('2026-12-05', '23:59'), taken('2026-12'), '2027-01-02'],
    ['leaves out a month that has its theme day', date(25), at('2026-11-24'), taken('2026-11'), '2026-12-25'],
    ['leaves out several', date(31), at('2026-11-24'), taken('2026-11', '2026-12', '2027-01'), '2027-02-28'],
    ['is a year ahead where a year is taken', date(25), at('2026-11-26'), (month: MonthKey) => month < '2027-11', '2027-11-25'],
    ['is none where everything is taken', date(25), at('2026-11-24'), () => true, undefined],
  ])('%s', (_, fixed, now, isTaken, day) => expect(nextFixedDay(fixed, now, isTaken)).toBe(day))
})
