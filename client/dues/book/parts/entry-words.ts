/** An entry of the book as a line says it. */
import { payWayWords, reversalReasonWords, sayMonths } from '#shared/dues/words'
import { fen, sayYuan } from '#shared/kernel/fen'
import type { Answer } from '../../../kernel/api'
import type { IconName } from '../../../ui/Icon'
import { sayNumber, sayPaidBy, sayShortDay } from '../../parts/collecting'

export type BookEntry = Answer<'dues', 'listEntries'>['rows'][number]

/** `2026—0018 号 张建国`, `在外地交 李强` */
export function titleOf(entry: BookEntry): string {
  const isElsewhere = entry.kind === 'elsewhere' || entry.kind === 'elsewhereReversal'
  return `${isElsewhere ? '在外地交' : sayNumber(entry)} ${entry.name}`
}

/** `10月 0.50 元，女儿张敏代交，现金` */
export function sayEntry({ kind, year, months, totalFen, giftFen, payer, way, proof, reason, reversedNumber }: BookEntry): string {
  const ofMonths = sayMonths(months, year)
  const why = reason === undefined ? '' : `，${reversalReasonWords[reason]}`
  if (kind === 'elsewhere') return `${ofMonths}，${proof ?? ''}`
  if (kind === 'elsewhereReversal') return `冲正 ${ofMonths}${why}`
  const amount = `${sayYuan(fen(totalFen))} 元`
  if (kind === 'reversal') return `冲正 ${reversedNumber ?? ''} 号，退 ${amount}${why}`
  const gift = giftFen === undefined ? '' : `，其中多交 ${sayYuan(fen(giftFen))} 元`
  const paid = [payer === undefined ? [] : [sayPaidBy(payer)], way === undefined ? [] : [payWayWords[way]]].flat()
  return [`${ofMonths} ${amount}${gift}`.trim(), ...paid].join('，')
}

/** `11月20日，陈芳收` */
export function sayTaken({ kind, day, collector }: BookEntry): string {
  return `${sayShortDay(day)}，${collector}${kind === 'receipt' ? '收' : '记'}`
}

export function isReversible({ kind, isReversed }: BookEntry): boolean {
  return (kind === 'receipt' || kind === 'elsewhere') && isReversed === undefined
}

interface Look {
  readonly tone: 'plain'
  readonly icon: IconName
  readonly word: string
}

export function lookOf({ kind, isReversed }: BookEntry): Look | undefined {
  if (isReversed) return { tone: 'plain', icon: 'x', word: '已冲正' }
  return kind === 'reversal' || kind === 'elsewhereReversal' ? { tone: 'plain', icon: 'x', word: '冲正' } : undefined
}
