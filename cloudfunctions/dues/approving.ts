/** The yearly approval and what holds beside it: exceptions, arrangements, the opening line and its second signature. */
import { decideApproval, decideOpening, decideSignOpening, firstApprovalMonth, proposalFrom } from '#shared/dues/approving'
import type { dues as contract } from '#shared/dues/contract'
import { accountId, hardshipId, yearOf } from '#shared/dues/ids'
import type { Account, Approval, Hardship, MemberTerms } from '#shared/dues/model'
import { accept, refuse } from '#shared/kernel/contract'
import { monthOf, shiftMonth } from '#shared/kernel/day'
import { branchOf } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Member } from '#shared/members/model'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { readLedgers } from './standings'
import { type DuesTools, groupNames, notStarted, signerOf } from './tools'
import { approvalView, openingView } from './views'

type ApprovingHandlers = Pick<FeatureHandlers<typeof contract>, 'listApprovals' | 'approve' | 'arrange' | 'enterOpening' | 'signOpening'>

/** As far ahead as anybody's stay abroad, or a good reason, is written down. */
const arrangementReach = 36

export function blankAccount(made: Made, { _id: memberId, branchId }: Pick<Member, '_id' | 'branchId'>, year: string): Account {
  return { _id: accountId(memberId, year), v: 1, made, memberId, branchId, year, approvals: [], reliefs: [], settled: [] }
}

export function blankTerms(made: Made, { _id: memberId, branchId }: Pick<Member, '_id' | 'branchId'>): MemberTerms {
  return { _id: memberId, v: 1, made, memberId, branchId }
}

export function approvingHandlers(tools: DuesTools): ApprovingHandlers {
  const { dues, members } = tools
  return {
    listApprovals: async ({ scope, input: { year, ...paging } }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return notStarted
      const [book, page, groupOf] = await Promise.all([
        dues.findBook(scope, branchId),
        members.listRoster(scope, branchId, paging),
        groupNames(tools, scope, branchId),
      ])
      if (book === undefined) return notStarted
      const before = String(Number(year) - 1)
      const { accounts, terms } = await readLedgers(tools, scope, page.rows, [before, year])
      const approvalsOf = (memberId: string, of: string) => accounts.get(accountId(memberId, of))?.approvals ?? []
      const asked = page.rows.filter(({ _id }) => terms.get(_id)?.hardships !== undefined)
      const signers = [...terms.values()].flatMap(({ opening }) =>
        opening === undefined ? [] : [opening.by, opening.signedBy ?? opening.by],
      )
      const approvers = page.rows.flatMap(({ _id }) => approvalsOf(_id, year).map(({ by }) => by))
      const [hardships, names] = await Promise.all([
        dues.hardshipsOf(scope, asked, (memberId) => hardshipId(memberId, terms.get(memberId)?.hardships ?? 1)),
        members.namesOf([...new Set([...signers, ...approvers])]),
      ])
      const nameOf = (personId: string) => names.get(personId) ?? ''
      const rows = page.rows.map((member) => {
        const { _id: memberId, name, groupId, joinedOn } = member
        const mine = terms.get(memberId)
        const first = firstApprovalMonth({ book, joinedOn, year })
        const proposal = proposalFrom(approvalsOf(memberId, before), book)
        const hardship = hardships.get(memberId)
        return {
          ...{ memberId, name, ...groupOf(groupId) },
          ...(first === undefined ? {} : { first }),
          approvals: approvalsOf(memberId, year).map((approval) => approvalView(approval, nameOf)),
          ...(proposal === undefined ? {} : { proposal }),
          ...arrangementOf(mine),
          ...(mine?.opening === undefined ? {} : { opening: openingView(mine.opening, nameOf) }),
          ...(hardship === undefined ? {} : { hardship: hardshipLine(hardship) }),
        }
      })
      return accept(answerPage(page, rows))
    },

    approve: async ({ scope, actor, input, made, now, transact }) => {
      const member = await members.findMember(scope, input.memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      const { from, kind, monthlyFen, reason } = input
      const year = yearOf(from)
      return transact(async (tx) => {
        const book = await dues.holdBook(tx, member.branchId)
        if (book === undefined) return notStarted
        const account = (await dues.getAccount(tx, member._id, year)) ?? blankAccount(made, member, year)
        const terms = await dues.getMemberTerms(tx, member._id)
        const { joinedOn } = member
        const decision = decideApproval({ book, account, terms, joinedOn, year, from, kind, monthlyFen, reason, now })
        if (!decision.ok) return decision
        const isException = account.approvals.length > 0
        const change = isException && reason !== undefined ? { reason } : {}
        const approval: Approval = { from, kind, monthlyFen, ...change, by: actor.personId, at: now }
        await dues.putAccount(tx, { ...account, approvals: [...account.approvals, approval] })
        return accept({ approval: approvalView(approval, () => actor.name) })
      })
    },

    arrange: async ({ scope, input: { memberId, isQuarterly, abroadUntil, excusedThrough }, made, now, transact }) => {
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      const last = shiftMonth(monthOf(now), arrangementReach)
      if ((abroadUntil ?? '') > last || (excusedThrough ?? '') > last) return refuse('MONTH_TOO_FAR')
      return transact(async (tx) => {
        if ((await dues.holdBook(tx, member.branchId)) === undefined) return notStarted
        const known = (await dues.getMemberTerms(tx, memberId)) ?? blankTerms(made, member)
        const { isQuarterly: _q, abroadUntil: _a, excusedThrough: _e, ...kept } = known
        await dues.putMemberTerms(tx, {
          ...kept,
          ...(isQuarterly ? { isQuarterly: true as const } : {}),
          ...(abroadUntil === undefined ? {} : { abroadUntil }),
          ...(excusedThrough === undefined ? {} : { excusedThrough }),
        })
        return accept({ memberId })
      })
    },

    enterOpening: async ({ scope, actor, input: { memberId, paidThrough, ...written }, made, now, transact }) => {
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const book = await dues.holdBook(tx, member.branchId)
        if (book === undefined) return notStarted
        const known = (await dues.getMemberTerms(tx, memberId)) ?? blankTerms(made, member)
        const decision = decideOpening({ book, terms: known, paidThrough, now })
        if (!decision.ok) return decision
        await dues.putMemberTerms(tx, { ...known, opening: { paidThrough, ...written, by: actor.personId, at: now } })
        return accept({ memberId })
      })
    },

    signOpening: async ({ scope, actor, input: { memberId, ...seen }, now, transact }) => {
      const [member, signer] = await Promise.all([members.findMember(scope, memberId), signerOf(tools, scope, actor)])
      if (member === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const book = await dues.holdBook(tx, member.branchId)
        if (book === undefined) return notStarted
        const terms = await dues.getMemberTerms(tx, memberId)
        const decision = decideSignOpening({ book, terms, signer, seen, now })
        if (!decision.ok) return decision
        if (terms?.opening === undefined) return refuse('NO_OPENING')
        await dues.putMemberTerms(tx, { ...terms, opening: { ...terms.opening, signedBy: actor.personId, signedAt: now } })
        return accept({ memberId })
      })
    },
  }
}

function arrangementOf(terms: MemberTerms | undefined) {
  if (terms === undefined) return {}
  const { isQuarterly, abroadUntil, excusedThrough } = terms
  return {
    ...(isQuarterly === undefined ? {} : { isQuarterly }),
    ...(abroadUntil === undefined ? {} : { abroadUntil }),
    ...(excusedThrough === undefined ? {} : { excusedThrough }),
  }
}

function hardshipLine({ _id, from, to, monthlyFen, state, metOn, at, decided }: Hardship) {
  const reply = decided?.reply === undefined ? {} : { reply: decided.reply }
  return { hardshipId: _id, from, to, monthlyFen, state, metOn, at, ...reply }
}
