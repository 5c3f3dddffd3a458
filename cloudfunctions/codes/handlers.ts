import type { codes } from '#shared/codes/contract'
import { accept, refuse } from '#shared/kernel/contract'
import { claimCodeLength, codeLength, normaliseCode } from '#shared/kernel/id'
import type { ClaimStore } from '../claims/store'
import type { CardStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import type { FeatureHandlers } from '../runtime/handlers'
import type { Tries } from '../runtime/tries'
import type { SystemStore } from '../systems/store'
import type { ThemeDayStore } from '../themeday/store'

interface Stores {
  readonly cards: CardStore
  readonly claims: ClaimStore
  readonly organisation: OrganisationStore
  readonly systems: SystemStore
  readonly themeDays: ThemeDayStore
  readonly tries: Tries
}

export function codeHandlers({ cards, claims, organisation, systems, themeDays, tries }: Stores): FeatureHandlers<typeof codes> {
  return {
    resolve: async ({ input, caller, now }) => {
      const code = normaliseCode(input.code)
      if (code === undefined) return refuse('CODE_UNKNOWN')
      const themeDay = code.length === codeLength ? await themeDays.findByCode(code) : undefined
      if (themeDay !== undefined && (await systems.isOn('themeday', caller.device, now))) {
        const branch = await organisation.nameplate(themeDay.branchId)
        const { _id, branchId, month, topic, place, startsAt, endsAt } = themeDay
        return accept({
          kind: 'themeDay' as const,
          themeDayId: _id,
          branchName: branch?.name ?? '',
          ...(branch?.phone === undefined ? {} : { phone: branch.phone }),
          ...{ branchId, month, topic, place, startsAt, endsAt },
        })
      }
      // What is asked here could guess claim codes, so it counts like a claim.
      return tries.lookUp({ caller, now }, async () => {
        if (code.length === claimCodeLength) return (await claims.find(code)) && { kind: 'claim' as const }
        return (await cards.isCard(code)) ? { kind: 'card' as const } : undefined
      })
    },
  }
}
