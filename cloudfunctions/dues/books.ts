/** The books: the register of a year, every entry by number, the yearly sheet, the table; and what the committee sees, which is sums. */

import { lineMove } from '#shared/dues/closing'
import type { dues as contract } from '#shared/dues/contract'
import { type MonthState, monthsOfYear, yearOf } from '#shared/dues/ids'
import type { Account } from '#shared/dues/model'
import type { Till } from '#shared/dues/money-model'
import { countOf } from '#shared/dues/month-count'
import { movedBy, settledIn } from '#shared/dues/standing'
import { yearSheetOf } from '#shared/dues/year-sheet'
import { accept, type OutputOf, refuse } from '#shared/kernel/contract'
import { dayOf } from '#shared/kernel/day'
import { addFen, fen } from '#shared/kernel/fen'
import { branchOf, type Role, type Scope } from '#shared/kernel/organisation'
import type { Member } from '#shared/members/model'
import type { Page } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { accountIn, type Ledgers, monthOfMember, readLedgers } from './standings'
import type { Found } from './store'
import { type DuesTools, groupNames, wholeRoster } from './tools'
import { entryView, lineView, monthView, personsIn } from './views'

type BookHandlers = Pick<
  FeatureHandlers<typeof contract>,
  'getRegister' | 'listEntries' | 'inspectRegister' | 'getYearSheet' | 'listBranches'
>

/** Roles that read a year while it runs. */
const keepers: readonly Role[] = ['secretary', 'organisationOfficer', 'disciplineOfficer']

type RegisterRow = OutputOf<typeof contract.getRegister>['rows'][number]
interface RegisterPage {
  readonly page: Page<unknown>
  readonly rows: readonly RegisterRow[]
  readonly people: readonly Reader[]
}

type Reader = Found & Pick<Member, 'name' | 'joinedOn'> & { readonly isFormer?: true }

export function bookHandlers(tools: DuesTools): BookHandlers {
  const { dues, members, organisation } = tools

  /** A page of the register; who has left since stands behind the roster, on the last one. */
  const registerPage = async (
    scope: Scope,
    branchId: string,
    { year, now, ...paging }: { readonly year: string; readonly now: number; readonly after?: string; readonly limit?: number },
  ): Promise<RegisterPage> => {
    const [book, page, groupOf] = await Promise.all([
      dues.findBook(scope, branchId),
      members.listRoster(scope, branchId, paging),
      groupNames(tools, scope, branchId),
    ])
    if (book === undefined) return nothingKept
    const former = page.next === undefined ? await formerOf(scope, await dues.listAccounts(scope, branchId, year), page.rows) : []
    const people: readonly Reader[] = [...page.rows, ...former]
    const ledgers = await readLedgers(tools, scope, people, [year])
    const settled = people.flatMap(({ _id }) => accountIn(ledgers, _id, `${year}-01`)?.settled ?? [])
    const entries = await dues.entriesOf(
      scope,
      people,
      settled.map(({ entryId }) => entryId),
    )
    const rows = people.map((member): RegisterRow => {
      const account = accountIn(ledgers, member._id, `${year}-01`)
      const months = monthsOfYear(year).map((month) => {
        const { state, assessedFen } = monthView(monthOfMember({ book, ledgers, now }, member, month))
        const entry = entries.get(settledIn(account, month)?.entryId ?? '')
        const receipt = entry?.kind === 'receipt' ? { number: entry.number, numberYear: entry.year } : {}
        return { month, state, ...(assessedFen === undefined ? {} : { fen: assessedFen }), ...receipt }
      })
      const settledMonths = months.filter(({ month }) => settledIn(account, month) !== undefined)
      const paid = (account?.settled ?? []).filter(({ way }) => way === 'paid').map((one) => fen(one.fen))
      return {
        ...{ memberId: member._id, name: member.name, ...groupOf(member.groupId) },
        ...(member.isFormer === undefined ? {} : { isFormer: member.isFormer }),
        // When they left is not kept: of somebody who was, there are months that were settled, and none that are owed.
        months: member.isFormer === undefined ? months : settledMonths,
        paidFen: addFen(...paid),
      }
    })
    return { page, rows, people }
  }

  /** Whose year is kept here and who is on the roster no more. */
  const formerOf = async (scope: Scope, accounts: readonly Account[], present: readonly Found[]): Promise<readonly Reader[]> => {
    const ids = new Set(present.map(({ _id }) => _id))
    const others = accounts.filter(({ memberId }) => !ids.has(memberId))
    const former = await members.findFormer(
      scope,
      others.map(({ memberId }) => memberId),
    )
    return former.map((member) => ({ ...member, isFormer: true as const }))
  }

  /** Everything that moved in a year, and what it comes to. */
  const movesOf = async (scope: Scope, branchId: string, year: string) => {
    const [entries, lines] = await Promise.all([dues.listYear(scope, branchId, year), dues.listLines(scope, branchId, year)])
    return { entries, lines, movedFen: addFen(...entries.map(movedBy), ...lines.map(lineMove)) }
  }

  return {
    getRegister: async ({ scope, input, now }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const { page, rows } = await registerPage(scope, branchId, { ...input, now })
      return accept(answerPage(page, [...rows]))
    },

    inspectRegister: async ({ scope, input, made, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      // A page and its looks are one transaction, and the last page holds those who left as well: the cloud takes a hundred operations in one.
      const { page, rows, people } = await registerPage(scope, branchId, { ...input, limit: 20, now })
      return transact(async (tx) => {
        for (const person of people) await members.recordLook(tx, person, made, 'dues')
        return accept(answerPage(page, [...rows]))
      })
    },

    listEntries: async ({ scope, input: { year, ...paging } }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const page = await dues.pageYear(scope, branchId, year, paging)
      const memberIds = [...new Set(page.rows.map(({ memberId }) => memberId))]
      const [names, found, former, reversed] = await Promise.all([
        members.namesOf(personsIn(page.rows)),
        members.findMembers(scope, memberIds),
        members.findFormer(scope, memberIds),
        dues.reversedOf(page.rows.map(({ _id }) => _id)),
      ])
      const memberNames = new Map([...former, ...found.values()].map(({ _id, name }) => [_id, name]))
      const nameOf = (personId: string) => names.get(personId) ?? ''
      const rows = page.rows.map((entry) => ({
        ...entryView(entry, { nameOf, reversed }),
        ...{ memberId: entry.memberId, name: memberNames.get(entry.memberId) ?? '' },
      }))
      return accept(answerPage(page, rows))
    },

    getYearSheet: async ({ scope, actor, input: { year }, now }) => {
      // Who keeps the books of a branch reads those, wherever they are a member themselves.
      const office = actor.grants.find(({ role, branchId: of = '' }) => keepers.includes(role) && scope.branchIds.includes(of))
      const branchId = office?.branchId ?? branchOf(scope)
      // Published once a year: of a running one, who looks before and after a payment would read what somebody pays.
      if (office === undefined && year >= yearOf(dayOf(now))) return refuse('NOT_PUBLISHED')
      if (branchId === undefined) return refuse('NOT_FOUND')
      const [book, branch, roster, accounts, till, { entries, lines, movedFen }] = await Promise.all([
        dues.findBook(scope, branchId),
        organisation.nameplate(branchId),
        wholeRoster(tools, scope, branchId),
        dues.listAccounts(scope, branchId, year),
        dues.findTill(scope, branchId),
        movesOf(scope, branchId, year),
      ])
      const [former, names, reversed, later] = await Promise.all([
        formerOf(scope, accounts, roster),
        members.namesOf([...new Set(lines.map(({ made }) => made.by))]),
        dues.reversedOf(lines.map(({ _id }) => _id)),
        Promise.all(yearsAfter(till, year).map((one) => movesOf(scope, branchId, one))),
      ])
      // What was held when the year began: what is held now, less everything that moved since.
      const broughtFen = fen((till?.inHandFen ?? 0) - addFen(movedFen, ...later.map((moves) => moves.movedFen)))
      const people: readonly Reader[] = [...roster, ...former]
      const ledgers = { terms: await dues.termsOf(scope, people), accounts: new Map(accounts.map((account) => [account._id, account])) }
      const owed =
        book === undefined ? [] : people.map((member) => owedIn(book, ledgers, member, { year, now })).filter((one) => one.length > 0)
      return accept({
        ...{ year, branchName: branch?.name ?? '' },
        ...(book === undefined ? {} : { startMonth: book.startMonth }),
        ...yearSheetOf(entries, lines, broughtFen),
        members: owed.length,
        settledMembers: owed.filter((states) => !states.includes('overdue')).length,
        lines: lines.map((line) => lineView(line, (personId) => names.get(personId) ?? '', reversed)),
      })
    },

    listBranches: async ({ actor, scope, input: { month, limit = 10, ...paging }, now }) => {
      const town = actor.grants.find(({ role }) => role === 'townOfficer')
      if (town === undefined) return refuse('NOT_FOUND')
      const page = await organisation.listBranches(scope, town.unitId, { ...paging, limit })
      const ids = page.rows.map(({ _id }) => _id)
      const [books, tills] = await Promise.all([dues.findBooks(scope, ids), dues.findTills(scope, ids)])
      const rosters = await Promise.all(ids.map((id) => (books.has(id) ? wholeRoster(tools, scope, id) : [])))
      // Of all branches at once: documents are read a hundred at a time, whosever they are.
      const [ledgers, days] = await Promise.all([readLedgers(tools, scope, rosters.flat(), [yearOf(month)]), dues.findDaysIn(scope, tills)])
      const rows = page.rows.map(({ _id: branchId, name: branchName }, place) => {
        const book = books.get(branchId)
        if (book === undefined) return { branchId, branchName }
        const standings = (rosters[place] ?? []).map((member) => monthOfMember({ book, ledgers, now }, member, month))
        const { paid, expected } = countOf(standings, book.startMonth)
        const openDays = days.filter((day) => day.branchId === branchId && day.stage !== 'closed' && day.count > 0).length
        return { branchId, branchName, totals: { paid, expected, inHandFen: tills.get(branchId)?.inHandFen ?? 0, openDays } }
      })
      return accept(answerPage(page, rows))
    },
  }
}

/** Of a branch that has not begun. */
const nothingKept: RegisterPage = { page: { rows: [] }, rows: [], people: [] }

/** Later years in which anything moved: the till knows them by the numbers it gave. */
function yearsAfter(till: Till | undefined, year: string): readonly string[] {
  const years = [...Object.keys(till?.numbers ?? {}), ...Object.keys(till?.lines ?? {})]
  return [...new Set(years)].filter((one) => one > year)
}

/** What came of the months of a year in which a member owed anything. */
function owedIn(
  book: Parameters<typeof monthOfMember>[0]['book'],
  ledgers: Ledgers,
  member: Reader,
  { year, now }: { readonly year: string; readonly now: number },
) {
  const states = monthsOfYear(year).map((month) => monthOfMember({ book, ledgers, now }, member, month).state)
  const isOwed = (state: MonthState) => member.isFormer === undefined && (state === 'due' || state === 'overdue')
  return states.filter((state) => state === 'paid' || state === 'elsewhere' || isOwed(state))
}
