import { useEffect, useRef } from 'react'
import { api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'
import { readRoll } from './roll'

const everyMs = 5_000

/**
 * The roll, kept up to date while the page is looked at, and on the phone for a hall without a signal. Only the number is asked every few seconds, because it is small
 * and signals are weak; the names are read again when it has moved.
 */
export function useLiveRoll(themeDayId = '') {
  const known = themeDayId === '' ? undefined : themeDayId
  const roll = useQuery(known && `themeday.listAttendance ${known}`, () => readRoll(themeDayId), { isKept: true })
  const count = useQuery(known && `themeday.countAttendance ${known}`, () => api.themeday.countAttendance({ themeDayId }), { everyMs })
  const present = count.data?.present
  const listed = roll.data?.filter((row) => row.attendance !== undefined).length
  const askedAt = useRef<number>()
  useEffect(() => {
    // Once a number: should the two ever disagree, the names are not read over and over.
    if (present === undefined || listed === undefined || present === listed || askedAt.current === present) return
    askedAt.current = present
    roll.refresh()
  })
  return roll
}
