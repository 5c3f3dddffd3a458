/** What screens and papers say about dues. */
import { type MonthKey, sayMonth } from '#shared/kernel/day'
import { type Fen, fen, sayYuan } from '#shared/kernel/fen'
import type {
  ChangeReason,
  Clause,
  DueKind,
  HandInState,
  HardshipReply,
  LineKind,
  MonthState,
  PayWay,
  ReversalReason,
  Rounding,
} from './ids'

export const kindWords: Readonly<Record<DueKind, string>> = {
  farmer: '务农',
  fixed: '每月两角的',
  wage: '按月领工资',
  annualSalary: '年薪制',
  operator: '个体经营',
  retiree: '离退休',
}

/** Whom it is about, so that nobody has to look the article up. */
export const kindNotes: Readonly<Record<DueKind, string>> = {
  farmer: '种地、放牧、打鱼，支部定 0.20 到 1.00 元',
  fixed: '学生、下岗、靠抚恤救济、领低保',
  wage: '税后、固定、经常的那部分工资',
  annualSalary: '看这个月实际领到多少',
  operator: '看上个季度平均每月净赚多少',
  retiree: '看每月实际领的离退休费、养老金',
}

export const clauseWords: Readonly<Record<Clause, string>> = {
  article2: '党费规定第二条',
  article3: '党费规定第三条',
  article4: '党费规定第四条',
  article5: '党费规定第五条',
  article6: '党费规定第六条',
}

export const roundingWords: Readonly<Record<Rounding, string>> = {
  fen: '算到分，四舍五入',
  jiao: '算到角，零头进一角',
  yuan: '算到元，零头进一元',
}

export const changeReasonWords: Readonly<Record<ChangeReason, string>> = {
  incomeChanged: '收入变了',
  newQuarter: '换了季度，重新算',
  retired: '退休了',
  kindChanged: '换了一类',
  correction: '上次定错了',
}

export const payWayWords: Readonly<Record<PayWay, string>> = { cash: '现金', transfer: '手机转账', bank: '银行' }

/** Who paid, when it was the member. */
export const selfWord = '本人'

export const reversalReasonWords: Readonly<Record<ReversalReason, string>> = {
  wrongPerson: '记错了人',
  wrongMonth: '记错了月份',
  wrongAmount: '金额不对',
  notReceived: '钱没有收到',
}

export const monthStateWords: Readonly<Record<MonthState, string>> = {
  paper: '见纸质党费册',
  notYet: '还没入党',
  paid: '已交',
  elsewhere: '在外地交了',
  waived: '免交',
  unset: '还没核定',
  due: '还没交',
  overdue: '欠着',
  ahead: '还没到',
}

export const handInStateWords: Readonly<Record<HandInState, string>> = {
  sent: '等上级点收',
  received: '上级收到了',
  differs: '上级说数目不对',
  reversed: '已冲正',
}

export const lineKindWords: Readonly<Record<LineKind, string>> = { handedUp: '上缴', givenBack: '上级返还', used: '使用' }

export const hardshipReplyWords: Readonly<Record<HardshipReply, string>> = {
  talkAgain: '请支部再研究一次',
  notThisTime: '这次不批',
}

/** 50 → `5 角`, 20 → `2 角`, 1250 → `12.50 元`: small sums as they are said at the door. */
export function sayMoney(amount: Fen): string {
  const isWholeJiao = amount > 0 && amount < 100 && amount % 10 === 0
  return isWholeJiao ? `${String(amount).slice(0, 1)} 角` : `${sayYuan(amount)} 元`
}

/** `务农党员，支部定的每月 5 角，2026 年 1 月起`: why an amount is what it is, without any income. */
export function sayWhy(kind: DueKind, monthly: Fen, from: MonthKey): string {
  const when = `${from.slice(0, 4)} 年 ${sayMonth(from).replace('月', ' 月')}起`
  if (kind === 'farmer') return `务农党员，支部定的每月 ${sayMoney(monthly)}，${when}`
  if (kind === 'fixed') return `按规定每月 ${sayMoney(monthly)}，${when}`
  return `${kindWords[kind]}，核定每月 ${sayMoney(monthly)}，${when}`
}

/** `11月`, `5月到10月`, `3月、5月`; of another year than the one they are read in, with the year. */
export function sayMonths(months: readonly MonthKey[], year: string): string {
  const say = (month: MonthKey) => (month.slice(0, 4) === year ? sayMonth(month) : `${month.slice(0, 4)}年${sayMonth(month)}`)
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (first === last) return say(first)
  const isRun = months.every((month, index) => index === 0 || isNext(months[index - 1] ?? '', month))
  // Of one year, the year is said once.
  const end = first.slice(0, 4) === last.slice(0, 4) ? sayMonth(last) : say(last)
  return isRun ? `${say(first)}到${end}` : months.map(say).join('、')
}

function isNext(month: MonthKey, next: MonthKey): boolean {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return next === (number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`)
}

/** `2026—0018 号`: the year is part of it, because numbers begin anew with every year. */
export function sayReceipt(year: string, number: number): string {
  return `${year}—${String(number).padStart(4, '0')} 号`
}

const sayBase: Readonly<Record<DueKind, string>> = {
  wage: '每月',
  annualSalary: '这个月领',
  operator: '上季度平均每月',
  retiree: '每月',
  farmer: '每月',
  fixed: '每月',
}

export interface ExplainedBracket {
  /** exclusive; undefined: the first bracket */
  readonly above: number | undefined
  readonly upToFen?: number
  readonly rateBp: number
}

/** Holds the income: for the screen of the phone it was typed into. */
export function explainIncome(kind: DueKind, base: Fen, { above, upToFen, rateBp }: ExplainedBracket): string {
  return `${sayBase[kind]} ${sayYuan(base)} 元，${sayBracket(above, upToFen)}，整笔按 ${sayRate(rateBp)} 算`
}

export function explainSet(kind: 'farmer' | 'fixed', due: Fen): string {
  return kind === 'farmer'
    ? `务农党员每月 0.20 元到 1.00 元，支部定的是 ${sayYuan(due)} 元`
    : '学生、下岗、靠抚恤救济和领低保的党员，每月都是 0.20 元'
}

function sayBracket(above: number | undefined, upToFen: number | undefined): string {
  if (above === undefined) return `没有超过 ${sayYuan(fen(upToFen ?? 0))} 元`
  const over = `超过 ${sayYuan(fen(above))} 元`
  return upToFen === undefined ? over : `${over}、没有超过 ${sayYuan(fen(upToFen))} 元`
}

/** 50 → `0.5%`, 100 → `1%` */
function sayRate(rateBp: number): string {
  return `${sayYuan(fen(rateBp)).replace(/\.?0+$/, '')}%`
}
