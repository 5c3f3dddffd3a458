/** What holds for every income, not only for the cases listed. A seed is printed with whatever does not. */
import { type Rounding, roundings } from '#shared/dues/ids'
import { assess, type Facts, pensionBrackets, wageBrackets } from '#shared/dues/rules'
import { fen, shareOf } from '#shared/kernel/fen'
import { type Chance, chanceOf, oneOf } from './chance'

const steps: Readonly<Record<Rounding, bigint>> = { fen: 1n, jiao: 10n, yuan: 100n }
const bounds = [300_000, 500_000, 1_000_000]
const seeds = Array.from({ length: 3_000 }, (_, seed) => seed + 1)

/** Incomes of a village, of a bound and a little beside it, and of nobody. */
function incomeOf(chance: Chance): number {
  return oneOf(chance, [
    () => chance(1_500_000),
    () => oneOf(chance, bounds) + chance(5) - 2,
    () => chance(100_000) * 1_000_000 + chance(1_000_000),
  ])()
}

type KindOf = (income: number) => Facts
const kinds: readonly KindOf[] = [
  (monthlyFen) => ({ kind: 'wage', monthlyFen }),
  (monthFen) => ({ kind: 'annualSalary', monthFen }),
  (each) => ({ kind: 'operator', quarterFen: [each, each, each] }),
  (pensionFen) => ({ kind: 'retiree', pensionFen }),
]

function dueOf(facts: Facts, rounding: Rounding): number {
  const result = assess(facts, { rounding })
  if (!result.ok) throw new Error(result.code)
  return result.value.dueFen
}

/** The rule once more, from the article's words and in whole numbers of any size. */
function rateOf(facts: Facts, income: number): bigint {
  if (facts.kind === 'retiree') return income <= 500_000 ? 50n : 100n
  if (income <= 300_000) return 50n
  if (income <= 500_000) return 100n
  return income <= 1_000_000 ? 150n : 200n
}

/** Ten-thousandths of a fen. */
const exactOf = (facts: Facts, income: number) => BigInt(income) * rateOf(facts, income)

function expectedOf(facts: Facts, income: number, rounding: Rounding): bigint {
  const exact = exactOf(facts, income)
  if (rounding === 'fen') return (exact * 2n + 10_000n) / 20_000n
  const step = 10_000n * steps[rounding]
  return ((exact + step - 1n) / step) * steps[rounding]
}

it('is what whole numbers of any size come to, for each rounding', () => {
  for (const seed of seeds) {
    const chance = chanceOf(seed)
    const income = incomeOf(chance)
    const facts = oneOf(chance, kinds)(income)
    for (const rounding of roundings) {
      expect({ seed, rounding, due: BigInt(dueOf(facts, rounding)) }).toEqual({ seed, rounding, due: expectedOf(facts, income, rounding) })
    }
  }
})

it('never falls within a bracket, whichever the rounding', () => {
  for (const seed of seeds) {
    const chance = chanceOf(seed)
    const kindOf = oneOf(chance, kinds)
    const brackets = kindOf(0).kind === 'retiree' ? pensionBrackets : wageBrackets
    const place = chance(brackets.length)
    const above = brackets[place - 1]?.upToFen ?? -1
    const width = (brackets[place]?.upToFen ?? 50_000_000) - above
    const [less, more] = [above + 1 + chance(width), above + 1 + chance(width)].sort((a, b) => a - b)
    for (const rounding of roundings) {
      const [low, high] = [dueOf(kindOf(less ?? 0), rounding), dueOf(kindOf(more ?? 0), rounding)]
      expect({ seed, rounding, low, high, isHeld: low <= high }).toEqual({ seed, rounding, low, high, isHeld: true })
    }
  }
})

it.each(bounds)('at %d fen and one beside it: exact, and the jump is upwards', (bound) => {
  for (const kindOf of kinds) {
    for (const rounding of roundings) {
      const [below, at, over] = [bound - 1, bound, bound + 1].map((income) => {
        const facts = kindOf(income)
        expect(BigInt(dueOf(facts, rounding))).toBe(expectedOf(facts, income, rounding))
        return dueOf(facts, rounding)
      })
      expect([(below ?? 0) <= (at ?? 0), (at ?? 0) <= (over ?? 0)]).toEqual([true, true])
    }
  }
})

it('rounded up is never below what is exact, and less than a step above it', () => {
  for (const seed of seeds) {
    const chance = chanceOf(seed)
    const income = incomeOf(chance)
    const facts = oneOf(chance, kinds)(income)
    for (const rounding of ['jiao', 'yuan'] as const) {
      const above = BigInt(dueOf(facts, rounding)) * 10_000n - exactOf(facts, income)
      expect({ seed, rounding, isUp: above >= 0n && above < steps[rounding] * 10_000n }).toEqual({ seed, rounding, isUp: true })
      expect(BigInt(dueOf(facts, rounding)) % steps[rounding]).toBe(0n)
    }
  }
})

it('an operator’s months count whatever their order, a month without income among them, and the average is of whole fen', () => {
  for (const seed of seeds) {
    const chance = chanceOf(seed)
    const [a, b] = [incomeOf(chance), oneOf(chance, [0, incomeOf(chance)])]
    const average = Number((BigInt(a + b) * 2n + 3n) / 6n)
    const orders = [
      [a, b, 0],
      [0, a, b],
      [b, 0, a],
    ] as const
    for (const rounding of roundings) {
      const dues = orders.map((quarterFen) => dueOf({ kind: 'operator', quarterFen }, rounding))
      const asWage = dueOf({ kind: 'wage', monthlyFen: average }, rounding)
      expect({ seed, rounding, dues }).toEqual({ seed, rounding, dues: [asWage, asWage, asWage] })
    }
  }
})

it('no answer holds what is no whole number', () => {
  const wild: readonly number[] = [-1, 0, 0.5, 1, Number.NaN, Infinity, 1e308, 300_000, 99_999_999_999, 1e11, Number.MAX_SAFE_INTEGER]
  for (const amount of wild) {
    for (const facts of [...kinds.map((kindOf) => kindOf(amount)), { kind: 'farmer', branchFen: amount } as const]) {
      for (const rounding of roundings) {
        const result = assess(facts, { rounding })
        expect(result.ok ? Number.isSafeInteger(result.value.dueFen) && result.value.dueFen >= 0 : result.code).not.toBe(false)
        expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity|undefined|"(dueFen|rateBp)":null,"clause":"article[2-5]/)
      }
    }
  }
})

it('a share is what whole numbers of any size come to, half up', () => {
  for (const seed of seeds) {
    const chance = chanceOf(seed)
    const [amount, numerator, denominator] = [incomeOf(chance), chance(20_000), 1 + chance(20_000)]
    const expected = (BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator)) / (2n * BigInt(denominator))
    expect({ seed, share: BigInt(shareOf(fen(amount), numerator, denominator)) }).toEqual({ seed, share: expected })
  }
})
