import { useEffect } from 'react'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { useQuery } from '../../../kernel/use-query'
import type { ThemeDay } from '../../parts/roll'
import { forgetDayKey, forgetOldDayKeys, keepDayKey, knownDayKey } from './day-key'

export interface DayKey {
  readonly key: string | undefined
  /** It was asked for, and no answer came. */
  readonly isUnreachable: boolean
  /** why there is none, in words */
  readonly message: string | undefined
}

/** Fetched while there is a signal, even before the code is held up; kept until the day is closed, or one day after its end. */
export function useDayKey(themeDay: ThemeDay): DayKey {
  const { themeDayId, endsAt, closedAt } = themeDay
  const isWanted = themeDay.ways.includes('screen') && closedAt === undefined
  const query = useQuery(isWanted ? `themeday.getDayKey ${themeDayId}` : undefined, () => api.themeday.getDayKey({ themeDayId }))
  const fetched = query.data?.key
  const isRefused = query.state === 'refused'
  useEffect(() => {
    forgetOldDayKeys(now())
    if (closedAt !== undefined || isRefused) forgetDayKey(themeDayId)
    else if (fetched !== undefined) keepDayKey(themeDayId, fetched, endsAt)
  }, [themeDayId, endsAt, closedAt, isRefused, fetched])
  const key = isWanted && !isRefused ? (fetched ?? knownDayKey(themeDayId, now())) : undefined
  return { key, isUnreachable: query.state === 'unreachable', message: query.refusal?.message }
}
