/** What stays from month to month: a branch's habits, and what the town suggests. */
import { accept, refuse } from '#shared/kernel/contract'
import { monthOf } from '#shared/kernel/day'
import { branchOf } from '#shared/kernel/organisation'
import type { themeday } from '#shared/themeday/contract'
import { presetWays, suggestionId } from '#shared/themeday/ids'
import { decideSuggestion, decideWays } from '#shared/themeday/rules'
import type { FeatureHandlers } from '../runtime/handlers'
import type { Actor } from '../runtime/identity'
import type { ThemeDayTools } from './tools'

type HabitHandlers = Pick<FeatureHandlers<typeof themeday>, 'getHabits' | 'setHabits' | 'suggest' | 'getSuggestion'>

export function habitHandlers({ themeDays, organisation }: ThemeDayTools): HabitHandlers {
  /** The committee the actor holds office in, else the one above their branch. */
  const committeeOf = async (actor: Actor): Promise<string | undefined> => {
    const town = actor.grants.find(({ role }) => role === 'townOfficer')
    if (town !== undefined) return town.unitId
    return actor.branchId === undefined ? undefined : organisation.committeeOf(actor.branchId)
  }
  return {
    getHabits: async ({ scope }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const { fixedDay, ways = [...presetWays] } = (await themeDays.findHabits(scope, branchId)) ?? {}
      return accept({ ways, ...(fixedDay === undefined ? {} : { fixedDay }) })
    },

    setHabits: async ({ scope, input: { fixedDay, ways }, made, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const decision = decideWays(ways)
      if (!decision.ok) return decision
      return transact(async (tx) => {
        await themeDays.putHabits(tx, {
          ...{ _id: branchId, v: 1, made, branchId, ways: [...decision.data] },
          ...(fixedDay === undefined ? {} : { fixedDay }),
        })
        return accept({ ways: [...decision.data] })
      })
    },

    suggest: async ({ actor, input: { month, topic, materials }, made, now, transact }) => {
      const committeeId = await committeeOf(actor)
      if (committeeId === undefined) return refuse('NOT_FOUND')
      const decision = decideSuggestion(month, monthOf(now))
      if (!decision.ok) return decision
      return transact(async (tx) => {
        await themeDays.putSuggestion(tx, { _id: suggestionId(committeeId, month), v: 1, made, committeeId, month, topic, materials })
        return accept({ month })
      })
    },

    getSuggestion: async ({ actor, input: { month } }) => {
      const committeeId = await committeeOf(actor)
      const found = committeeId === undefined ? undefined : await themeDays.findSuggestion(committeeId, month)
      if (found === undefined) return accept({})
      const { topic, materials, made } = found
      return accept({ suggestion: { topic, materials, at: made.at } })
    },
  }
}
