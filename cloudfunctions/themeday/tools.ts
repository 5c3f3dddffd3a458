/** What the theme day's handlers are made of, and what several of them need. */
import type { Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Member } from '#shared/members/model'
import type { Attendance } from '#shared/themeday/entry-model'
import { attendanceId } from '#shared/themeday/ids'
import type { ThemeDay } from '#shared/themeday/model'
import { isUntold } from '#shared/themeday/rules'
import type { AssistStore } from '../assists/store'
import type { CardStore, MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import type { Chance } from '../runtime/chance'
import type { Actor } from '../runtime/identity'
import type { ThemeDayStore } from './store'

export interface ThemeDayTools {
  readonly themeDays: ThemeDayStore
  readonly members: MemberStore
  readonly cards: CardStore
  readonly organisation: OrganisationStore
  readonly assists: AssistStore
  readonly chance: Chance
}

/** What an attendance and everything else said about a member have in common. */
export function entryOf(
  themeDay: Pick<ThemeDay, '_id' | 'branchId'>,
  member: Pick<Member, '_id'> & { readonly groupId?: string | undefined },
  made: Made,
) {
  return {
    _id: attendanceId(themeDay._id, member._id),
    v: 1 as const,
    made,
    themeDayId: themeDay._id,
    branchId: themeDay.branchId,
    memberId: member._id,
    ...(member.groupId === undefined ? {} : { groupId: member.groupId }),
  }
}

/** Somebody else says that they were there: by calling the name, from paper, or by checking in for them. */
export function isVouchedFor({ source, made }: Pick<Attendance, 'source' | 'made'>): boolean {
  return made.onBehalfOf !== undefined || !['code', 'home', 'screen', 'lateArrival', 'lateCheckIn'].includes(source)
}

/** The theme day an organiser works on; a draft is not held yet. */
export async function findHeld(themeDays: ThemeDayStore, scope: Scope, id: string): Promise<ThemeDay | undefined> {
  const themeDay = await themeDays.find(scope, id)
  return themeDay === undefined || isUntold(themeDay) ? undefined : themeDay
}

/** The theme day a member speaks of: their own branch's. Another's looks like not there; one that would be a no is read anew. */
export async function findOwnDay(
  themeDays: ThemeDayStore,
  { branchId }: Pick<Actor, 'branchId'>,
  id: string,
  serves?: (themeDay: ThemeDay) => boolean,
): Promise<ThemeDay | undefined> {
  const themeDay = await themeDays.findPublished(id, serves)
  return themeDay?.branchId === branchId ? themeDay : undefined
}
