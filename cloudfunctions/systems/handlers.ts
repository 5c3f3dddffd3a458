import { accept, refuse } from '#shared/kernel/contract'
import { dayOf } from '#shared/kernel/day'
import type { systems } from '#shared/systems/contract'
import { systems as names } from '#shared/systems/ids'
import type { Switch } from '#shared/systems/model'
import { decideTurn, isOnOn, lastOf } from '#shared/systems/rules'
import type { FeatureHandlers } from '../runtime/handlers'
import type { SystemStore } from './store'

export function systemHandlers(store: SystemStore): FeatureHandlers<typeof systems> {
  return {
    list: async ({ scope, now }) => {
      const entries = await store.list(scope)
      const rows = names.map((system) => {
        const last = lastOf(entries, system)
        return { system, isOn: isOnOn(entries, system, dayOf(now)), ...(last === undefined ? {} : { last: said(last) }) }
      })
      return accept({ rows })
    },

    turn: async ({ scope, input, made, now, transact }) => {
      if (!scope.all) return refuse('NOT_FOUND')
      const outcome = await transact(async (tx) => {
        const entries = await store.getSwitches(tx)
        const decision = decideTurn({ entries, wanted: input, now })
        if (!decision.ok) return decision
        await store.putSwitches(tx, made, [...entries, { ...input, at: now, by: made.by }])
        return accept(said(input))
      })
      store.forget()
      return outcome
    },
  }
}

function said({ isOn, since, document }: Pick<Switch, 'isOn' | 'since' | 'document'>) {
  return { isOn, since, document }
}
