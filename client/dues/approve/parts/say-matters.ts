/** What holds beside a member's amount, in a line each. */
import type { HardshipState } from '#shared/dues/ids'
import { hardshipReplyWords } from '#shared/dues/words'
import { fen, sayYuan } from '#shared/kernel/fen'
import type { ApprovalRow } from '../../parts/approval-row'
import { sayYearMonth } from '../../parts/year-month'

export function sayArrangement({ isQuarterly, abroadUntil, excusedThrough }: ApprovalRow): string {
  const parts = [
    ...(isQuarterly ? ['按季交'] : []),
    ...(abroadUntil === undefined ? [] : [`出国，${sayYearMonth(abroadUntil)}回来`]),
    ...(excusedThrough === undefined ? [] : [`有正当理由，到${sayYearMonth(excusedThrough)}先不催`]),
  ]
  return parts.length === 0 ? '没有，每月交' : parts.join('；')
}

export function sayOpeningState({ opening }: Pick<ApprovalRow, 'opening'>): string {
  if (opening === undefined) return '还没记'
  const signed = opening.signedBy === undefined ? '等人核对签名' : `${opening.by}、${opening.signedBy}签了`
  return `交到${sayYearMonth(opening.paidThrough)}，${signed}`
}

type Hardship = NonNullable<ApprovalRow['hardship']>

const stateWords: Readonly<Record<HardshipState, string>> = { waiting: '等上级批', approved: '上级批了', sentBack: '上级没批' }

/** `等上级批：2026年3月到8月，每月 5.00 元` */
export function sayHardship({ hardship }: Pick<ApprovalRow, 'hardship'>): string {
  if (hardship === undefined) return '没有'
  const { state, reply } = hardship
  const said = reply === undefined ? stateWords[state] : `${stateWords[state]}，${hardshipReplyWords[reply]}`
  return `${said}：${sayPeriod(hardship)}，${sayRelief(hardship)}`
}

function sayPeriod({ from, to }: Pick<Hardship, 'from' | 'to'>): string {
  return from === to ? sayYearMonth(from) : `${sayYearMonth(from)}到${sayYearMonth(to)}`
}

function sayRelief({ monthlyFen }: Pick<Hardship, 'monthlyFen'>): string {
  return monthlyFen === 0 ? '免交' : `每月 ${sayYuan(fen(monthlyFen))} 元`
}
