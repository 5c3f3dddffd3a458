/** Paying less or nothing for a time (article 7): the branch asks, the next-higher committee agrees or sends it back. */
import { decideHardship } from '#shared/dues/approving'
import type { dues as contract } from '#shared/dues/contract'
import { hardshipId, yearOf } from '#shared/dues/ids'
import type { Hardship } from '#shared/dues/model'
import { accountsBy } from '#shared/dues/recording'
import { accept, refuse } from '#shared/kernel/contract'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { blankAccount, blankTerms } from './approving'
import { type DuesTools, notStarted, readStanding } from './tools'

type HardshipHandlers = Pick<FeatureHandlers<typeof contract>, 'requestHardship' | 'listHardships' | 'decideHardship'>

export function hardshipHandlers(tools: DuesTools): HardshipHandlers {
  const { dues, members, organisation } = tools
  return {
    requestHardship: async ({ scope, actor, input: { memberId, from, to, monthlyFen, metOn }, made, now, transact }) => {
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const standing = await readStanding(tools, tx, member, [from])
        if (standing === undefined) return notStarted
        // Counted in the branch, so that nobody moves it on an older list of what waits above.
        const committeeId = (await organisation.receive(tx, member.branchId))?.committeeId
        if (committeeId === undefined) return refuse('NOT_FOUND')
        const { book, accounts, terms = blankTerms(made, member) } = standing
        const asked = terms.hardships ?? 0
        const last = asked === 0 ? undefined : await dues.getHardship(tx, hardshipId(memberId, asked))
        const facts = { name: member.name, from, to, monthlyFen, metOn, accountOf: accountsBy(accounts), book, last, committeeId, now }
        const decision = decideHardship(facts)
        if (!decision.ok) return decision
        const id = hardshipId(memberId, asked + 1)
        const hardship: Hardship = {
          ...{ _id: id, v: 1, made, memberId, branchId: member.branchId, committeeId, from, to, monthlyFen, metOn },
          ...{ normalFen: decision.data, askedBy: actor.personId, at: now, state: 'waiting', openKey: `${committeeId}_${id}` },
        }
        await dues.putHardship(tx, hardship)
        await dues.putMemberTerms(tx, { ...terms, hardships: asked + 1 })
        return accept({ hardshipId: id })
      })
    },

    listHardships: async ({ actor, scope, input }) => {
      const town = actor.grants.find(({ role }) => role === 'townOfficer')
      if (town === undefined) return refuse('NOT_FOUND')
      const page = await dues.listOpenHardships(scope, town.unitId, input)
      const branchIds = [...new Set(page.rows.map(({ branchId }) => branchId))]
      const memberIds = page.rows.map(({ memberId }) => memberId)
      const [found, branches, names] = await Promise.all([
        members.findMembers(scope, memberIds),
        organisation.nameplates(branchIds),
        members.namesOf(page.rows.map(({ askedBy }) => askedBy)),
      ])
      // Who has left since is still decided about.
      const gone = memberIds.filter((memberId) => !found.has(memberId))
      const former = await members.findFormer(scope, gone)
      const memberNames = new Map([...former, ...found.values()].map(({ _id, name }) => [_id, name]))
      const rows = page.rows.map(({ _id, branchId, memberId, from, to, normalFen, monthlyFen, metOn, askedBy, at }) => ({
        ...{ hardshipId: _id, from, to, normalFen, monthlyFen, metOn, at },
        branchName: branches.get(branchId)?.name ?? '',
        name: memberNames.get(memberId) ?? '',
        askedBy: names.get(askedBy) ?? '',
      }))
      return accept(answerPage(page, rows))
    },

    decideHardship: async ({ scope, actor, input: { hardshipId: id, reply }, made, now, transact }) => {
      if ((await dues.findHardship(scope, id)) === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const hardship = await dues.getHardship(tx, id)
        if (hardship === undefined) return refuse('NOT_FOUND')
        if (hardship.state !== 'waiting') return refuse('DECIDED_ALREADY')
        const { openKey: _, ...rest } = hardship
        const state = reply === undefined ? 'approved' : 'sentBack'
        const decided = { by: actor.personId, at: now, ...(reply === undefined ? {} : { reply }) }
        await dues.putHardship(tx, { ...rest, state, decided })
        if (state === 'sentBack') return accept({ state })
        const { memberId, branchId, from, to, monthlyFen } = hardship
        // A period is a year at most: it lies in one account or two.
        for (const year of new Set([yearOf(from), yearOf(to)])) {
          const account = (await dues.getAccount(tx, memberId, year)) ?? blankAccount(made, { _id: memberId, branchId }, year)
          await dues.putAccount(tx, { ...account, reliefs: [...account.reliefs, { hardshipId: id, from, to, monthlyFen }] })
        }
        return accept({ state })
      })
    },
  }
}
