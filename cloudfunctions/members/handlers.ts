import { accept, refuse } from '#shared/kernel/contract'
import { branchOf } from '#shared/kernel/organisation'
import type { members } from '#shared/members/contract'
import type { OrganisationStore } from '../organisation/store'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import type { MemberStore } from './store'

interface Stores {
  readonly members: MemberStore
  readonly organisation: OrganisationStore
}

export function memberHandlers(stores: Stores): FeatureHandlers<typeof members> {
  return {
    list: async ({ scope, input }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const [page, groups] = await Promise.all([
        stores.members.listPersons(scope, branchId, input),
        stores.organisation.listGroups(scope, branchId),
      ])
      const rows = page.rows.flatMap(({ _id, memberId, name, groupId, devices }) => {
        const groupName = groups.find((group) => group._id === groupId)?.name
        const group = groupId === undefined || groupName === undefined ? {} : { groupId, groupName }
        return memberId === undefined ? [] : [{ memberId, personId: _id, name, ...group, hasClaimed: devices.length > 0 }]
      })
      return accept(answerPage(page, rows))
    },
  }
}
