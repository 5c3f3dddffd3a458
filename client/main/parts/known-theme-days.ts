/** The theme days the home page was told last: enough to open a check-in without a signal. */
import { type Kept, recall } from '../../kernel/answers'
import { type Answer, api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'

type ThemeDay = Answer<'themeday', 'get'>
type ThemeDays = Answer<'themeday', 'list'>

/** The name under which home keeps its answer; with a number, because what an earlier version kept lacks what the page shows now. */
export const homeKey = 'themeday.list 2'

/** By the code on the wall, or by its id. */
export function knownThemeDay(by: { readonly code: string; readonly themeDayId?: string }): Kept<ThemeDay> | undefined {
  const kept = recall<ThemeDays>(homeKey, true)
  const themeDay = kept?.data.rows.find(({ code, themeDayId }) => (by.code === '' ? themeDayId === by.themeDayId : code === by.code))
  return kept && themeDay && { data: themeDay, at: kept.at }
}

/** The last twelve; until they are told, those that home knows. */
export function useYear() {
  return useQuery('themeday.list year', () => api.themeday.list({ limit: 12 }), {
    isKept: true,
    known: () => recall<ThemeDays>(homeKey, true),
  })
}
