/** How a breach is told. */

/** Says what differs; nothing when it does not. */
export function differing(what: string, kept: unknown, worked: unknown): readonly string[] {
  const [is, shouldBe] = [kept, worked].map((value) => JSON.stringify(value))
  return is === shouldBe ? [] : [`${what}: ${is}, and should be ${shouldBe}`]
}

export const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** 1, 2, 3 … for so many: numbers without a gap. */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1)
