/** Cards: printed by the branch's officers, replaced when lost, shown to whom they belong. */
import { accept, refuse } from '#shared/kernel/contract'
import type { cards } from '#shared/members/card-contract'
import type { FeatureHandlers } from '../runtime/handlers'
import type { MemberTools } from './writing'

export function cardHandlers({ members, organisation, cards: store }: MemberTools): FeatureHandlers<typeof cards> {
  return {
    printCards: async ({ scope, input: { memberIds }, made, transact }) => {
      const found = await members.findMembers(scope, memberIds)
      const wanted = memberIds.flatMap((memberId) => found.get(memberId) ?? [])
      if (wanted.length < memberIds.length) return refuse('NOT_FOUND')
      const groups = await organisation.nameplates([...new Set(wanted.flatMap(({ groupId }) => groupId ?? []))])
      return transact(async (tx) => {
        const rows = []
        for (const { _id: memberId, name, groupId } of wanted) {
          const group = groupId === undefined ? undefined : groups.get(groupId)
          const code = await store.codeFor(tx, made, memberId)
          rows.push({ memberId, name, ...(group === undefined ? {} : { groupName: group.name }), code })
        }
        return accept({ rows })
      })
    },

    replaceCard: async ({ scope, input: { memberId }, made, transact }) => {
      if ((await members.findMember(scope, memberId)) === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => accept({ code: await store.replace(tx, made, memberId) }))
    },

    getCard: async ({ actor: { memberId }, made, transact }) => {
      if (memberId === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => accept({ code: await store.codeFor(tx, made, memberId) }))
    },
  }
}
