/** The book of the day as it is printed, and what the town sees of its branches. */
import { accept, refuse } from '#shared/kernel/contract'
import type { themeday } from '#shared/themeday/contract'
import { themeDayId } from '#shared/themeday/ids'
import type { ThemeDay } from '#shared/themeday/model'
import { isUntold } from '#shared/themeday/rules'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { findHeld, type ThemeDayTools } from './tools'
import { readBook } from './whole-book'

type BookReadingHandlers = Pick<FeatureHandlers<typeof themeday>, 'getBook' | 'listBranches'>

export function bookReadingHandlers(tools: ThemeDayTools): BookReadingHandlers {
  const { themeDays, organisation } = tools
  return {
    getBook: async ({ scope, input }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      return accept((await readBook(tools, scope, themeDay)).book)
    },

    listBranches: async ({ actor, scope, input: { month, ...paging } }) => {
      const town = actor.grants.find(({ role }) => role === 'townOfficer')
      if (town === undefined) return refuse('NOT_FOUND')
      const page = await organisation.listBranches(scope, town.unitId, paging)
      const ids = page.rows.map(({ _id }) => themeDayId(_id, month))
      const days = await themeDays.findMany(scope, ids)
      const rows = page.rows.map(({ _id: branchId, name: branchName }) => {
        const themeDay = days.get(themeDayId(branchId, month))
        // Until it is published nobody else knows of it, and the town neither.
        const isNone = themeDay === undefined || isUntold(themeDay)
        return { branchId, branchName, ...(isNone ? {} : { themeDay: lineOf(themeDay) }) }
      })
      return accept(answerPage(page, rows))
    },
  }
}

/** Numbers and no names: what the town needs to know whether its branches meet. */
function lineOf({ _id, stage, topic, startsAt, endsAt, closedAt, closing }: ThemeDay) {
  const closed = closedAt === undefined || closing === undefined ? {} : { closed: { at: closedAt, tally: closing.tally } }
  return { themeDayId: _id, stage, topic, startsAt, endsAt, ...closed }
}
