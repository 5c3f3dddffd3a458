import { api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'

const noneNamed = { ok: false, code: 'NOT_FOUND', message: '没找到这次活动' } as const

/** The theme day a page was opened with. A link that was cut off names none: that is answered like one that is gone. */
export function useThemeDay(themeDayId: string | undefined) {
  return useQuery(`themeday.get ${themeDayId ?? ''}`, async () => (themeDayId ? api.themeday.get({ themeDayId }) : noneNamed), {
    isKept: true,
  })
}
