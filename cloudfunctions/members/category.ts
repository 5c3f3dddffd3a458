/** The category of a member: decided by an officer, looked at again, never public. */
import { accept, refuse } from '#shared/kernel/contract'
import type { members } from '#shared/members/contract'
import { decideCategory, decideFresh } from '#shared/members/rules'
import type { FeatureHandlers } from '../runtime/handlers'
import type { MemberTools } from './writing'

export function categoryHandlers({ members: store }: MemberTools): Pick<FeatureHandlers<typeof members>, 'setCategory'> {
  return {
    setCategory: async ({ scope, input: { memberId, version, category }, actor, made, transact }) => {
      if ((await store.findMember(scope, memberId)) === undefined) return refuse('NOT_FOUND')
      const decision = category === undefined ? accept(true) : decideCategory(category)
      if (!decision.ok) return decision
      return transact(async (tx) => {
        const member = await store.getMember(tx, memberId)
        const fresh = decideFresh({ stored: member?.version, seen: version })
        if (!fresh.ok || member === undefined) return refuse('STALE')
        const { category: _, ...rest } = member
        const decided = category === undefined ? {} : { category: { ...category, decidedBy: actor.personId } }
        await store.putMember(tx, { ...rest, version: version + 1, ...decided })
        await store.recordCategory(tx, member, made, category)
        return accept({ version: version + 1 })
      })
    },
  }
}
