/** How a day of collecting is said. */
import type { DayStage } from '#shared/dues/ids'
import { type DayKey, dayOf, instantOf, sayClock, sayDay } from '#shared/kernel/day'
import type { IconName } from '../../ui/Icon'
import { type Day, sayShortDay } from './collecting'

interface StageLook {
  readonly word: string
  readonly icon: IconName
  readonly tone: 'ok' | 'info' | 'pending' | 'plain'
}

const stageLooks: Readonly<Record<DayStage, StageLook>> = {
  open: { word: '没点数', icon: 'circle', tone: 'pending' },
  counted: { word: '等核对', icon: 'hourglass', tone: 'pending' },
  closed: { word: '关账了', icon: 'check', tone: 'ok' },
}

export function lookOf({ stage, isHandedIn }: Pick<Day, 'stage' | 'isHandedIn'>): StageLook {
  return isHandedIn ? { word: '上缴了', icon: 'circle-check', tone: 'ok' } : stageLooks[stage]
}

/** `11月25日 星期三` */
export function sayDayKey(day: DayKey): string {
  return sayDay(instantOf(day, '12:00'))
}

/** `1 到 9 号`: the year stands in the day. */
export function sayNumbers({ numbers }: Pick<Day, 'numbers'>): string | undefined {
  if (numbers === undefined) return undefined
  return numbers.first === numbers.last ? `${numbers.first} 号` : `${numbers.first} 到 ${numbers.last} 号`
}

/** `11月25日 17:05` */
export function sayShortDayClock(at: number): string {
  return `${sayShortDay(dayOf(at))} ${sayClock(at)}`
}
