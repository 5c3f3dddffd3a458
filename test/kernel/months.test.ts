import { monthsBetween, shiftMonth } from '#shared/kernel/day'

describe('months one after another', () => {
  it.each([
    ['2026-11', 0, '2026-11'],
    ['2026-11', 1, '2026-12'],
    ['2026-11', 2, '2027-01'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -6, '2026-05'],
    ['2026-03', -24, '2024-03'],
    ['2024-02', 12, '2025-02'],
    ['2099-12', 1, '2100-01'],
  ])('%s and %d is %s', (month, by, expected) => expect(shiftMonth(month, by)).toBe(expected))

  it('go there and back, and a step at a time comes to the same as all at once', () => {
    let month = '2020-01'
    for (let by = 1; by <= 120; by += 1) {
      month = shiftMonth(month, 1)
      expect(shiftMonth('2020-01', by)).toBe(month)
      expect(shiftMonth(month, -by)).toBe('2020-01')
    }
  })

  it.each([
    ['2026-11', '2026-11', ['2026-11']],
    ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-11', '2026-10', []],
    ['2027-01', '2026-12', []],
  ])('from %s to %s, both included', (from, to, months) => expect(monthsBetween(from, to)).toEqual(months))

  it('there are twelve in a year, whichever it is', () => {
    for (const year of ['2024', '2026', '2100']) {
      const months = monthsBetween(`${year}-01`, `${year}-12`)
      expect([months.length, months.every((month) => month.startsWith(year)), new Set(months).size]).toEqual([12, true, 12])
    }
  })
})
