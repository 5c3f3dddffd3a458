import type { MonthState } from '#shared/dues/ids'
import type { DotFace } from '../../../ui/YearDots'

/** How a month looks among the twelve: said shorter than in a sentence, and what is late no louder than what is due. */
export const monthFaces: Readonly<Record<MonthState, Required<DotFace>>> = {
  paper: { tone: 'plain', icon: 'file-text', word: '纸质' },
  notYet: { tone: 'plain', icon: 'square', word: '不用' },
  paid: { tone: 'ok', icon: 'check', word: '已交' },
  elsewhere: { tone: 'ok', icon: 'check', word: '外地' },
  waived: { tone: 'ok', icon: 'check', word: '免交' },
  unset: { tone: 'plain', icon: 'clock', word: '没定' },
  due: { tone: 'pending', icon: 'circle', word: '没交' },
  overdue: { tone: 'pending', icon: 'circle', word: '没交' },
  ahead: { tone: 'plain', icon: 'calendar', word: '没到' },
}
