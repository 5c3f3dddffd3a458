/** One member's payment as it is filled in: what it comes to, what is still missing, and what is asked of the server. */
import type { AppContracts } from '#shared/contracts'
import type { PayerKind, PayWay } from '#shared/dues/ids'
import type { DueMonth } from '#shared/dues/recording'
import { isLongAgo } from '#shared/dues/recording'
import { largeGiftFen } from '#shared/dues/rules'
import type { InputOf } from '#shared/kernel/contract'
import { type DayKey, dayOf, isDay } from '#shared/kernel/day'
import { addFen, type Fen, fen } from '#shared/kernel/fen'
import type { MonthRow } from '../../parts/collecting'
import { fenTyped, readYuan } from '../../parts/typed-yuan'

export const giftQuestions = ['isWilling', 'profileIsReady', 'goesUpWhole'] as const
export type GiftQuestion = (typeof giftQuestions)[number]

export interface PaymentForm {
  /** oldest first, each with what is due for it */
  readonly months: readonly DueMonth[]
  readonly payer: PayerKind
  /** of the relative, as they are called here */
  readonly relative: string
  readonly member: { readonly memberId: string; readonly name: string } | undefined
  readonly hasConsent: boolean
  readonly way: PayWay
  readonly day: DayKey
  /** yuan as typed */
  readonly gift: string
  readonly answered: readonly GiftQuestion[]
  readonly branchNote: string
}

/** As it is kept while it is filled in: a day that nobody chose is today, whenever that is. */
export interface FilledForm extends Omit<PaymentForm, 'day'> {
  readonly day: DayKey | undefined
}

/** This month from the member; where they say that they paid, the day and way they named. */
export function formOf({ note, lastPayer }: MonthRow, months: readonly DueMonth[]): FilledForm {
  return {
    months,
    payer: 'self',
    relative: lastPayer?.kind === 'relative' ? (lastPayer.name ?? '') : '',
    member: undefined,
    hasConsent: false,
    way: note?.way ?? 'cash',
    day: note?.day,
    gift: '',
    answered: [],
    branchNote: '',
  }
}

export function dueFenOf({ months }: Pick<PaymentForm, 'months'>): Fen {
  return addFen(...months.map((month) => month.fen))
}

export function giftFenOf({ gift }: Pick<PaymentForm, 'gift'>): Fen {
  return fenTyped(gift) ?? fen(0)
}

export function totalFenOf(form: PaymentForm): Fen {
  return addFen(dueFenOf(form), giftFenOf(form))
}

/** Article 11: from exactly this much at once three questions are asked. */
export function isLargeGift(form: Pick<PaymentForm, 'gift'>): boolean {
  return giftFenOf(form) >= largeGiftFen
}

/** More than six months back the branch has to say something (article 12). */
export function needsNote({ months, day }: Pick<PaymentForm, 'months' | 'day'>): boolean {
  return months.some(({ month }) => isLongAgo(month, day))
}

/** The first thing that is missing, as the button says it. Undefined: it is worth asking. */
export function gapOf(form: PaymentForm, now: number): string | undefined {
  if (readYuan(form.gift).state === 'wrong') return '请看一眼多交的数'
  if (form.months.length === 0 && giftFenOf(form) === 0) return '请选交哪个月的'
  if (form.payer === 'relative' && form.relative.trim() === '') return '请写谁代交的'
  if (form.payer === 'member' && form.member === undefined) return '请选谁代交的'
  if (form.payer !== 'self' && !form.hasConsent) return '代交要支部同意'
  if (!isDay(form.day) || form.day > dayOf(now)) return '请看一眼日期'
  if (needsNote(form) && form.branchNote.trim() === '') return '请写支部怎么说的'
  return isLargeGift(form) && form.answered.length < giftQuestions.length ? '请先看三件事' : undefined
}

type PaymentInput = InputOf<AppContracts['dues']['recordPayment']>

export function inputOf(form: PaymentForm, memberId: string): PaymentInput {
  const giftFen = giftFenOf(form)
  return {
    memberId,
    months: form.months.map(({ month }) => month),
    dueFen: dueFenOf(form),
    ...(giftFen === 0 ? {} : { giftFen }),
    day: form.day,
    way: form.way,
    payer: payerOf(form),
    ...(form.payer === 'self' ? {} : { hasConsent: true }),
    ...(needsNote(form) ? { branchNote: form.branchNote.trim() } : {}),
    ...(isLargeGift(form) ? { checklist: { isWilling: true, profileIsReady: true, goesUpWhole: true } } : {}),
  }
}

function payerOf({ payer, relative, member }: PaymentForm): PaymentInput['payer'] {
  if (payer === 'relative') return { kind: payer, name: relative.trim() }
  return payer === 'member' && member !== undefined ? { kind: payer, memberId: member.memberId } : { kind: 'self' }
}
