import { accept, refuse } from '#shared/kernel/contract'
import type { Role, Scope } from '#shared/kernel/organisation'
import type { organisation } from '#shared/organisation/contract'
import { countyId } from '#shared/organisation/ids'
import type { Unit } from '#shared/organisation/model'
import { decideFounding } from '#shared/organisation/rules'
import type { Page } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage, everyPage } from '../runtime/page'
import { type FoundingTools, layBranch, layOfficer, newUnit } from './founding'

export function organisationHandlers(tools: FoundingTools): FeatureHandlers<typeof organisation> {
  const { organisation: units, members, chance } = tools

  /** A page of units with who holds their office, and whether a phone knows them. */
  const withOfficers = async (scope: Scope, asked: Promise<Page<Unit>>, role: Role) => {
    const [page, holders] = await Promise.all([asked, units.holdersOf(scope, role)])
    return { page, officers: await members.officersOf(page.rows, holders) }
  }

  return {
    foundBranch: async ({ scope, input, made, transact }) => {
      const towns = await everyPage((after) => units.listCommittees(scope, { ...after, limit: 100 }))
      const named = 'name' in input.committee ? input.committee : undefined
      const wantedId = 'committeeId' in input.committee ? input.committee.committeeId : undefined
      const known = towns.find((town) => (named === undefined ? town._id === wantedId : town.name === named.name))
      if (named !== undefined && known !== undefined) return refuse('COMMITTEE_EXISTS', { name: named.name })
      const committee = named === undefined ? known : newCommittee(made, chance.id(), named.name)
      if (committee === undefined) return refuse('NOT_FOUND')
      const siblings = await everyPage((after) => units.listBranches(scope, committee._id, { ...after, limit: 100 }))
      const decision = decideFounding({ branchName: input.name, branchNames: siblings.map(({ name }) => name), members: input.members })
      if (!decision.ok) return decision

      return transact(async (tx) => {
        if (named === undefined) await units.holdUnit(tx, committee._id)
        else await units.insertUnit(tx, committee)
        const townOfficer =
          named?.officerName === undefined ? undefined : await layOfficer(tx, tools, made, committee, named.officerName, 'townOfficer')
        const branch = newBranch(made, chance.id(), committee, input)
        const roster = await layBranch(tx, tools, made, { branch, groupNames: decision.data.groups, members: input.members })
        const secretary = roster[input.members.findIndex(({ post }) => post === 'secretary')]
        // decideFounding saw exactly one secretary in this very list.
        if (secretary === undefined) throw new Error('a branch was laid without its secretary')
        return accept({
          branchId: branch._id,
          committeeId: committee._id,
          memberCount: roster.length,
          secretary: { personId: secretary.personId, memberId: secretary._id, name: secretary.name },
          ...(townOfficer === undefined ? {} : { townOfficer: { personId: townOfficer._id, name: townOfficer.name } }),
        })
      })
    },

    listCommittees: async ({ scope, input }) => {
      const { page, officers } = await withOfficers(scope, units.listCommittees(scope, input), 'townOfficer')
      const rows = page.rows.map(({ _id, name }) => {
        const officer = officers.get(_id)
        return { committeeId: _id, name, ...(officer === undefined ? {} : { officer }) }
      })
      return accept(answerPage(page, rows))
    },

    listBranches: async ({ scope, input: { committeeId, ...paging } }) => {
      const { page, officers } = await withOfficers(scope, units.listBranches(scope, committeeId, paging), 'secretary')
      const rows = await Promise.all(
        page.rows.map(async ({ _id, name, made }) => {
          const secretary = officers.get(_id)
          const memberCount = await members.countRoster(scope, _id)
          return { branchId: _id, name, memberCount, foundedAt: made.at, ...(secretary === undefined ? {} : { secretary }) }
        }),
      )
      return accept(answerPage(page, rows))
    },
  }
}

function newCommittee(made: Unit['made'], id: string, name: string): Unit {
  return newUnit(made, id, { level: 'committee', name, parentId: countyId, countyId, committeeId: id })
}

function newBranch(
  made: Unit['made'],
  id: string,
  committee: Unit,
  { name, phone }: { readonly name: string; readonly phone?: string },
): Unit {
  return newUnit(made, id, {
    level: 'branch',
    name,
    parentId: committee._id,
    countyId,
    committeeId: committee._id,
    branchId: id,
    ...(phone === undefined ? {} : { phone }),
  })
}
