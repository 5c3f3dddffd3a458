/** The roll of a day: who is expected, and what was said about each of them. Read the same way for screen, paper and numbers. */
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Attendance, DayEntry } from '#shared/themeday/entry-model'
import type { ClosedRoster, ThemeDay } from '#shared/themeday/model'
import { isOfPlan, standingAttendance } from '#shared/themeday/standing'
import { type TallyFacts, tallyOf } from '#shared/themeday/tally'
import { everyPage } from '../runtime/page'
import type { ThemeDayTools } from './tools'

export type RosterRow = ClosedRoster['rows'][number]

type Stores = Pick<ThemeDayTools, 'themeDays' | 'members' | 'organisation'>

/** From the first closing on: a book that was opened again is still about those who were on the roster then. */
export function hasFrozenRoster({ closedAt, reopened }: Pick<ThemeDay, 'closedAt' | 'reopened'>): boolean {
  return closedAt !== undefined || reopened !== undefined
}

/** The roster as it was when the book was first closed; before that, as it is today. */
export async function rosterOf(
  { themeDays, members, organisation }: Stores,
  scope: Scope,
  themeDay: ThemeDay,
): Promise<readonly RosterRow[]> {
  if (hasFrozenRoster(themeDay)) return themeDays.findClosedRoster(scope, themeDay)
  const [roster, groups] = await Promise.all([
    everyPage((after) => members.listRoster(scope, themeDay.branchId, { ...after, limit: 100 })),
    organisation.listGroups(scope, themeDay.branchId),
  ])
  const names = new Map(groups.map(({ _id, name }) => [_id, name]))
  return roster.map((member) => rowOf(member, names))
}

export function rowOf(
  { _id: memberId, name, groupId, membership, participation }: Omit<RosterRow, 'memberId' | 'groupName'> & { readonly _id: string },
  groupNames: ReadonlyMap<string, string>,
): RosterRow {
  const groupName = groupId === undefined ? undefined : groupNames.get(groupId)
  return {
    ...{ memberId, name, membership, participation },
    ...(groupId === undefined ? {} : { groupId }),
    ...(groupName === undefined ? {} : { groupName }),
  }
}

export function groupNamesOf(roster: readonly RosterRow[]): ReadonlyMap<string, string> {
  return new Map(roster.flatMap(({ groupId, groupName = '' }) => (groupId === undefined ? [] : [[groupId, groupName] as const])))
}

export interface BesideFacts {
  readonly themeDay: ThemeDay
  readonly roster: readonly RosterRow[]
  /** members of whom something was said */
  readonly mentioned: Iterable<string>
  readonly groupNames: ReadonlyMap<string, string>
}

/** Who is mentioned and not on the roster: they have left it since, or came onto it after it was frozen. */
export async function besideRoster(
  { members }: Pick<Stores, 'members'>,
  scope: Scope,
  { themeDay, roster, mentioned, groupNames }: BesideFacts,
): Promise<readonly RosterRow[]> {
  const onRoster = new Set(roster.map(({ memberId }) => memberId))
  const unknown = [...new Set(mentioned)].filter((memberId) => !onRoster.has(memberId))
  const [former, joined] = await Promise.all([
    members.findFormer(scope, unknown),
    hasFrozenRoster(themeDay) ? members.findMembers(scope, unknown) : new Map<string, never>(),
  ])
  const left = former.map((member) => rowOf({ ...member, membership: 'full', participation: 'inPerson' }, groupNames))
  return [...left, ...[...joined.values()].map((member) => rowOf(member, groupNames))]
}

/** Entries by kind, each member's put together. */
export interface Said {
  readonly present: ReadonlyMap<string, Attendance>
  readonly leaves: ReadonlyMap<string, Extract<DayEntry, { kind: 'leave' }>>
  readonly surplus: readonly Extract<DayEntry, { kind: 'surplus' }>[]
  readonly opinions: readonly Extract<DayEntry, { kind: 'opinion' }>[]
  readonly reversals: readonly Extract<DayEntry, { kind: 'reversal' }>[]
  readonly guests: readonly Extract<DayEntry, { kind: 'guest' }>[]
  readonly seen: readonly Extract<DayEntry, { kind: 'seen' }>[]
}

export function saidOf(entries: readonly DayEntry[], themeDay: ThemeDay): Said {
  const attended = entries.filter((entry) => entry.kind === 'attendance' || entry.kind === 'reversal')
  const memberIds = [...new Set(attended.map(({ memberId }) => memberId))]
  const present = memberIds.flatMap((memberId) => {
    const standing = standingAttendance(attended.filter((entry) => entry.memberId === memberId))
    return standing === undefined ? [] : [[memberId, standing] as const]
  })
  const leaves = entries.filter((entry) => entry.kind === 'leave').filter((leave) => !leave.isWithdrawn && isOfPlan(leave, themeDay))
  return {
    present: new Map(present),
    leaves: new Map(leaves.map((leave) => [leave.memberId, leave])),
    surplus: entries.filter((entry) => entry.kind === 'surplus'),
    opinions: entries.filter((entry) => entry.kind === 'opinion').filter((opinion) => isOfPlan(opinion, themeDay)),
    reversals: entries.filter((entry) => entry.kind === 'reversal'),
    guests: entries.filter((entry) => entry.kind === 'guest'),
    seen: entries.filter((entry) => entry.kind === 'seen'),
  }
}

export function tallyFrom(roster: readonly RosterRow[], { present, leaves, guests }: Said) {
  const facts: TallyFacts = {
    roster,
    present: new Map([...present].map(([memberId, { source, made }]) => [memberId, { source, isProxy: made.onBehalfOf !== undefined }])),
    onLeave: new Set(leaves.keys()),
    guests: guests.length,
  }
  return tallyOf(facts)
}

/** The whole roll of a day, as far as the scope reaches. */
export async function readDay(stores: Stores, scope: Scope, themeDay: ThemeDay) {
  const [roster, entries] = await Promise.all([rosterOf(stores, scope, themeDay), stores.themeDays.listEntries(scope, themeDay._id)])
  const said = saidOf(entries, themeDay)
  return { roster, said, tally: tallyFrom(roster, said) }
}

/** Whether the whole branch lies in the scope: what is said to the secretary is not for a group leader. */
export function isWholeBranch(scope: Scope, { branchId }: Pick<ThemeDay, 'branchId'>): boolean {
  return covers(scope, { branchId })
}
