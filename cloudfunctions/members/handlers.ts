import { accept, refuse } from '#shared/kernel/contract'
import { dayOf } from '#shared/kernel/day'
import { branchOf, covers, type Scope } from '#shared/kernel/organisation'
import type { members } from '#shared/members/contract'
import type { Member } from '#shared/members/model'
import { maskedPhone } from '#shared/members/phone'
import { categoryOn } from '#shared/members/rules'
import { soughtIn } from '#shared/members/search'
import type { Unit } from '#shared/organisation/model'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { cardHandlers } from './cards'
import { categoryHandlers } from './category'
import { registerOf } from './register'
import { type MemberTools, writingHandlers } from './writing'

export function memberHandlers(tools: MemberTools): FeatureHandlers<typeof members> {
  const { members: store, organisation, systems } = tools

  /** What only officers of the branch see: the category with its history, where the member could be moved, and the register fields of the county. */
  const recordOf = async (scope: Scope, member: Member, now: number) => {
    if (!covers(scope, { branchId: member.branchId })) return {}
    const [entries, groups, isRegisterOn] = await Promise.all([
      store.listCategories(scope, member._id),
      organisation.listGroups(scope, member.branchId),
      systems.wasOn('registerFields', now),
    ])
    const category = categoryOn(member.category, dayOf(now))
    const names = await store.namesOf([...entries.map(({ made }) => made.by), ...(category === undefined ? [] : [category.decidedBy])])
    const nameOf = (personId: string) => names.get(personId) ?? ''
    const history = entries.map((entry) => ({
      at: entry.made.at,
      by: nameOf(entry.made.by),
      ...(entry.category === undefined ? {} : { category: entry.category }),
    }))
    const open = groups.filter(({ closedAt }) => closedAt === undefined).map(({ _id, name }) => ({ groupId: _id, name }))
    const current = category === undefined ? {} : { category: { ...category, decidedBy: nameOf(category.decidedBy) } }
    return { record: { ...current, history, groups: open, ...(isRegisterOn ? { register: registerOf(member) } : {}) } }
  }

  return {
    ...writingHandlers(tools),
    ...categoryHandlers(tools),
    ...cardHandlers(tools),

    list: async ({ scope, input }) => {
      const branchId = placeOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const [page, groups] = await Promise.all([store.listRoster(scope, branchId, input), organisation.listGroups(scope, branchId)])
      const persons = await store.personsOf(scope, page.rows)
      const hasClaimed = ({ personId }: Member) => (persons.get(personId)?.devices.length ?? 0) > 0
      return accept(
        answerPage(
          page,
          page.rows.map((member) => ({ ...rowOf(member, groups), hasClaimed: hasClaimed(member) })),
        ),
      )
    },

    search: async ({ scope, input }) => {
      const branchId = placeOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const sought = soughtIn(input.text)
      // A number is matched, never searched: see `matchPhone`.
      if (sought === undefined || sought.by === 'phone') return accept({ rows: [], hasMore: false })
      const [found, groups] = await Promise.all([store.search(scope, branchId, sought), organisation.listGroups(scope, branchId)])
      return accept({ rows: found.rows.map((member) => rowOf(member, groups)), hasMore: found.hasMore })
    },

    matchPhone: async ({ scope, input: { phone }, made, transact }) => {
      const branchId = placeOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const [{ rows }, groups] = await Promise.all([
        store.search(scope, branchId, { by: 'phone', phone }),
        organisation.listGroups(scope, branchId),
      ])
      return transact(async (tx) => {
        const asking = await store.matchIn(tx, made, rows)
        return asking.ok ? accept({ rows: rows.map((member) => rowOf(member, groups)) }) : asking
      })
    },

    get: async ({ scope, input, now }) => {
      const member = await store.findMember(scope, input.memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      const { version, joinedOn, confirmedOn, groupId } = member
      const [person, nameplate, record] = await Promise.all([
        store.findPerson(scope, member.personId),
        groupId === undefined ? undefined : organisation.nameplate(groupId),
        recordOf(scope, member, now),
      ])
      const group = groupId === undefined || nameplate === undefined ? [] : [{ _id: groupId, name: nameplate.name }]
      const phone = store.phoneOf(member)
      return accept({
        ...rowOf(member, group),
        version,
        hasClaimed: (person?.devices.length ?? 0) > 0,
        ...(joinedOn === undefined ? {} : { joinedOn }),
        ...(confirmedOn === undefined ? {} : { confirmedOn }),
        ...(phone === undefined ? {} : { phone: phone === 'lost' ? phone : { masked: maskedPhone(phone.phone) } }),
        ...record,
      })
    },
  }
}

/** The branch whose roster is asked for: the officer's own, or the one a leader's group lies in. */
function placeOf(scope: Scope): string | undefined {
  return branchOf(scope) ?? scope.groups[0]?.branchId
}

function rowOf(member: Member, groups: readonly Pick<Unit, '_id' | 'name'>[]) {
  const { _id, personId, name, groupId, initials, membership, participation } = member
  const groupName = groups.find((group) => group._id === groupId)?.name
  const group = groupId === undefined || groupName === undefined ? {} : { groupId, groupName }
  return { memberId: _id, personId, name, ...group, initials, membership, participation }
}
