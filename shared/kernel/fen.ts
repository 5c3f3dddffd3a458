/** Money: integer fen. Yuan exist only in what people read and write. */

declare const fenBrand: unique symbol
export type Fen = number & { readonly [fenBrand]: true }

/** Integer fen, or a thrown bug: fractions of a fen do not exist. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new Error('fen must be a safe integer')
  return value as Fen
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, amount) => sum + amount, 0))
}

/**
 * `amount × numerator ÷ denominator`, half up, in integers throughout: the one division that money goes through. Not for negative
 * amounts: what is owed never is. Throws where the product would no longer be exact.
 */
export function shareOf(amount: Fen, numerator: number, denominator: number): Fen {
  const product = amount * numerator * 2 + denominator
  if (!Number.isSafeInteger(product) || amount < 0 || numerator < 0 || denominator <= 0) throw new Error('a share must be of whole numbers')
  return fen((product - (product % (denominator * 2))) / (denominator * 2))
}

/** `'3000'`, `'0.5'`, `'12.30'` → fen; undefined when it is not an amount with at most two decimals. */
export function fenFromYuan(yuan: string): Fen | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim())
  if (match === null) return undefined
  const [, whole = '0', cents = ''] = match
  return fen(Number(whole) * 100 + Number(cents.padEnd(2, '0')))
}

/** 50 → `'0.50'`; always two decimals, so that a column of amounts lines up. */
export function sayYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
