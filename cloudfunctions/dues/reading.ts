/** What collectors read: the month by roster, how it stands, and who is behind. */
import type { dues as contract } from '#shared/dues/contract'
import { yearOf } from '#shared/dues/ids'
import type { DuesEntry, Payer } from '#shared/dues/model'
import { countOf } from '#shared/dues/month-count'
import { approvalIn, settledIn } from '#shared/dues/standing'
import { accept, refuse } from '#shared/kernel/contract'
import type { Scope } from '#shared/kernel/organisation'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { accountIn, arrearsOfMember, monthOfMember, readLedgers, yearsFor } from './standings'
import { branchIn, type DuesTools, groupNames, notStarted, wholeRoster } from './tools'
import { entryView, monthView, noteView, personsIn } from './views'

type ReadingHandlers = Pick<FeatureHandlers<typeof contract>, 'listMonth' | 'listAhead' | 'countMonth' | 'listArrears'>

export function readingHandlers(tools: DuesTools): ReadingHandlers {
  const { dues, members } = tools

  /** The branch's book, and beside it what else the branch's id is enough for. */
  const bookIn = async <Beside>(scope: Scope, readBeside: (branchId: string) => Promise<Beside>) => {
    const branchId = branchIn(scope)
    if (branchId === undefined) return undefined
    const [book, beside] = await Promise.all([dues.findBook(scope, branchId), readBeside(branchId)])
    return book === undefined ? undefined : { branchId, book, beside }
  }

  /** A page of the roster, with its groups by name. */
  const rosterPage = (scope: Scope, branchId: string, paging: Parameters<typeof members.listRoster>[2]) =>
    Promise.all([members.listRoster(scope, branchId, paging), groupNames(tools, scope, branchId)])

  return {
    listMonth: async ({ scope, input: { month, ...paging }, now }) => {
      const found = await bookIn(scope, (branchId) => rosterPage(scope, branchId, paging))
      if (found === undefined) return notStarted
      const [page, groupOf] = found.beside
      const [ledgers, notes] = await Promise.all([
        readLedgers(tools, scope, page.rows, yearsFor(now, [month])),
        dues.listWaitingNotes(scope, found.branchId, page.rows),
      ])
      // Of each the entry that settled the month, and their last one: whoever paid for them then is proposed again.
      const settled = page.rows.flatMap(({ _id }) => {
        const account = accountIn(ledgers, _id, month)
        return [settledIn(account, month), account?.settled.at(-1)].flatMap((one) => one?.entryId ?? [])
      })
      const entries = await dues.entriesOf(scope, page.rows, settled)
      const all = [...entries.values()]
      const names = await members.namesOf(personsIn(all))
      const nameOf = (personId: string) => names.get(personId) ?? ''
      const asked = { book: found.book, ledgers, now }
      const rows = page.rows.map((member) => {
        const { _id: memberId, name, groupId } = member
        const account = accountIn(ledgers, memberId, month)
        const { state, assessedFen } = monthView(monthOfMember(asked, member, month))
        const entry = entries.get(settledIn(account, month)?.entryId ?? '')
        const approval = approvalIn(account?.approvals ?? [], month)
        const note = notes.find((one) => one.memberId === memberId)
        const { isQuarterly, abroadUntil } = ledgers.terms.get(memberId) ?? {}
        return {
          ...{ memberId, name, ...groupOf(groupId), state },
          ...(approval === undefined ? {} : { kind: approval.kind }),
          ...(assessedFen === undefined ? {} : { assessedFen }),
          ...(entry === undefined ? {} : { entry: entryView(entry, { nameOf, reversed: new Set() }) }),
          arrears: arrearsOfMember(asked, member)
            .months.filter((one) => one.month !== month)
            .map(monthView),
          ...(isQuarterly === undefined ? {} : { isQuarterly }),
          ...(abroadUntil === undefined ? {} : { abroadUntil }),
          ...lastPayerOf(entries.get(account?.settled.at(-1)?.entryId ?? '')),
          ...(note === undefined ? {} : { note: noteView(note) }),
        }
      })
      return accept(answerPage(page, rows))
    },

    listAhead: async ({ scope, input: { memberId, months }, now }) => {
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      const [book, ledgers] = await Promise.all([
        dues.findBook(scope, member.branchId),
        readLedgers(tools, scope, [member], [...new Set(months.map(yearOf))]),
      ])
      if (book === undefined) return notStarted
      return accept({ months: months.map((month) => monthView(monthOfMember({ book, ledgers, now }, member, month))) })
    },

    countMonth: async ({ scope, input: { month }, now }) => {
      const nobody = { paid: 0, expected: 0, unset: 0, notes: 0, forMeeting: 0, openDays: 0 }
      if (branchIn(scope) === undefined) return refuse('NOT_FOUND')
      const found = await bookIn(scope, (id) => Promise.all([wholeRoster(tools, scope, id), dues.findTill(scope, id)]))
      if (found === undefined) return accept(nobody)
      const { branchId, book } = found
      const [roster, till] = found.beside
      const [ledgers, notes, days] = await Promise.all([
        readLedgers(tools, scope, roster, yearsFor(now, [month])),
        dues.listWaitingNotes(scope, branchId, roster),
        dues.findDays(scope, branchId, till?.days ?? []),
      ])
      const asked = { book, ledgers, now }
      return accept({
        startMonth: book.startMonth,
        ...countOf(
          roster.map((member) => monthOfMember(asked, member, month)),
          book.startMonth,
        ),
        notes: notes.length,
        forMeeting: roster.filter((member) => arrearsOfMember(asked, member).step === 'meeting').length,
        openDays: days.filter(({ stage, count }) => stage !== 'closed' && count > 0).length,
      })
    },

    listArrears: async ({ scope, input, now }) => {
      const found = await bookIn(scope, (branchId) => rosterPage(scope, branchId, input))
      if (found === undefined) return notStarted
      const [page, groupOf] = found.beside
      const ledgers = await readLedgers(tools, scope, page.rows, yearsFor(now))
      const rows = page.rows.flatMap((member) => {
        const { months, run, step } = arrearsOfMember({ book: found.book, ledgers, now }, member)
        const { excusedThrough } = ledgers.terms.get(member._id) ?? {}
        if (months.length === 0) return []
        const excused = excusedThrough === undefined ? {} : { excusedThrough }
        return [
          { memberId: member._id, name: member.name, ...groupOf(member.groupId), months: months.map(monthView), run, step, ...excused },
        ]
      })
      return accept(answerPage(page, rows))
    },
  }
}

function lastPayerOf(entry: DuesEntry | undefined): { readonly lastPayer?: Payer } {
  return entry?.kind === 'receipt' && entry.payer.kind !== 'self' ? { lastPayer: entry.payer } : {}
}
