import { accept, refuse } from '#shared/kernel/contract'
import type { Role, Scope } from '#shared/kernel/organisation'
import type { organisation } from '#shared/organisation/contract'
import { countyId } from '#shared/organisation/ids'
import type { Unit } from '#shared/organisation/model'
import { decideFounding } from '#shared/organisation/rules'
import type { Page } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { layBranch, layOfficer, newUnit } from './founding'
import { readingHandlers } from './reading'
import { type OrganisationTools, placeBelow, shapingHandlers } from './shaping'

export function organisationHandlers(tools: OrganisationTools): FeatureHandlers<typeof organisation> {
  const { organisation: units, members, chance } = tools

  /** A page of units with who holds their office, and whether a phone knows them. */
  const withOfficers = async (scope: Scope, asked: Promise<Page<Unit>>, role: Role, now: number) => {
    const [page, holders] = await Promise.all([asked, units.holdersOf(scope, role, now)])
    return { page, officers: await members.officersOf(page.rows, holders) }
  }

  return {
    ...shapingHandlers(tools),
    ...readingHandlers(units),

    foundBranch: async ({ scope, input, made, transact }) => {
      const named = 'name' in input.committee ? input.committee : undefined
      const wanted = 'committeeId' in input.committee ? input.committee : undefined
      if (named !== undefined && (await units.isNameTaken(countyId, named.name))) return refuse('COMMITTEE_EXISTS', { name: named.name })
      const committee =
        wanted === undefined ? newCommittee(made, chance.id(), named?.name ?? '') : await units.find(scope, wanted.committeeId)
      const above = wanted?.generalBranchId === undefined ? committee : await units.find(scope, wanted.generalBranchId)
      if (committee?.level !== 'committee' || above === undefined) return refuse('NOT_FOUND')
      if (above !== committee && (above.level !== 'generalBranch' || above.parentId !== committee._id)) return refuse('NOT_FOUND')
      const isNameTaken = await units.isNameTaken(above._id, input.name)
      const decision = decideFounding({ branchName: input.name, isNameTaken, members: input.members })
      if (!decision.ok) return decision
      const initialsOf = await members.openInitials()

      return transact(async (tx) => {
        if (named !== undefined) {
          await units.receive(tx, countyId)
          if (await units.isNameHeld(tx, countyId, named.name)) return refuse('COMMITTEE_EXISTS', { name: named.name })
          await units.insertUnit(tx, committee)
        }
        const parent = await units.receive(tx, above._id)
        if (parent === undefined) return refuse('NOT_FOUND')
        if (await units.isNameHeld(tx, parent._id, input.name)) return refuse('BRANCH_EXISTS', { name: input.name })
        const townOfficer =
          named?.officerName === undefined ? undefined : await layOfficer(tx, tools, made, committee, named.officerName, 'townOfficer')
        const branch = newBranch(made, chance.id(), parent, input)
        const roster = await layBranch(tx, tools, made, { branch, groupNames: decision.data.groups, members: input.members, initialsOf })
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

    listCommittees: async ({ scope, input, now }) => {
      const { page, officers } = await withOfficers(scope, units.listCommittees(scope, input), 'townOfficer', now)
      const rows = page.rows.map(({ _id, name }) => {
        const officer = officers.get(_id)
        return { committeeId: _id, name, ...(officer === undefined ? {} : { officer }) }
      })
      return accept(answerPage(page, rows))
    },

    listBranches: async ({ scope, input: { committeeId, ...paging }, now }) => {
      const { page, officers } = await withOfficers(scope, units.listBranches(scope, committeeId, paging), 'secretary', now)
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
  parent: Unit,
  { name, phone }: { readonly name: string; readonly phone?: string },
): Unit {
  const branch = { level: 'branch' as const, name, ...(phone === undefined ? {} : { phone }) }
  return newUnit(made, id, { ...branch, ...placeBelow(parent, id, 'branch') })
}
