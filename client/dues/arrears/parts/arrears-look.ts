import type { ArrearsStep } from '#shared/dues/standing'
import type { IconName } from '../../../ui/Icon'
import type { ArrearsRow } from './say-arrears'

interface StepLook {
  readonly tone: 'info' | 'pending' | 'plain'
  readonly icon: IconName
  readonly word: string
}

const stepLooks: Readonly<Record<ArrearsStep, StepLook>> = {
  none: { tone: 'plain', icon: 'clock', word: '先不催' },
  one: { tone: 'info', icon: 'info', word: '该说一声' },
  three: { tone: 'info', icon: 'info', word: '该再说一声' },
  five: { tone: 'pending', icon: 'users', word: '该谈一谈' },
  meeting: { tone: 'pending', icon: 'flag', word: '该上支部会' },
}

/** Undefined where there is nothing to be done: months that lie behind a gap, without a run up to now. */
export function lookOf({ step, excusedThrough }: Pick<ArrearsRow, 'step' | 'excusedThrough'>): StepLook | undefined {
  return step === 'none' && excusedThrough === undefined ? undefined : stepLooks[step]
}
