/** Moves about one member: a payment, one at another branch, what is taken back, and what changes the amount. */
import { yearOf } from '#shared/dues/ids'
import { dueIn } from '#shared/dues/standing'
import { dayOf, monthOf, monthsBetween, shiftMonth } from '#shared/kernel/day'
import { town } from '../../cloudfunctions/demo/rosters'
import type { Api } from '../village/village'
import type { Ask } from './asking'
import { type Chance, oneOf } from './chance'
import { total } from './differing'
import type { Draw, Drawing } from './moves'
import { leaders, officers, type Row } from './sides'
import type { WholeBook } from './whole-book'

const ways = ['cash', 'transfer', 'bank'] as const
const reasons = ['wrongPerson', 'wrongMonth', 'wrongAmount', 'notReceived'] as const
const checklist = { isWilling: true, profileIsReady: true, goesUpWhole: true } as const

/** An officer, or the leader of the member's group. */
function collectorFrom({ village, chance }: Drawing, { groupName }: Row): Api {
  const mine = leaders.filter((name) => village.rows.find((row) => row.name === name)?.groupName === groupName)
  return village.as(oneOf(chance, [...officers, ...mine]))
}

function accountOf({ accounts }: WholeBook, { memberId }: Row, month: string) {
  return accounts.find((account) => account.memberId === memberId && account.year === yearOf(month))
}

/** What is not settled, from the first month of the branch to the given one. */
function openMonths(book: WholeBook, member: Row, to: string): readonly string[] {
  return monthsBetween('2026-11', to).filter((month) => accountOf(book, member, month)?.settled.every((one) => one.month !== month) ?? true)
}

const dueFor = (book: WholeBook, member: Row, months: readonly string[]) =>
  total(months.map((month) => dueIn(accountOf(book, member, month), month) ?? 0))

/** Money comes in today, or came in on a day that the book knows, be it closed or not. */
function someDay({ village, book, chance }: Drawing): string {
  const today = dayOf(village.clock.now())
  return oneOf(chance, [today, today, oneOf(chance, [today, ...book.days.map(({ day }) => day)])])
}

/** Who pays for somebody is known to their collector: one of the same group. */
const payerFrom = ({ village: { rows }, chance }: Drawing, { groupName }: Row) => {
  const other = oneOf(
    chance,
    rows.filter((row) => row.groupName === groupName),
  )
  return oneOf(chance, [
    { kind: 'self' as const },
    { kind: 'self' as const },
    { kind: 'relative' as const, name: '女儿' },
    { kind: 'member' as const, memberId: other.memberId },
  ])
}

/** Months that were chosen are paid with what is due for them, and now and then with something above it. */
function payment(drawing: Drawing, member: Row, months: readonly string[], giftFen: number): Ask {
  const { village, book, chance } = drawing
  const now = village.clock.now()
  const input = {
    ...{ memberId: member.memberId, months: [...months], dueFen: dueFor(book, member, months), giftFen },
    ...{ day: someDay(drawing), way: oneOf(chance, ways), payer: payerFrom(drawing, member), hasConsent: true as const },
    ...(giftFen < 100_000 ? {} : { checklist }),
    ...(months.some((month) => month < shiftMonth(monthOf(now), -6)) ? { branchNote: '支部会上同意补交' } : {}),
  }
  const collector = collectorFrom(drawing, member)
  return (options) => collector.dues.recordPayment(input, options)
}

const someGift = (chance: Chance) => oneOf(chance, [0, 0, 0, 0, 1, 500, 100_000])

/** The moves as people know them; what is paid again, or taken back twice, is refused. */
export const memberMoves = {
  /** this month, or some of those to come */
  pay: (drawing) => {
    const { village, chance } = drawing
    const month = monthOf(village.clock.now())
    const months = monthsBetween(month, shiftMonth(month, chance(3)))
    return payment(drawing, oneOf(chance, village.rows), months, someGift(chance))
  },
  payBack: (drawing) => {
    const { village, book, chance } = drawing
    const member = oneOf(chance, village.rows)
    const open = openMonths(book, member, monthOf(village.clock.now()))
    return payment(drawing, member, open.slice(0, 1 + chance(8)), someGift(chance))
  },
  give: (drawing) => payment(drawing, oneOf(drawing.chance, drawing.village.rows), [], 1 + drawing.chance(200_000)),
  elsewhere: (drawing) => {
    const { village, book, chance } = drawing
    const member = oneOf(chance, village.rows)
    const months = openMonths(book, member, monthOf(village.clock.now())).slice(0, 1 + chance(3))
    const input = { memberId: member.memberId, months: months.length === 0 ? ['2026-11'] : [...months], proof: '活动证第 3 页' }
    const collector = collectorFrom(drawing, member)
    return (options) => collector.dues.recordElsewhere(input, options)
  },
  reverse: ({ village, book, chance }) => {
    // By time, because what was paid elsewhere is stored under ids of chance.
    const entry =
      book.entries.length === 0
        ? undefined
        : oneOf(
            chance,
            [...book.entries].sort((a, b) => a.at - b.at),
          )
    if (entry === undefined) return undefined
    const input = { entryId: entry._id, reason: oneOf(chance, reasons) }
    const collector = village.as(oneOf(chance, officers))
    return (options) => collector.dues.reverse(input, options)
  },
  approve: ({ village, chance }) => {
    const kind = oneOf(chance, ['wage', 'retiree'] as const)
    const input = {
      ...{ memberId: oneOf(chance, village.rows).memberId, kind, reason: 'incomeChanged' as const },
      ...{ from: shiftMonth(monthOf(village.clock.now()), chance(2)), monthlyFen: 1 + chance(5000) },
    }
    return (options) => village.as('王志强').dues.approve(input, options)
  },
  askHardship: ({ village, chance }) => {
    const from = monthOf(village.clock.now())
    const input = {
      ...{ memberId: oneOf(chance, village.rows).memberId, from, to: shiftMonth(from, chance(6)) },
      ...{ monthlyFen: chance(2) * 10, metOn: dayOf(village.clock.now()) },
    }
    return (options) => village.as('王志强').dues.requestHardship(input, options)
  },
  decideHardship: ({ village, hardshipIds, chance }) => {
    const [hardshipId] = hardshipIds
    if (hardshipId === undefined) return undefined
    const input = { hardshipId, ...(chance(3) === 0 ? { reply: 'talkAgain' as const } : {}) }
    return (options) => village.as(town.officerName).dues.decideHardship(input, options)
  },
} as const satisfies Readonly<Record<string, Draw>>
