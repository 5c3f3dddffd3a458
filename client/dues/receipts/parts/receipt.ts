/** A receipt as it is read: line by line, the same on a screen and on paper. */
import { sayCapital } from '#shared/dues/capital'
import { payWayWords, sayMonths, selfWord } from '#shared/dues/words'
import { instantOf, sayDate } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import type { Answer } from '../../parts/answers'

export type ReceiptView = Answer<'getReceipt'>

/** What was taken back is no receipt any more, and nobody gets it on paper. */
export function isHandedOut({ isReversed }: Pick<ReceiptView, 'isReversed'>): boolean {
  return isReversed === undefined
}

export const sumLabel = '金额'

export function linesOf(receipt: ReceiptView): readonly (readonly [label: string, value: string])[] {
  const { branchName, name, payer = selfWord, months, year, totalFen, giftFen = 0, day, way, collector } = receipt
  const paidBy = payer === selfWord ? spacedName(name) : `${spacedName(name)}（${payer}代交）`
  const isGiftAlone = months.length === 0
  return [
    ['支部', branchName],
    ['交的人', paidBy],
    ['交哪个月', isGiftAlone ? '自愿多交' : sayMonths(months, year)],
    [sumLabel, `${sayYuan(fen(totalFen))} 元`],
    ['大写', sayCapital(fen(totalFen))],
    ...(giftFen === 0 || isGiftAlone ? [] : [['其中多交', `${sayYuan(fen(giftFen))} 元，自愿的`] as const]),
    ['哪天交的', [sayDate(instantOf(day, '12:00')), ...(way === undefined ? [] : [payWayWords[way]])].join('，')],
    ['收的人', collector],
  ]
}
