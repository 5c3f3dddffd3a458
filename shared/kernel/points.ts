/** Points: integers for duties and deeds; never money, never a rank. */

declare const pointsBrand: unique symbol
export type Points = number & { readonly [pointsBrand]: true }

export function points(value: number): Points {
  if (!Number.isSafeInteger(value)) throw new Error('points must be a safe integer')
  return value as Points
}

export function addPoints(...amounts: readonly Points[]): Points {
  return points(amounts.reduce<number>((sum, amount) => sum + amount, 0))
}

/** `+4`, `-10`, `0`: how a line of the passbook writes it. */
export function sayPoints(amount: Points): string {
  return amount > 0 ? `+${amount}` : String(amount)
}
