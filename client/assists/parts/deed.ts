/** What was done for a member, as the pages read it. */
import { sayClock, sayDayNear } from '#shared/kernel/day'
import type { Answer } from '../../kernel/api'

export type HelpedRow = Answer<'assists', 'list'>['rows'][number]
export type ObjectionRow = Answer<'assists', 'listObjections'>['rows'][number]

export function sayWhen(at: number, now: number): string {
  return `${sayDayNear(at, now)} ${sayClock(at)}`
}
