/** The rule of article 2 to 6, by the worked cases of the design (domain B.2), at every bound, and for what is no fact at all. */
import { type Rounding, roundings } from '#shared/dues/ids'
import { type Assessed, assess, type Facts, isFarmerAmount } from '#shared/dues/rules'
import { fenFromYuan, sayYuan } from '#shared/kernel/fen'

function yuan(typed: string): number {
  const amount = fenFromYuan(typed)
  if (amount === undefined) throw new Error(`${typed} is not an amount`)
  return amount
}

function assessed(facts: Facts, rounding: Rounding = 'fen'): Assessed {
  const result = assess(facts, { rounding })
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const due = (facts: Facts, rounding: Rounding = 'fen') => sayYuan(assessed(facts, rounding).dueFen)
const wage = (typed: string): Facts => ({ kind: 'wage', monthlyFen: yuan(typed) })
const salary = (typed: string): Facts => ({ kind: 'annualSalary', monthFen: yuan(typed) })
const retiree = (typed: string): Facts => ({ kind: 'retiree', pensionFen: yuan(typed) })
const operator = (...typed: readonly [string, string, string]): Facts => ({
  kind: 'operator',
  quarterFen: [yuan(typed[0]), yuan(typed[1]), yuan(typed[2])],
})
const farmer = (typed: string): Facts => ({ kind: 'farmer', branchFen: yuan(typed) })

describe('the worked cases', () => {
  it.each([
    ['1 at the bound', wage('3000.00'), 50, '15.00', '15.00', '15.00'],
    ['2 just over: the whole amount at the higher rate', wage('3000.01'), 100, '30.00', '30.10', '31.00'],
    ['3 at the bound', wage('5000.00'), 100, '50.00', '50.00', '50.00'],
    ['4 just over', wage('5000.01'), 150, '75.00', '75.10', '76.00'],
    ['5 at the bound', wage('10000.00'), 150, '150.00', '150.00', '150.00'],
    ['6 just over', wage('10000.01'), 200, '200.00', '200.10', '201.00'],
    ['7 a retiree at the bound', retiree('5000.00'), 50, '25.00', '25.00', '25.00'],
    ['8 a retiree just over', retiree('5000.01'), 100, '50.00', '50.10', '51.00'],
    ['9 a farmer: what the branch has set', farmer('0.50'), null, '0.50', '0.50', '0.50'],
    ['10 student, laid off, relief, subsistence', { kind: 'fixed' }, null, '0.20', '0.20', '0.20'],
    ['12 an operator', operator('4000', '2000', '6600'), 100, '42.00', '42.00', '42.00'],
    ['13 a month without income is a month', operator('12000', '0', '3000'), 100, '50.00', '50.00', '50.00'],
    ['14 the average is rounded before the bound is asked', operator('9000.01', '0', '0'), 50, '15.00', '15.00', '15.00'],
    ['15 the official example', wage('5100'), 150, '76.50', '76.50', '77.00'],
    ['15 the official example', wage('4900'), 100, '49.00', '49.00', '49.00'],
    ['16 rounded from the exact amount', wage('2345.67'), 50, '11.73', '11.80', '12.00'],
    ['17 above what is usual', wage('60000'), 200, '1200.00', '1200.00', '1200.00'],
    ['18 a farmer who works in a factory declares a wage', wage('4800'), 100, '48.00', '48.00', '48.00'],
    ['article 3: the pay of the month, at the same rates', salary('10000.01'), 200, '200.00', '200.10', '201.00'],
    ['nothing earned', wage('0'), 50, '0.00', '0.00', '0.00'],
    ['half a fen goes up', wage('1.00'), 50, '0.01', '0.10', '1.00'],
    ['less than half a fen does not, unless the county rounds up', wage('0.99'), 50, '0.00', '0.10', '1.00'],
    ['the most that can be typed', wage('999999999.99'), 200, '20000000.00', '20000000.00', '20000000.00'],
  ] as const)('%s: %j', (_, facts, rateBp, inFen, inJiao, inYuan) => {
    expect(roundings.map((rounding) => due(facts, rounding))).toEqual([inFen, inJiao, inYuan])
    expect(assessed(facts).rateBp).toBe(rateBp)
  })

  it('9 and 10 a year: 6.00 for a farmer, 264.00 for forty-four of them, 2.40 for the others', () => {
    const inYear = (facts: Facts, members: number) => assessed(facts).dueFen * 12 * members
    expect([inYear(farmer('0.50'), 1), inYear(farmer('0.50'), 44), inYear({ kind: 'fixed' }, 1)]).toEqual([600, 26_400, 240])
  })

  it('10 whatever stands beside a fixed amount is not looked at', () => {
    const withWage = { ...wage('9000'), kind: 'fixed' as const }
    expect(due(withWage)).toBe('0.20')
  })

  it('17 the warning is above 1,000.00 a month and not at it', () => {
    expect([wage('60000'), wage('50000'), wage('50000.24'), wage('50000.25')].map((facts) => assessed(facts).isAboveUsual)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})

describe('every bound belongs to the bracket below it', () => {
  const ratesAround = (factsOf: (fen: number) => Facts, bound: number) =>
    [bound - 1, bound, bound + 1].map((amount) => assessed(factsOf(amount)).rateBp)

  it.each([
    ['wage', (monthlyFen: number): Facts => ({ kind: 'wage', monthlyFen })],
    ['annualSalary', (monthFen: number): Facts => ({ kind: 'annualSalary', monthFen })],
    ['operator', (each: number): Facts => ({ kind: 'operator', quarterFen: [each, each, each] })],
  ])('%s', (_, factsOf) => {
    expect(ratesAround(factsOf, 300_000)).toEqual([50, 50, 100])
    expect(ratesAround(factsOf, 500_000)).toEqual([100, 100, 150])
    expect(ratesAround(factsOf, 1_000_000)).toEqual([150, 150, 200])
  })

  it('retiree', () => {
    const pension = (pensionFen: number): Facts => ({ kind: 'retiree', pensionFen })
    expect(ratesAround(pension, 500_000)).toEqual([50, 50, 100])
    expect([300_000, 1_000_000, 99_999_999_999].map((amount) => assessed(pension(amount)).rateBp)).toEqual([50, 100, 100])
  })

  it('farmer: from 0.20 to 1.00', () => {
    expect([19, 20, 100, 101].map((branchFen) => assess({ kind: 'farmer', branchFen }, { rounding: 'fen' }).ok)).toEqual([
      ...[false, true, true, false],
    ])
    expect([19, 20, 100, 101, 20.5, Number.NaN].map(isFarmerAmount)).toEqual([false, true, true, false, false, false])
  })
})

describe('why an amount is what it is', () => {
  it.each([
    [wage('3000'), 'article2', '每月 3000.00 元，没有超过 3000.00 元，整笔按 0.5% 算'],
    [wage('3000.01'), 'article2', '每月 3000.01 元，超过 3000.00 元、没有超过 5000.00 元，整笔按 1% 算'],
    [salary('6000'), 'article3', '这个月领 6000.00 元，超过 5000.00 元、没有超过 10000.00 元，整笔按 1.5% 算'],
    [operator('12000', '12000', '12000'), 'article4', '上季度平均每月 12000.00 元，超过 10000.00 元，整笔按 2% 算'],
    [operator('9000.01', '0', '0'), 'article4', '上季度平均每月 3000.00 元，没有超过 3000.00 元，整笔按 0.5% 算'],
    [retiree('5000.01'), 'article5', '每月 5000.01 元，超过 5000.00 元，整笔按 1% 算'],
    [farmer('0.50'), 'article6', '务农党员每月 0.20 元到 1.00 元，支部定的是 0.50 元'],
    [{ kind: 'fixed' }, 'article6', '学生、下岗、靠抚恤救济和领低保的党员，每月都是 0.20 元'],
  ] as const)('%j: %s', (facts, clause, explanation) => expect(assessed(facts)).toMatchObject({ clause, explanation }))
})

describe('what is no fact is refused while it runs', () => {
  /** The type is what a form cannot promise: here everything is given that it forbids. */
  const given = (facts: unknown, rounding: Rounding = 'fen') => assess(facts as Facts, { rounding })

  const noAmounts = [-1, -0.01, 0.5, 300_000.5, Number.NaN, Infinity, -Infinity, 1e308, 99_999_999_999 + 1, '3000', '', true, [300_000], {}]
  const nothings = [undefined, null]
  const places = [
    ['wage', (amount: unknown) => ({ kind: 'wage', monthlyFen: amount })],
    ['annualSalary', (amount: unknown) => ({ kind: 'annualSalary', monthFen: amount })],
    ['operator', (amount: unknown) => ({ kind: 'operator', quarterFen: [0, amount, 0] })],
    ['retiree', (amount: unknown) => ({ kind: 'retiree', pensionFen: amount })],
    ['farmer', (amount: unknown) => ({ kind: 'farmer', branchFen: amount })],
  ] as const

  it.each(places)('%s of what is no amount', (_, factsOf) => {
    for (const amount of [...noAmounts, ...nothings, BigInt(300_000)]) {
      for (const rounding of roundings) expect(given(factsOf(amount), rounding)).toEqual({ ok: false, code: 'NOT_AN_AMOUNT' })
    }
  })

  it.each([['wage'], ['annualSalary'], ['retiree'], ['farmer']])('%s without its amount', (kind) =>
    expect(given({ kind })).toEqual({ ok: false, code: 'NOT_AN_AMOUNT' }),
  )

  it.each([
    ['none', undefined],
    ['empty', []],
    ['of two months', [1, 2]],
    ['of four months', [1, 2, 3, 4]],
    ['a word', '123'],
    ['a list that only looks like one', { 0: 1, 1: 2, 2: 3, length: 3 }],
  ])('a quarter, %s', (_, quarterFen) => expect(given({ kind: 'operator', quarterFen })).toEqual({ ok: false, code: 'NOT_A_FACT' }))

  it('a quarter with a hole in it: a month that is missing is not one without income', () => {
    const holed: number[] = []
    holed[0] = 300_000
    holed[2] = 300_000
    expect(given({ kind: 'operator', quarterFen: holed })).toEqual({ ok: false, code: 'NOT_AN_AMOUNT' })
    expect(given({ kind: 'operator', quarterFen: new Array(3) })).toEqual({ ok: false, code: 'NOT_AN_AMOUNT' })
  })

  it.each([
    [undefined],
    [null],
    [3000],
    ['wage'],
    [[]],
    [{}],
    [{ kind: 'pension', pensionFen: 1 }],
    [{ kind: 'toString' }],
    [{ kind: ['wage'], monthlyFen: 1 }],
    [{ kind: null }],
    [() => 'wage'],
  ])('%p', (facts) => expect(given(facts)).toEqual({ ok: false, code: 'NOT_A_FACT' }))

  it('a farmer’s amount outside what the article allows', () => {
    for (const branchFen of [0, 19, 101, 300_000]) {
      expect(given({ kind: 'farmer', branchFen })).toEqual({ ok: false, code: 'FARMER_OUT_OF_RANGE' })
    }
  })

  it('an amount is typed with two decimals at most', () => {
    expect(['3000.005', '-3000', '1e308', 'NaN', 'Infinity', '0x10', '3000.', '.5', '3 000', '１２'].map(fenFromYuan)).toEqual(
      Array.from({ length: 10 }, () => undefined),
    )
  })

  it('a rounding nobody declared is a bug and is thrown', () => {
    const rounding: unknown = 'mao'
    expect(() => given(wage('3000.01'), rounding as Rounding)).toThrow()
  })
})
