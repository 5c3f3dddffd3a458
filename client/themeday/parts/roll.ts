/** The roll of one theme day, as a screen and the paper read it. */
import { sayClock } from '#shared/kernel/day'
import { helpedWord, samePhoneWords, sourceWords } from '#shared/themeday/words'
import { api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import type { RollRow, ThemeDay } from './answers'

export type { RollRow, ThemeDay }
export type Attendance = NonNullable<RollRow['attendance']>
export type PresentRow = RollRow & { readonly attendance: Attendance }

export interface Roll {
  /** in roster order, so that the eye finds a name where it was last month */
  readonly missing: readonly RollRow[]
  /** the last arrival first: that is the one somebody asks about */
  readonly present: readonly PresentRow[]
  /** who has to come, and who took part without having to (`tally.ts`) */
  readonly expected: number
}

export function readRoll(themeDayId: string) {
  return readAll<RollRow, never>((page) => api.themeday.listAttendance({ themeDayId, ...page }))
}

export function rollOf(rows: readonly RollRow[]): Roll {
  const missing = rows.filter((row) => row.attendance === undefined)
  const present = rows.filter(isPresent).sort((one, other) => other.attendance.at - one.attendance.at)
  return { missing, present, expected: present.length + missing.filter((row) => !row.isExcused).length }
}

function isPresent(row: RollRow): row is PresentRow {
  return row.attendance !== undefined
}

/** `扫码 8:41`, `点名 王志强`, `代 王志强`, `扫码 8:41 同一部手机`: what a person did is vouched for by them, the other ways by the clock. */
export function sayHow(attendance: Attendance): string {
  const { source, recordedBy, at } = attendance
  if (recordedBy !== undefined) return `${attendance.isProxy ? helpedWord : sourceWords[source]} ${recordedBy}`
  const how = `${sourceWords[source]} ${sayClock(at)}`
  return attendance.samePhone ? `${how} ${samePhoneWords}` : how
}
