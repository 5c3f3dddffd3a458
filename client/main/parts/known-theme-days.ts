/** The theme days the home page was told last: enough to open a check-in without a signal. */
import { type Kept, recall } from '../../kernel/answers'
import type { Answer } from '../../kernel/api'

type ThemeDay = Answer<'themeday', 'get'>

/** The name under which home keeps its answer. */
export const homeKey = 'themeday.list'

/** By the code on the wall, or by its id. */
export function knownThemeDay(by: { readonly code: string; readonly themeDayId?: string }): Kept<ThemeDay> | undefined {
  const kept = recall<Answer<'themeday', 'list'>>(homeKey, true)
  const themeDay = kept?.data.rows.find(({ code, themeDayId }) => (by.code === '' ? themeDayId === by.themeDayId : code === by.code))
  return kept && themeDay && { data: themeDay, at: kept.at }
}
