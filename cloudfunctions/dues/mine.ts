/** What a member sees of their own dues. */
import { isNamed } from '#shared/dues/approving'
import type { dues as contract } from '#shared/dues/contract'
import { monthsOfYear, yearOf } from '#shared/dues/ids'
import { approvalIn, reliefIn } from '#shared/dues/standing'
import { accept, refuse } from '#shared/kernel/contract'
import { monthOf, shiftMonth } from '#shared/kernel/day'
import type { Member } from '#shared/members/model'
import type { FeatureHandlers } from '../runtime/handlers'
import { accountIn, arrearsOfMember, monthOfMember, readLedgers, yearsFor } from './standings'
import { countToCheck } from './to-check'
import type { DuesTools } from './tools'
import { approvalView, entryView, monthView, noteView, openingView, personsIn } from './views'

type MineHandlers = Pick<FeatureHandlers<typeof contract>, 'getHome' | 'getMine'>

export function mineHandlers(tools: DuesTools): MineHandlers {
  const { dues, members, organisation } = tools

  /** Persons who collect from the member: the leader of their group, and the branch's officers. */
  const collectorsOf = async ({ branchId, groupId }: Member, now: number): Promise<readonly string[]> => {
    const held = await Promise.all([groupId, branchId].flatMap((unitId) => (unitId === undefined ? [] : [organisation.grantsIn(unitId)])))
    const grants = held.flat().filter(({ role }) => role === 'groupLeader' || role === 'organisationOfficer' || role === 'secretary')
    const running = grants.filter(({ from = 0, until }) => from <= now && (until === undefined || now < until))
    return [...new Set(running.map(({ personId }) => personId))]
  }

  return {
    getHome: async ({ scope, actor, now }) => {
      const { memberId, branchId } = actor
      if (memberId === undefined || branchId === undefined) return refuse('NOT_FOUND')
      const nothing = { arrears: 0, reminder: 'none', daysToCheck: 0, openingsToSign: 0 } as const
      const own = { _id: memberId, branchId }
      const [member, book, ledgers] = await Promise.all([
        members.findMember(scope, memberId),
        dues.findOwnBook(own),
        readLedgers(tools, scope, [own], yearsFor(now)),
      ])
      if (member === undefined) return refuse('NOT_FOUND')
      if (book === undefined) return accept(nothing)
      const asked = { book, ledgers, now }
      const { months, step } = arrearsOfMember(asked, member)
      const signer = { memberId, personId: actor.personId, isFull: member.membership === 'full' }
      const toCheck = isNamed(book, signer) ? await countToCheck(tools, scope, { book, signer, now }) : {}
      const standing = { now: monthView(monthOfMember(asked, member, monthOf(now))), arrears: months.length, reminder: step }
      return accept({ ...nothing, ...standing, ...toCheck })
    },

    getMine: async ({ scope, actor, input, now }) => {
      const month = monthOf(now)
      const year = input.year ?? yearOf(month)
      const { memberId, branchId } = actor
      if (memberId === undefined || branchId === undefined) return refuse('NOT_FOUND')
      const [member, book] = await Promise.all([members.findSelf(scope, memberId), dues.findOwnBook({ _id: memberId, branchId })])
      if (member === undefined) return refuse('NOT_FOUND')
      if (book === undefined) return accept({ year, months: [], arrears: [], reminder: 'none', entries: [], notes: [], collectors: [] })
      const noteMonths = [month, shiftMonth(month, -1), ...monthsOfYear(year)]
      const [ledgers, written, notes, collectors] = await Promise.all([
        readLedgers(tools, scope, [member], yearsFor(now, [`${year}-01`])),
        dues.listOfMember(scope, member),
        dues.notesOf(scope, [member], [...new Set(noteMonths)]),
        collectorsOf(member, now),
      ])
      const entries = written.filter((entry) => entry.year === year || entry.months.some((one) => yearOf(keyOf(one)) === year))
      const account = accountIn(ledgers, member._id, month)
      const approval = approvalIn(account?.approvals ?? [], month)
      const relief = reliefIn(account?.reliefs ?? [], month)
      const terms = ledgers.terms.get(member._id)
      const { opening } = terms ?? {}
      const persons = [...collectors, ...personsIn(entries), approval?.by, opening?.by, opening?.signedBy].filter((by) => by !== undefined)
      const [names, reversed] = await Promise.all([members.namesOf([...new Set(persons)]), dues.reversedOf(entries.map(({ _id }) => _id))])
      const nameOf = (personId: string) => names.get(personId) ?? ''
      const asked = { book, ledgers, now }
      const { months: arrears, step } = arrearsOfMember(asked, member)
      return accept({
        year,
        startMonth: book.startMonth,
        months: monthsOfYear(year).map((one) => monthView(monthOfMember(asked, member, one))),
        now: monthView(monthOfMember(asked, member, month)),
        ...(approval === undefined ? {} : { approval: approvalView(approval, nameOf) }),
        ...(relief === undefined ? {} : { relief: { from: relief.from, to: relief.to, monthlyFen: relief.monthlyFen } }),
        arrears: arrears.map(monthView),
        reminder: step,
        entries: entries.map((entry) => entryView(entry, { nameOf, reversed })),
        notes: [...notes.values()].filter(({ state }) => state !== 'recorded').map(noteView),
        ...(opening === undefined ? {} : { opening: openingView(opening, nameOf) }),
        ...(book.howToPay === undefined ? {} : { howToPay: book.howToPay }),
        collectors: collectors.map(nameOf),
      })
    },
  }
}

const keyOf = (month: string | { readonly month: string }) => (typeof month === 'string' ? month : month.month)
