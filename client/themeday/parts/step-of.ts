/** Where a month's theme day stands for those who see to it, from its plan to its book. */

import type { ThemeDayStage } from '#shared/themeday/ids'
import { opensAtOf } from '#shared/themeday/rules'
import type { drawings } from '../../ui/icons/drawings'

export type Step = 'none' | 'draft' | 'fixed' | 'open' | 'toClose' | 'closed'

interface Stepped {
  readonly stage: ThemeDayStage
  readonly startsAt: number
  readonly endsAt: number
  /** absent where only the plan is known: then half an hour before the start */
  readonly opensAt?: number
  readonly closedAt?: number
}

/** A cancelled one is nobody's: the month is free again. */
export function stepOf(themeDay: Stepped | undefined, now: number): Step {
  if (themeDay === undefined || themeDay.stage === 'cancelled') return 'none'
  if (themeDay.stage === 'draft') return 'draft'
  if (themeDay.closedAt !== undefined) return 'closed'
  if (now >= themeDay.endsAt) return 'toClose'
  return now >= (themeDay.opensAt ?? opensAtOf(themeDay)) ? 'open' : 'fixed'
}

interface StepLook {
  readonly word: string
  readonly icon: keyof typeof drawings
  readonly tone: 'ok' | 'info' | 'pending' | 'plain'
}

export const stepLooks: Readonly<Record<Step, StepLook>> = {
  none: { word: '没定', icon: 'circle', tone: 'pending' },
  draft: { word: '拟好', icon: 'pencil', tone: 'pending' },
  fixed: { word: '已定', icon: 'calendar', tone: 'info' },
  open: { word: '正在办', icon: 'clock', tone: 'info' },
  toClose: { word: '待归档', icon: 'hourglass', tone: 'pending' },
  closed: { word: '已归档', icon: 'check', tone: 'ok' },
}
