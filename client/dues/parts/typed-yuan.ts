/** Money as it is typed: nothing yet, an amount, or what is wrong with it in words. */
import { type Fen, fenFromYuan } from '#shared/kernel/fen'

export type TypedYuan =
  | { readonly state: 'empty' }
  | { readonly state: 'amount'; readonly fen: Fen }
  | { readonly state: 'wrong'; readonly problem: string }

export function readYuan(typed: string): TypedYuan {
  const yuan = typed.trim()
  if (yuan === '') return { state: 'empty' }
  // Whoever has typed the point is about to type on.
  const fen = fenFromYuan(yuan.replace(/\.$/, ''))
  return fen === undefined ? { state: 'wrong', problem: problemOf(yuan) } : { state: 'amount', fen }
}

/** Undefined also for what is not an amount. */
export function fenTyped(typed: string): Fen | undefined {
  const read = readYuan(typed)
  return read.state === 'amount' ? read.fen : undefined
}

/** For the field it was typed into. */
export function problemTyped(typed: string): string | undefined {
  const read = readYuan(typed)
  return read.state === 'wrong' ? read.problem : undefined
}

function problemOf(yuan: string): string {
  if (/^[-−－]/.test(yuan)) return '不能比零还少，请看一眼'
  if (/^\d{1,9}\.\d{3,}$/.test(yuan)) return '最多写到分，小数点后面两位'
  if (/^\d{10,}/.test(yuan)) return '数太大了，请看一眼'
  return '请只写数字，如 3000 或 0.50'
}
