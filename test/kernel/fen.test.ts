import { addFen, fen, fenFromYuan, sayYuan, shareOf } from '#shared/kernel/fen'

const most = Number.MAX_SAFE_INTEGER

describe('a share of an amount', () => {
  it.each([
    [300_000, 50, 10_000, 1500],
    [234_567, 50, 10_000, 1173],
    [1, 1, 2, 1],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [99, 50, 10_000, 0],
    [100, 50, 10_000, 1],
    [300, 50, 10_000, 2],
    [900_001, 1, 3, 300_000],
    [900_002, 1, 3, 300_001],
    [0, 200, 10_000, 0],
    [500, 0, 10_000, 0],
    [7, 3, 1, 21],
    [99_999_999_999, 200, 10_000, 2_000_000_000],
  ])('of %d, %d parts of %d, is %d: half goes up', (amount, numerator, denominator, share) =>
    expect(shareOf(fen(amount), numerator, denominator)).toBe(share),
  )

  it.each([
    ['of less than nothing', -1, 1, 2],
    ['of fewer than no parts', 1, -1, 2],
    ['of parts of nothing', 1, 1, 0],
    ['of parts of less than nothing', 1, 1, -2],
    ['of what is no number of parts', 1, Number.NaN, 2],
    ['of endlessly many', 1, Infinity, 2],
    ['of endlessly small parts', 1, 1, Infinity],
    ['that could not be worked out exactly', most, 1, 2],
    ['that could not be worked out exactly', 99_999_999_999, 1_000_000, 2],
  ])('%s there is none', (_, amount, numerator, denominator) => expect(() => shareOf(fen(amount), numerator, denominator)).toThrow())
})

describe('an amount', () => {
  it.each([0.5, Number.NaN, Infinity, 1e308, most + 1])('%d fen do not exist', (value) => expect(() => fen(value)).toThrow())

  it('that grows past what is exact is a bug and is thrown', () => {
    expect(addFen()).toBe(0)
    expect(addFen(fen(most), fen(0))).toBe(most)
    expect(() => addFen(fen(most), fen(1))).toThrow()
  })

  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [-1, '-0.01'],
    [99, '0.99'],
    [100, '1.00'],
    [-100, '-1.00'],
    [123_456_789, '1234567.89'],
    [99_999_999_999, '999999999.99'],
    // Halved or divided these would lose their last digit.
    [most, '90071992547409.91'],
    [-most, '-90071992547409.91'],
  ])('%d is written %s', (amount, yuan) => expect(sayYuan(fen(amount))).toBe(yuan))

  it('that was written can be typed again', () => {
    for (let amount = 0; amount < 30_000; amount += 7) expect(fenFromYuan(sayYuan(fen(amount)))).toBe(amount)
    expect(fenFromYuan('999999999.99')).toBe(99_999_999_999)
    expect([' 12.3 ', '007'].map(fenFromYuan)).toEqual([1230, 700])
    expect(['1234567890', '3000.005', '.5', '5.', '1e3', '+1', '１'].map(fenFromYuan)).toEqual(Array.from({ length: 7 }, () => undefined))
  })
})
