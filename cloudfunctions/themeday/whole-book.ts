/** The whole book of a day with the names it needs, read once: for the screen and for the table. */
import type { Scope } from '#shared/kernel/organisation'
import type { ThemeDay } from '#shared/themeday/model'
import type { Book } from '#shared/themeday/sheet'
import { besideRoster, groupNamesOf, readDay } from './roll'
import { isVouchedFor, type ThemeDayTools } from './tools'

export async function readBook(tools: ThemeDayTools, scope: Scope, themeDay: ThemeDay) {
  const { themeDays, members, assists } = tools
  const [{ roster, said, tally }, minutes] = await Promise.all([readDay(tools, scope, themeDay), themeDays.findMinutes(scope, themeDay)])
  const { present, opinions, reversals, surplus, guests } = said
  const { closedAt, closing, reopened: openings = [] } = themeDay
  const recorded = [...reversals, ...surplus, ...[...present.values()].filter(isVouchedFor)]
  const closers = closing === undefined ? [] : [closing.by]
  const mentioned = [...present.values(), ...opinions, ...reversals, ...surplus].map(({ memberId }) => memberId)
  const helped = [...present.values()].filter(({ made }) => made.onBehalfOf !== undefined)
  const [names, reasons, beside] = await Promise.all([
    members.namesOf([...new Set([...recorded.map(({ made }) => made.by), ...openings.map(({ by }) => by), ...closers])]),
    assists.reasonsOf(helped),
    besideRoster(tools, scope, { themeDay, roster, mentioned, groupNames: groupNamesOf(roster) }),
  ])
  const people = new Map([...roster, ...beside].map((row) => [row.memberId, row.name]))
  const nameOf = (memberId: string) => people.get(memberId) ?? ''
  const officer = (personId: string) => names.get(personId) ?? ''
  const book: Book = {
    tally,
    plan: themeDay.parts,
    parts: minutes?.parts ?? [],
    decisions: minutes?.decisions ?? [],
    opinions: opinions.map(({ memberId, words }) => ({ name: nameOf(memberId), words })),
    guests: guests.map(({ name, from }) => ({ name, from })),
    attachments: (themeDay.attachments ?? []).map(({ fileId, name }) => ({ fileId, name })),
    corrections: reversals.map(({ memberId, at, made, reason }) => ({
      ...{ name: nameOf(memberId), at, by: officer(made.by), reason },
      isAfterClosing: isWhileClosed(themeDay, at),
    })),
    proxies: helped.map(({ memberId, made, at }) => ({
      ...{ name: nameOf(memberId), by: officer(made.by), at },
      reason: reasons.get(memberId)?.reason ?? 'other',
    })),
    surplus: surplus.map(({ memberId, source, at, made }) => ({ name: nameOf(memberId), source, at, by: officer(made.by) })),
    ...(closedAt === undefined || closing === undefined ? {} : { closed: { at: closedAt, by: officer(closing.by) } }),
    reopened: openings.map(({ at, by, reason }) => ({ at, by: officer(by), reason })),
  }
  // Who came and has left the roster since was there all the same.
  return { book, roster, left: beside.filter(({ memberId }) => present.has(memberId)), said, names }
}

/** Now, or in one of the times before the town opened it again. */
function isWhileClosed({ closedAt, reopened = [] }: ThemeDay, at: number): boolean {
  return (closedAt !== undefined && at >= closedAt) || reopened.some((opening) => at >= opening.closedAt && at < opening.at)
}
