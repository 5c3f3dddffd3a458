/** What a branch has not settled of its dues: money that it would take with it, and what waits for an answer above. */
import { fen, sayYuan } from '#shared/kernel/fen'

/** A day that was closed and came to nothing never goes up, and is settled. */
export interface HeldDues {
  /** below zero where more was taken back than came in */
  readonly inHandFen: number
  /** days that were not closed by two */
  readonly openDays: number
  readonly hasHandIn: boolean
}

/** What the branch sent up and its committee has not answered: it lies there under the committee's name. */
export interface WaitingDues {
  /** not confirmed, or confirmed with a difference */
  readonly hasHandIn: boolean
  readonly hasHardship: boolean
}

const handInWords = '上缴的党费还没点收完'

/** Said behind the branch's name; undefined where all is settled. */
export function sayHeldDues({ inHandFen, openDays, hasHandIn }: HeldDues): string | undefined {
  if (inHandFen > 0) return `手里还有 ${sayYuan(fen(inHandFen))} 元党费`
  if (inHandFen < 0) return `的党费账差 ${sayYuan(fen(-inHandFen))} 元`
  if (openDays > 0) return `的党费还有 ${openDays} 天没关账`
  return hasHandIn ? handInWords : undefined
}

/** Said behind the branch's name; undefined where nothing waits. */
export function sayWaitingDues({ hasHandIn, hasHardship }: WaitingDues): string | undefined {
  if (hasHandIn) return handInWords
  return hasHardship ? '报的困难减免还没批' : undefined
}
