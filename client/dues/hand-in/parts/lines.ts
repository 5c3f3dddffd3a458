/** The lines of the branch's money book as the page says them. */
import { handInStateWords, lineKindWords, payWayWords } from '#shared/dues/words'
import { fen, sayYuan } from '#shared/kernel/fen'
import type { Answer } from '../../../kernel/api'
import type { IconName } from '../../../ui/Icon'

export type Money = Answer<'dues', 'listLines'>
export type Line = Money['lines'][number]

/** `上缴 43.50 元`, `冲正上缴 43.50 元` */
export function titleOf({ kind, reversedKind, fen: amount }: Line): string {
  return `${sayKind(kind, reversedKind)} ${sayYuan(fen(amount))} 元`
}

function sayKind(kind: Line['kind'], reversedKind: Line['reversedKind']): string {
  if (kind !== 'reversal') return lineKindWords[kind]
  return reversedKind === undefined ? '冲正' : `冲正${lineKindWords[reversedKind]}`
}

/** `王志强送，现金`, or what for. */
export function sayWhat({ kind, words, way }: Line): string {
  return kind === 'handedUp' && way !== undefined ? `${words}送，${payWayWords[way]}` : words
}

interface Look {
  readonly tone: 'ok' | 'pending' | 'plain'
  readonly icon: IconName
  readonly word: string
}

const looks: Readonly<Record<NonNullable<Line['state']>, Look>> = {
  sent: { tone: 'plain', icon: 'clock', word: handInStateWords.sent },
  received: { tone: 'ok', icon: 'circle-check', word: handInStateWords.received },
  differs: { tone: 'pending', icon: 'circle-alert', word: handInStateWords.differs },
  reversed: { tone: 'plain', icon: 'x', word: handInStateWords.reversed },
}

export function lookOf({ state, isReversed }: Line): Look | undefined {
  if (isReversed) return looks.reversed
  return state === undefined ? undefined : looks[state]
}

/** What was received up there stays; what was taken back is done with. */
export function isReversible({ kind, state, isReversed }: Line): boolean {
  return kind !== 'reversal' && isReversed === undefined && state !== 'received'
}
